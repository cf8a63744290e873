// Substitution, divergence form, optimum (lines 106-130 of the note): the chapter's claims.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim value_at_dstar();
Claim kl_sum_identity();
Claim kl_nonneg();
Claim lower_bound_log4();
Claim equality_iff();
Claim dstar_half();

}  // namespace gancheck
