#include "theory/proofs/algebraic_proofs.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "numerics/number/symbol.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/lemmas.hpp"

using namespace gancheck;

TEST_CASE("each inequality is proved for all pairs from named lemmas") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  for (const auto& proof :
       {gibbs_by_tangent, log4_bound_by_tangent, stability_by_convexity, continuity_by_tangent}) {
    const Evidence e = proof();
    CAPTURE(e.where);
    CHECK(judge(e) == Verdict::proved);
    CHECK(e.scope.en == "all P, Q");
    CHECK(!e.rests_on.empty());
    for (const std::string& id : e.rests_on) {
      CAPTURE(id);
      CHECK(std::any_of(lemmas().begin(), lemmas().end(),
                        [&](const Lemma& lemma) { return lemma.id == id; }));
    }
  }
}

TEST_CASE("the regret identity and its bounds are proved with their ends and points of contact") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  for (const auto& proof : {regret_is_a_divergence, regret_lower_bound, regret_upper_bound}) {
    const Evidence e = proof();
    CAPTURE(e.where);
    CHECK(judge(e) == Verdict::proved);
    CHECK(e.attempted >= 3);
  }
}
