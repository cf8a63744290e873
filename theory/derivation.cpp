#include "theory/derivation.hpp"

#include "theory/note/divergence_form/claims.hpp"
#include "theory/note/optimal_discriminator/claims.hpp"

namespace gancheck {

const std::vector<Chapter>& derivation() {
  static const std::vector<Chapter> chapters = {
      {{"The optimal discriminator", "最优判别器"},
       "note/optimal_discriminator",
       {integrand_derivative(), critical_point(), boundary_cases(), optimal_discriminator(),
        strict_concavity(), regret_identity()}},
      {{"Substitution, divergence form, optimum", "代入、散度形式与最优解"},
       "note/divergence_form",
       {value_at_dstar(), kl_sum_identity(), kl_nonneg(), lower_bound_log4(), equality_iff(),
        dstar_half()}},
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
