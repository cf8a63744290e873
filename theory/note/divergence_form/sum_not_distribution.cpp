// Claim 42: P + Q has mass 2, so it is no probability measure.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"

namespace gancheck {
namespace {

using functionals::total_mass;

constexpr auto sum_density = []<class T>(const T& p, const T& q) -> T { return p + q; };

/// Against "the mass is 2 only if the supports are disjoint", in rational arithmetic.
Evidence two_with_overlap(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    if (!supports_meet(*pair) || !are_probabilities(*pair)) continue;
    return example(false,
                   Text{pair->name() + ": the supports meet, and P + Q has mass 2 exactly",
                        pair->name() + "：支撑相交，而 P + Q 的质量恰为 2"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

/// p + q = a p + b q with a and b its values at (1, 0) and (0, 1), and a + b = 2.
Evidence sum_at_random_points() {
  const Rational none(0), one(1), a = sum_density(one, none), b = sum_density(none, one);
  return at_random_points({"p", "q"}, [a, b](std::span<const Rational> x) -> std::vector<Sides> {
    return {{sum_density(x[0], x[1]), a * x[0] + b * x[1]}, {a + b, 2}};
  });
}

}  // namespace

void sum_not_distribution(Claim& claim) {
  const Relation additive =
      equal(total_mass, functionals::mass_of_data + functionals::mass_of_generator);
  const Relation mass_is_two = equal(total_mass, 2);
  PartOf(claim, "mass")
      .summed(additive, {"p + q summed over the grid against both masses",
                         "在网格上对 p + q 求和，与两个总质量之和比较"})
      .enclosed(additive, the_same_enclosed)
      .summed(on_probabilities(mass_is_two), {"p + q summed over the grids of mass one each",
                                              "对总质量恰为 1 的网格求 p + q 之和"})
      .enclosed(on_probabilities(mass_is_two), the_same_enclosed)
      .integrated(
          {"both masses integrated and enclosed for laws with densities",
           "对有密度的分布积分，计算两个总质量的包含区间"},
          Order::equal,
          [](const EnclosedNumbers& n) -> Ball { return n.mass_data + n.mass_generator; },
          [](const EnclosedNumbers&) { return Ball(2); })
      .proved({"the coefficients of p and q add up to 2", "p、q 的系数之和为 2"},
              [] { return same_by_masses(sum_density, Symbol(2)); })
      .at_random_points(sum_at_random_points);
  Twins twins(claim, mass_is_two);
  twins.on("W7").grid("(P + Q)(X) = 1", {"the sum is a distribution", "误认为和也是概率分布"},
                      equal(total_mass, 1));
  add_twin(claim, Witness::grid, R"((P + Q)(X) = 2 \text{ only if } P \perp Q)",
           {"mass 2 for disjoint supports only", "误认为仅当支撑不相交时总质量为 2"}, {"W0"},
           two_with_overlap);
  twins.grid(R"((P + Q)/\sqrt2 \text{ is a distribution})",
             {"normalised by the root of 2", "误用根号 2 归一化"},
             equal(total_mass / sqrt(Functional(2)), 1));
}

}  // namespace gancheck
