// Claim 55: if Q = P then D* = 1/2 P-almost everywhere, and conversely.
#include <fmt/format.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// D*(x) for the pair (P, P), at every point with p > 0, against a constant; the twins are held
/// against the bound that 1/2 met there.
Evidence value_for_equals(const Setting& setting, const Tracked& constant) {
  Residuals residuals(
      {"every point with p > 0 of " + setting.scope.en, setting.scope.zh + "中 p > 0 的每一点"});
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i) || is_exactly_zero(c.p[i])) continue;
      const Tracked best = formulas::optimal_discriminator(c.p[i], c.p[i]).yes;
      residuals.equal(
          best, constant,
          [&] {
            return fmt::format("{}, x = {}", pair->name(), pair->densities().grid.points[i].text());
          },
          bound_of(best, Tracked(1) / 2));
    }
  }
  return residuals.evidence();
}

Evidence half_by_algebra() {
  const Symbol p = Symbol::positive("p");
  const Chance<Symbol> best = formulas::optimal_discriminator(p, p);
  const Symbol half = Symbol(1) / 2;
  return same_forms({{best.yes, half}, {best.no, half}}, {"all P", "一切 P"},
                    {lemma::radon_nikodym});
}

Evidence half_at_random_points() {
  return at_random_points({"p"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    const Chance<Rational> best = formulas::optimal_discriminator(x[0], x[0]);
    return {{best.yes, Rational(1, 2)}, {best.no, Rational(1, 2)}};
  });
}

constexpr auto excess_over_half = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes - T(1) / 2;
};
constexpr auto relative_difference = []<class T>(const T& p, const T& q) -> T {
  return (p - q) / (2 * (p + q));
};

/// The integral of (p+q)|D* - 1/2| is TV(P, Q): it vanishes only with it.
const auto distance_is_tv = equal(integral_of([]<class T>(const T& p, const T& q) -> T {
                                    return (p + q) * abs(T(excess_over_half(p, q)));
                                  }),
                                  functionals::total_variation);

/// Against "V(D, G) = -log 4 for some D implies P = Q": D = 1/2 has that value for every pair.
Evidence half_for_different_laws(const Setting& setting) {
  const Chance<Symbol> half = {Symbol(1) / 2, Symbol(1) / 2};
  const auto value = [&](const Symbol& p, const Symbol& q) {
    return formulas::value_density(p, q, half);
  };
  const auto constant = [](const Symbol& p, const Symbol& q) {
    return -((p + q) * log(Symbol(2)));
  };
  if (!same_integrals(value, constant).same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair)) continue;
    return example(false, pair->name() + ", D = 1/2: V = -log 4 exactly, P != Q", setting.scope);
  }
  return no_example(setting.scope);
}

Control constant_twin(char letter, std::string mutant, Text what, int constant) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {"W0"},
          .run = [constant](const Setting& s) { return value_for_equals(s, Tracked(constant)); }};
}

std::vector<Check> checks() {
  return {
      {"half",
       {"D* of the pair (P, P) for the data law of every pair",
        "对每一对的数据分布取 (P, P)，计算 D*"},
       Witness::grid,
       [](const Setting& s) { return value_for_equals(s, Tracked(1) / 2); }},
      {"half",
       {"p/(p+p) = 1/2", "p/(p+p) = 1/2"},
       Witness::symbolic,
       [](const Setting&) { return half_by_algebra(); }},
      random_points_check("half", half_at_random_points),
      {"converse",
       {"the integral of (p+q)|D* - 1/2| against TV(P, Q)",
        "(p+q)|D* - 1/2| 的积分与 TV(P, Q) 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, distance_is_tv); }},
      {"converse",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, distance_is_tv); }},
      {"converse",
       {"D* - 1/2 = (p-q)/(2(p+q))", "D* - 1/2 = (p-q)/(2(p+q))"},
       Witness::symbolic,
       [](const Setting&) {
         return same_forms(same_where_not_null(excess_over_half, relative_difference),
                           all_pairs_of_laws, {lemma::radon_nikodym});
       }},
      random_points_check(
          "converse", [] { return same_at_random_points(excess_over_half, relative_difference); }),
      {"off-support",
       {"V with D changed where p = q = 0", "在 p = q = 0 处改变 D 后的 V"},
       Witness::grid,
       freedom_at_null_points},
      {"off-support",
       {"0 log D + 0 log(1-D) = 0", "0 log D + 0 log(1-D) = 0"},
       Witness::symbolic,
       [](const Setting&) { return freedom_by_algebra(); }}};
}

}  // namespace

void dstar_half(Claim& claim) {
  claim.checks = checks();
  claim.controls = {
      constant_twin('a', "D^* = 1", {"\"it is all real data now\"", "“现在全是真数据了”"}, 1),
      constant_twin('b', "D^* = 0",
                    {"\"the discriminator is fooled completely\"", "“判别器被完全骗过了”"}, 0),
      {.letter = 'c',
       .mutant = R"(D^* = \tfrac12 \text{ is forced at every point})",
       .what = {"1/2 also where both laws vanish", "误认为两个密度都为零处也必须取 1/2"},
       .witness = Witness::symbolic,
       .on = {"W3"},
       .run = free_null_point},
      {.letter = 'd',
       .mutant = R"(V(D, G) = -\log 4 \text{ for some } D \implies P = Q)",
       .what = {"the value -log 4 for some discriminator is enough",
                "误认为只要某个判别器的值为 -log 4 就够了"},
       .witness = Witness::symbolic,
       .on = {"W1"},
       .run = half_for_different_laws}};
}

}  // namespace gancheck
