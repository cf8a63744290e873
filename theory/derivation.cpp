#include "theory/derivation.hpp"

#include "theory/note/divergence_form/claims.hpp"
#include "theory/note/objectives/claims.hpp"
#include "theory/note/optimal_discriminator/claims.hpp"
#include "theory/note/rewriting/claims.hpp"
#include "theory/note/set_up/claims.hpp"

namespace gancheck {

const std::vector<Chapter>& derivation() {
  static const std::vector<Chapter> chapters = {
      {{"The set-up", "设定"}, "note/set_up", {pushforward_law()}},
      {{"The objectives", "双方的目标"}, "note/objectives", {value_well_defined()}},
      {{"From expectations to one integral", "从期望到一个积分"},
       "note/rewriting",
       {lotus_change_of_variables(), integral_form(), merge_integrals()}},
      {{"The optimal discriminator", "最优判别器"},
       "note/optimal_discriminator",
       {integrand_derivative(), pointwise_maximisation(), critical_point(), boundary_cases(),
        optimal_discriminator(), strict_concavity(), regret_identity()}},
      {{"Substitution, divergence form, optimum", "代入、散度形式与最优解"},
       "note/divergence_form",
       {one_minus_dstar(), substitute_dstar(), value_at_dstar(), half_factor(), log4_constant(),
        kl_sum_identity(), jsd_identity(), sum_not_distribution(), mixture_is_distribution(),
        kl_definition(), kl_nonneg(), lower_bound_log4(), equality_iff(), global_optimum_pg(),
        dstar_half(), indistinguishable()}},
  };
  return chapters;
}

const Claim* find_claim(const std::string& id_or_number) {
  for (const Chapter& chapter : derivation()) {
    for (const Claim& claim : chapter.claims) {
      if (claim.id == id_or_number || std::to_string(claim.number) == id_or_number) return &claim;
    }
  }
  return nullptr;
}

}  // namespace gancheck
