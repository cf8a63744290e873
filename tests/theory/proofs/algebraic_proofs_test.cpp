#include "theory/proofs/algebraic_proofs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "numerics/number/symbol.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/proofs/mirror_steps.hpp"

using namespace gancheck;

namespace {

/// Every proof, and false statements in its place.
struct Proved {
  std::string name;
  Evidence truth;
  std::vector<Evidence> false_variants;
};

std::vector<Proved> proofs() {
  const auto without_masses = [](const Symbol& p, const Symbol& r) -> Symbol {
    return formulas::kl_density(p, r);
  };
  const auto masses_exchanged = [](const Symbol& p, const Symbol& r) -> Symbol {
    return formulas::kl_density(p, r) + p - r;
  };
  const auto weight_of_mixture = [](const Symbol& p, const Symbol& q,
                                    const Chance<Symbol>& d) -> Symbol {
    return formulas::regret_density(p, q, d) / 2;
  };
  const auto weight_of_data = [](const Symbol& p, const Symbol& q,
                                 const Chance<Symbol>& d) -> Symbol {
    return p * formulas::binary_kl(formulas::optimal_discriminator(p, q), d);
  };
  const Rational above_two(201, 100), half(1, 2);
  return {
      {"gibbs",
       gibbs_by_tangent(),
       {gibbs_by_tangent(without_masses), gibbs_by_tangent(masses_exchanged)}},
      {"log 4", log4_bound_by_tangent(), {log4_bound_by_tangent(3), log4_bound_by_tangent(2)}},
      {"infima", infima_are_minus_log4(), {infima_are_minus_log4(3), infima_are_minus_log4(8)}},
      {"stability",
       stability_by_convexity(),
       {stability_by_convexity(2), stability_by_convexity(Rational(101, 100))}},
      {"continuity",
       continuity_by_tangent(),
       {continuity_by_tangent(1), continuity_by_tangent(Rational(199, 100))}},
      {"regret",
       regret_is_a_divergence(),
       {regret_is_a_divergence(weight_of_mixture), regret_is_a_divergence(weight_of_data)}},
      {"only the optimum",
       only_the_optimum_has_no_regret(),
       {only_the_optimum_has_no_regret(4), only_the_optimum_has_no_regret(above_two)}},
      {"lower bound", regret_lower_bound(), {regret_lower_bound(4), regret_lower_bound(above_two)}},
      {"upper bound", regret_upper_bound(), {regret_upper_bound(half), regret_upper_bound(0)}},
      {"fall of a step", mirror_step_falls(), {mirror_step_falls(0), mirror_step_falls(2)}},
      {"approach of a step",
       mirror_step_approaches(),
       {mirror_step_approaches(2), mirror_step_approaches(Rational(101, 100))}},
      {"gap of a step",
       mirror_step_closes_the_gap(),
       {mirror_step_closes_the_gap(0), mirror_step_closes_the_gap(half)}},
      {"fall against a frozen D",
       frozen_mirror_step_falls(),
       {frozen_mirror_step_falls(0), frozen_mirror_step_falls(-1)}},
      {"step of rate 1",
       mirror_step_of_rate_one(),
       {mirror_step_of_rate_one(1), mirror_step_of_rate_one(4)}}};
}

}  // namespace

TEST_CASE("each inequality is proved from named lemmas") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  for (const Proved& proof : proofs()) {
    CAPTURE(proof.name);
    CAPTURE(proof.truth.where.en);
    CHECK(judge(proof.truth) == Verdict::proved);
    CHECK(proof.truth.attempted >= 3);
    CHECK(!proof.truth.rests_on.empty());
    for (const std::string& id : proof.truth.rests_on) {
      CAPTURE(id);
      CHECK(std::any_of(lemmas().begin(), lemmas().end(),
                        [&](const Lemma& lemma) { return lemma.id == id; }));
    }
  }
}

TEST_CASE("a false statement in the place of each is refuted, and what is wrong is named") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  for (const Proved& proof : proofs()) {
    CAPTURE(proof.name);
    for (const Evidence& variant : proof.false_variants) {
      CHECK(judge(variant) == Verdict::refuted);
      CHECK(!variant.where.empty());
    }
  }
}
