// Claim 34: 1 - D* = q/(p+q) wherever p + q > 0.
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

constexpr auto complement = []<class T>(const T& p, const T& q) -> T {
  return 1 - formulas::optimal_discriminator(p, q).yes;
};
constexpr auto quotient = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).no;
};

constexpr auto same_quotient = []<class T>(const T& p, const T& q) -> T { return p / (p + q); };
constexpr auto inverted = []<class T>(const T& p, const T& q) -> T { return (p + q) / q; };
constexpr auto one_minus_ratio = []<class T>(const T& p, const T& q) -> T { return 1 - p / q; };

/// 1 - D* is this formula.
Comparisons complement_is(const Formula& formula) {
  return at_every_point(equal(complement, formula));
}

}  // namespace

void one_minus_dstar(Claim& claim) {
  const Comparisons identity = complement_is(quotient);
  PartOf(claim, "complement")
      .summed(identity, {"1 - D* against q/(p+q) at every point", "在每个点比较 1 - D* 与 q/(p+q)"})
      .enclosed(identity, the_same_enclosed)
      .same_at_random_points(complement, quotient)
      .same_values(complement, quotient);
  Twins(claim, identity)
      .on("W7")
      .grid(R"(1 - D^* = \frac{p}{p+q})", {"the numerator of D* itself", "分子仍取 D* 自己的"},
            complement_is(same_quotient))
      .grid(R"(1 - D^* = \frac{p+q}{q})", {"the quotient upside down", "商的分子与分母颠倒"},
            complement_is(inverted))
      .grid(R"(1 - D^* = 1 - \frac{p}{q})", {"q alone in the denominator", "分母误为 q"},
            complement_is(one_minus_ratio));
}

}  // namespace gancheck
