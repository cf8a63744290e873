// Claim 55: if Q = P then D* = 1/2 P-almost everywhere, and conversely.
#include "theory/checks/functionals.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"

namespace gancheck {
namespace {

/// D*(x) for the pair (P, P), at every point with p > 0, is the constant.
Comparisons value_for_equals(const Tracked& constant) {
  return [constant](const Setting& setting, Take<Tracked>& take) {
    take.over(
        {"every point with p > 0 of " + setting.scope.en, setting.scope.zh + "中 p > 0 的每一点"});
    for (const auto& pair : setting.pairs) {
      const Columns<Tracked>& c = pair->tracked();
      for (std::size_t i = 0; i < c.size(); ++i) {
        if (is_null(c, i) || is_exactly_zero(c.p[i])) continue;
        take.equal(formulas::optimal_discriminator(c.p[i], c.p[i]).yes, constant,
                   [&] { return name_of_point(*pair, i); });
      }
    }
  };
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

/// (p+q)|D* - 1/2|, whose integral is TV(P, Q): it vanishes only with it.
constexpr auto weighted_excess = []<class T>(const T& p, const T& q) -> T {
  return (p + q) * abs(T(excess_over_half(p, q)));
};

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
    return example(false,
                   Text{pair->name() + ", D = 1/2: V = -log 4 exactly, P ≠ Q",
                        pair->name() + "，D = 1/2：V 恰为 -log 4，而 P ≠ Q"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

Evidence excess_by_algebra() {
  return same_forms(same_where_not_null(excess_over_half, relative_difference), all_pairs_of_laws,
                    {lemma::radon_nikodym});
}

void add_parts(Claim& claim) {
  PartOf(claim, "half")
      .summed(value_for_equals(Tracked(1) / 2),
              {"D* of the pair (P, P) for the data law of every pair",
               "对每一对的数据分布取 (P, P)，计算 D*"})
      .proved({"p/(p+p) = 1/2", "p/(p+p) = 1/2"}, half_by_algebra)
      .at_random_points(half_at_random_points);
  const Relation distance_is_tv = equal(integral_of(weighted_excess), functionals::total_variation);
  PartOf(claim, "converse")
      .summed(distance_is_tv, {"the integral of (p+q)|D* - 1/2| against TV(P, Q)",
                               "(p+q)|D* - 1/2| 的积分与 TV(P, Q) 比较"})
      .enclosed(distance_is_tv, the_same_enclosed)
      .proved({"D* - 1/2 = (p-q)/(2(p+q))", "D* - 1/2 = (p-q)/(2(p+q))"}, excess_by_algebra)
      .same_at_random_points(excess_over_half, relative_difference);
  PartOf(claim, "off-support")
      .checked(Witness::grid, {"V with D changed where p = q = 0", "在 p = q = 0 处改变 D 后的 V"},
               freedom_at_null_points)
      .proved({"0 log D + 0 log(1-D) = 0", "0 log D + 0 log(1-D) = 0"}, freedom_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, value_for_equals(Tracked(1) / 2))
      .on("W0")
      .grid("D^* = 1", {"\"it is all real data now\"", "“现在全是真数据了”"}, value_for_equals(1))
      .grid("D^* = 0", {"\"the discriminator is fooled completely\"", "“判别器被完全骗过了”"},
            value_for_equals(0));
  add_twin(claim, Witness::symbolic, R"(D^* = \tfrac12 \text{ is forced at every point})",
           {"1/2 also where both laws vanish", "误认为两个密度都为零处也必须取 1/2"}, {"W3"},
           free_null_point);
  add_twin(claim, Witness::symbolic, R"(V(D, G) = -\log 4 \text{ for some } D \implies P = Q)",
           {"the value -log 4 for some discriminator is enough",
            "误认为只要有某个判别器的值为 -log 4，就有 P = Q"},
           {"W1"}, half_for_different_laws);
}

}  // namespace

void dstar_half(Claim& claim) {
  add_parts(claim);
  add_twins(claim);
}

}  // namespace gancheck
