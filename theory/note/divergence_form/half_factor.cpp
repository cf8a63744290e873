// Claim 38: p/(p+q) = 1/2 p/m with m = (p+q)/2, and likewise for q.
#include "theory/checks/everywhere.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// k p/m and k q/m.
template <class Factor>
auto data_over_mixture(const Factor& factor) {
  return [factor]<class T>(const T& p, const T& q) -> T {
    return factor(p / formulas::mixture(p, q));
  };
}
template <class Factor>
auto generator_over_mixture(const Factor& factor) {
  return [factor]<class T>(const T& p, const T& q) -> T {
    return factor(q / formulas::mixture(p, q));
  };
}
constexpr auto half_of = []<class T>(const T& x) -> T { return x / 2; };
constexpr auto twice = []<class T>(const T& x) -> T { return x * 2; };
constexpr auto quarter_of = []<class T>(const T& x) -> T { return x / 4; };

constexpr auto dstar = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes;
};
constexpr auto rest = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).no;
};

const auto for_data = equal(dstar, data_over_mixture(half_of));
const auto for_generator = equal(rest, generator_over_mixture(half_of));

/// p log(1/2 p/m) + q log(1/2 q/m): the logarithm of the whole product.
constexpr auto with_factor = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return times_log(p, p / m / 2) + times_log(q, q / m / 2);
};
/// p (log 1/2) p/m + q (log 1/2) q/m: what the note's line says to a reader who applies the
/// logarithm to its next symbol only.
constexpr auto logarithm_of_half_alone = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q), log_half = log(T(1) / 2);
  return p * log_half * (p / m) + q * log_half * (q / m);
};

/// C(G) is the integral of this formula.
template <class Formula>
auto value_is(const Formula& formula) {
  return equal(functionals::value_at_optimum, integral_of(formula));
}

Evidence factor_by_algebra(const std::vector<Identity>& identities) {
  return same_forms(identities, all_pairs_of_laws, {lemma::radon_nikodym});
}

std::vector<Check> checks() {
  return {{"data",
           {"both sides at every point", "在每个点比较两边"},
           Witness::grid,
           [](const Setting& s) { return at_every_point(s, for_data); }},
          {"data",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return at_every_point_in_balls(s, for_data); }},
          {"data",
           {"the identity, also where p = 0 or q = 0", "恒等式，p = 0 或 q = 0 处亦然"},
           Witness::symbolic,
           [](const Setting&) {
             return factor_by_algebra(same_where_not_null(for_data.left, for_data.right));
           }},
          random_points_check("data",
                              [] { return same_at_random_points(for_data.left, for_data.right); }),
          {"generator",
           {"both sides at every point", "在每个点比较两边"},
           Witness::grid,
           [](const Setting& s) { return at_every_point(s, for_generator); }},
          {"generator",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return at_every_point_in_balls(s, for_generator); }},
          random_points_check(
              "generator",
              [] { return same_at_random_points(for_generator.left, for_generator.right); }),
          {"generator",
           {"the identity, also where p = 0 or q = 0", "恒等式，p = 0 或 q = 0 处亦然"},
           Witness::symbolic,
           [](const Setting&) {
             return factor_by_algebra(same_where_not_null(for_generator.left, for_generator.right));
           }},
          {"value",
           {"C(G) against the integral with the factor inside the logarithms",
            "C(G) 与因子置于对数之内的积分比较"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, value_is(with_factor)); }},
          {"value",
           {"the integrands are identical, also where p = 0 or q = 0",
            "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
           Witness::symbolic,
           [](const Setting&) { return same_integrals(formulas::value_at_optimum, with_factor); }}};
}

std::vector<Control> controls() {
  return {point_twin('a', R"(\frac{p}{p+q} = 2 \cdot \frac{p}{(p+q)/2})",
                     {"the factor is 2", "因子误为 2"}, {"W7"},
                     equal(dstar, data_over_mixture(twice)), for_data),
          point_twin('b', R"(\frac{p}{p+q} = \tfrac14 \cdot \frac{p}{(p+q)/2})",
                     {"the factor is 1/4", "因子误为 1/4"}, {"W7"},
                     equal(dstar, data_over_mixture(quarter_of)), for_data),
          grid_twin(
              'c', R"(\bigl(\log \tfrac12\bigr) \cdot \frac{p}{(p+q)/2})",
              {"the logarithm of 1/2 alone, times the quotient", "误读为只对 1/2 取对数，再乘以商"},
              {"W7"}, value_is(logarithm_of_half_alone), value_is(with_factor))};
}

}  // namespace

void half_factor(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
