// The optimal discriminator (lines 83-104 of the note): the chapter's claims, in reading order.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim integrand_derivative();
Claim pointwise_maximisation();
Claim critical_point();
Claim boundary_cases();
Claim optimal_discriminator();
Claim strict_concavity();
Claim regret_identity();

}  // namespace gancheck
