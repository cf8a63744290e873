// Claim 38: p/(p+q) = 1/2 p/m with m = (p+q)/2, and likewise for q.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

using formulas::mixture;

constexpr auto dstar = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes;
};
constexpr auto rest = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).no;
};

/// k p/m and k q/m.
constexpr auto half_of_data = []<class T>(const T& p, const T& q) -> T {
  return p / mixture(p, q) / 2;
};
constexpr auto half_of_generator = []<class T>(const T& p, const T& q) -> T {
  return q / mixture(p, q) / 2;
};
constexpr auto twice_data = []<class T>(const T& p, const T& q) -> T {
  return p / mixture(p, q) * 2;
};
constexpr auto quarter_of_data = []<class T>(const T& p, const T& q) -> T {
  return p / mixture(p, q) / 4;
};

/// p log(1/2 p/m) + q log(1/2 q/m): the logarithm of the whole product.
constexpr auto with_factor = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, half_of_data(p, q)) + times_log(q, half_of_generator(p, q));
};
/// p (log 1/2) p/m + q (log 1/2) q/m: what the note's line says to a reader who applies the
/// logarithm to its next symbol only.
constexpr auto logarithm_of_half_alone = []<class T>(const T& p, const T& q) -> T {
  const T m = mixture(p, q), log_half = log(T(1) / 2);
  return p * log_half * (p / m) + q * log_half * (q / m);
};

/// D* is this formula.
Comparisons dstar_is(const Formula& formula) {
  return at_every_point(equal(dstar, formula));
}
/// C(G) is the integral of this formula.
Relation value_is(const Formula& formula) {
  return equal(functionals::value_at_optimum, integral_of(formula));
}

}  // namespace

void half_factor(Claim& claim) {
  const Text at_points = {"both sides at every point", "在每个点比较两边"};
  const Comparisons for_data = dstar_is(half_of_data);
  const Comparisons for_generator = at_every_point(equal(rest, half_of_generator));
  PartOf(claim, "data")
      .summed(for_data, at_points)
      .enclosed(for_data, the_same_enclosed)
      .same_values(dstar, half_of_data)
      .same_at_random_points(dstar, half_of_data);
  PartOf(claim, "generator")
      .summed(for_generator, at_points)
      .enclosed(for_generator, the_same_enclosed)
      .same_at_random_points(rest, half_of_generator)
      .same_values(rest, half_of_generator);
  PartOf(claim, "value")
      .summed(value_is(with_factor),
              {"C(G) against the integral with the factor inside the logarithms",
               "C(G) 与因子置于对数之内的积分比较"})
      .same_integrands(formulas::value_at_optimum, with_factor);
  Twins(claim, for_data)
      .on("W7")
      .grid(R"(\frac{p}{p+q} = 2 \cdot \frac{p}{(p+q)/2})", {"the factor is 2", "因子误为 2"},
            dstar_is(twice_data))
      .grid(R"(\frac{p}{p+q} = \tfrac14 \cdot \frac{p}{(p+q)/2})",
            {"the factor is 1/4", "因子误为 1/4"}, dstar_is(quarter_of_data));
  Twins(claim, value_is(with_factor))
      .on("W7")
      .grid(R"(\bigl(\log \tfrac12\bigr) \cdot \frac{p}{(p+q)/2})",
            {"the logarithm of 1/2 alone, times the quotient", "误读为只对 1/2 取对数，再乘以商"},
            value_is(logarithm_of_half_alone));
}

}  // namespace gancheck
