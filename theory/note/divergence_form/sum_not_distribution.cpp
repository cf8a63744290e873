// Claim 42: P + Q has mass 2, so it is no probability measure.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

constexpr auto sum_of_masses = []<class T>(const Columns<T>& c) -> T {
  return mass_of_data(c) + mass_of_generator(c);
};
const auto additive = equal(total_mass, sum_of_masses);

constexpr auto sum_density = []<class T>(const T& p, const T& q) -> T { return p + q; };

/// The mass of P + Q is this whole number.
auto mass_is(int whole) {
  return equal(total_mass, [whole]<class T>(const Columns<T>&) -> T { return T(whole); });
}
const auto mass_is_two = mass_is(2);

/// (P+Q)/sqrt 2 has mass 1.
const auto root_two_normalises =
    equal([]<class T>(const Columns<T>& c) -> T { return total_mass(c) / sqrt(T(2)); },
          []<class T>(const Columns<T>&) -> T { return T(1); });

/// p > 0 and q > 0 at some point.
bool overlap(const Pair& pair) {
  const Densities& d = pair.densities();
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] > 0 && !d.data[i].is_zero() && !d.generator[i].is_zero()) return true;
  }
  return false;
}

/// Against "the mass is 2 only if the supports are disjoint", in rational arithmetic.
Evidence two_with_overlap(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    if (!overlap(*pair) || !are_probabilities(*pair)) continue;
    return example(false, pair->name() + ": the supports meet, and P + Q has mass 2 exactly",
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

std::vector<Check> checks() {
  return {{"mass",
           {"p + q summed over the grid against both masses",
            "在网格上对 p + q 求和，与两个总质量之和比较"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, additive); }},
          {"mass",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return in_balls(s, additive); }},
          {"mass",
           {"p + q summed over the grids of mass one each", "对总质量恰为 1 的网格求 p + q 之和"},
           Witness::grid,
           [](const Setting& s) { return on_probabilities(s, mass_is_two); }},
          {"mass",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return on_probabilities_in_balls(s, mass_is_two); }},
          density_check(
              "mass",
              {"both masses integrated and enclosed for laws with densities",
               "对有密度的分布积分，计算两个总质量的包含区间"},
              Order::equal,
              [](const EnclosedNumbers& n) -> Ball { return n.mass_data + n.mass_generator; },
              [](const EnclosedNumbers&) { return Ball(2); }),
          {"mass",
           {"the coefficients of p and q add up to 2", "p、q 的系数之和为 2"},
           Witness::symbolic,
           [](const Setting&) { return same_by_masses(sum_density, Symbol(2)); }},
          random_points_check("mass", sum_at_random_points)};
}

}  // namespace

void sum_not_distribution(Claim& claim) {
  claim.checks = checks();
  claim.controls = {
      grid_twin('a', "(P + Q)(X) = 1", {"the sum is a distribution", "误认为和也是概率分布"},
                {"W7"}, mass_is(1), mass_is_two),
      {.letter = 'b',
       .mutant = R"((P + Q)(X) = 2 \text{ only if } P \perp Q)",
       .what = {"mass 2 for disjoint supports only", "误认为仅当支撑不相交时总质量为 2"},
       .witness = Witness::grid,
       .on = {"W0"},
       .run = two_with_overlap},
      grid_twin('c', R"((P + Q)/\sqrt2 \text{ is a distribution})",
                {"normalised by the root of 2", "误用根号 2 归一化"}, {"W7"}, root_two_normalises,
                mass_is_two)};
}

}  // namespace gancheck
