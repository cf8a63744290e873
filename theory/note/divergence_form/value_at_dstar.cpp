// Claim 37: C(G) = V(D*, G) = integral of p log(p/(p+q)) + q log(q/(p+q)), and minus that of
// (p+q) h(D*).
#include "numerics/number/tex.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

using formulas::value_as_entropy;
using formulas::value_at_optimum;
using functionals::substituted;

/// What is shown is what is checked: the integrand prints itself.
std::string statement_in_tex() {
  const Tex integrand = value_at_optimum(Tex::name("p"), Tex::name("q"));
  return R"(C(G) = V(D^*, G) = \int \left( )" + integrand.text() +
         R"( \right)\,d\mu = -\int (p+q)\, h(D^*)\,d\mu)";
}

constexpr auto swapped_numerators = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, q / (p + q)) + times_log(q, p / (p + q));
};
constexpr auto same_numerator = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, p / (p + q)) + times_log(q, p / (p + q));
};
constexpr auto over_the_mixture = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return formulas::kl_density(p, m) + formulas::kl_density(q, m);
};
constexpr auto positive_entropy = []<class T>(const T& p, const T& q) -> T {
  return -value_as_entropy(p, q);
};

/// V(D*, G) is the integral of this formula.
Relation value_is(const Formula& formula) {
  return equal(integral_of(substituted), integral_of(formula));
}

}  // namespace

void value_at_dstar(Claim& claim) {
  claim.tex = statement_in_tex();
  PartOf(claim, "substitution")
      .summed(equal(functionals::value_found, functionals::value_at_optimum),
              {"the largest value of V, found point by point, against the integral",
               "逐点求得的 V 的最大值，与该积分比较"})
      .same_integrands(substituted, value_at_optimum);
  PartOf(claim, "entropy")
      .summed(value_is(value_as_entropy))
      .enclosed(value_is(value_as_entropy))
      .same_integrands(substituted, value_as_entropy);
  Twins(claim, value_is(value_at_optimum))
      .on("W7")
      .grid(R"(\int \Bigl(p \log \frac{q}{p+q} + q \log \frac{p}{p+q}\Bigr)\,d\mu)",
            {"the numerators are swapped", "两个分子互换"}, value_is(swapped_numerators))
      .grid(R"(\int \Bigl(p \log \frac{p}{p+q} + q \log \frac{p}{p+q}\Bigr)\,d\mu)",
            {"the second numerator is p (a misprint that circulates)",
             "第二个分子误为 p（流传的一种误写）"},
            value_is(same_numerator))
      .grid(R"(\int \Bigl(p \log \frac{p}{(p+q)/2} + q \log \frac{q}{(p+q)/2}\Bigr)\,d\mu)",
            {"the mixture in the denominators: -log 4 is lost", "分母误为混合密度：丢失 -log 4"},
            value_is(over_the_mixture));
  Twins(claim, value_is(value_as_entropy))
      .on("W7")
      .grid(R"(+\int (p+q)\, h(D^*)\,d\mu)", {"the entropy without its minus sign", "熵前丢了负号"},
            value_is(positive_entropy));
}

}  // namespace gancheck
