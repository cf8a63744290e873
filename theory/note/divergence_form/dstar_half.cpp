// Claim 55: if Q = P then D* = 1/2 P-almost everywhere, and conversely.
#include <fmt/format.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/note/divergence_form/claims.hpp"
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

Claim dstar_half() {
  return {
      .id = "dstar-half",
      .number = 55,
      .title = {"The discriminator at the optimum", "最优点处的判别器"},
      .tex =
          R"(P = Q \iff D^*_G = \frac{p}{p+q} = \frac{1}{2} \quad (P+Q)\text{-almost everywhere})",
      .statement =
          {"If the generator has the law of the data, the optimal discriminator is 1/2 P-almost "
           "everywhere; where p = q = 0 its value is arbitrary. Conversely D*_G = 1/2 almost "
           "everywhere implies P = Q. That some discriminator is 1/2 everywhere says nothing.",
           "若生成器的分布等于数据分布，则最优判别器 P-几乎处处等于 1/2；在 p = q = 0 处其值任意。"
           "反之，由 D*_G 几乎处处等于 1/2 可推出 P = Q。"
           "而某个判别器处处等于 1/2，并不能说明任何问题。"},
      .assumptions = {{"D* is the maximiser over all measurable D: X -> [0, 1].",
                       "D* 是 V(·, G) 在一切可测函数 D: X -> [0, 1] 中的最大值点。"},
                      {"0 log 0 = 0.", "约定 0 log 0 = 0。"}},
      .note_lines = {128},
      .note_verdict = NoteVerdict::true_cond,
      .erratum = Text{"D* = 1/2 holds almost everywhere on the support of P_data only.",
                      "D* = 1/2 只在 P_data 的支撑上几乎处处成立。"},
      .errata = {"E23"},
      .depends_on = {"optimal-discriminator", "global-optimum-pg"},
      .parts = {{"half", {"Q = P gives D* = 1/2 where p > 0", "Q = P 时，在 p > 0 处 D* = 1/2"}},
                {"converse",
                 {"D*_G = 1/2 almost everywhere only if P = Q",
                  "D*_G 几乎处处等于 1/2 仅当 P = Q"}},
                {"off-support",
                 {"V does not depend on D where p = q = 0", "V 与 D 在 p = q = 0 处的值无关"}}},
      .checks = checks(),
      .controls = {
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
           .run = half_for_different_laws}}};
}

}  // namespace gancheck
