// Substitution, divergence form, optimum (lines 106-130 of the note): the chapter's claims.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

Claim one_minus_dstar();
Claim substitute_dstar();
Claim value_at_dstar();
Claim half_factor();
Claim log4_constant();
Claim kl_sum_identity();
Claim jsd_identity();
Claim sum_not_distribution();
Claim mixture_is_distribution();
Claim kl_definition();
Claim kl_nonneg();
Claim lower_bound_log4();
Claim equality_iff();
Claim global_optimum_pg();
Claim dstar_half();
Claim indistinguishable();

}  // namespace gancheck
