// Claim 37: C(G) = V(D*, G) = integral of p log(p/(p+q)) + q log(q/(p+q)), and minus that of
// (p+q) h(D*).
#include "numerics/number/tex.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// The integrand of V(D, G) with D = D*, before anything is simplified.
constexpr auto substituted = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, formulas::optimal_discriminator(p, q));
};

/// What is shown is what is checked: the integrand prints itself.
std::string statement_in_tex() {
  const Tex integrand = formulas::value_at_optimum(Tex::name("p"), Tex::name("q"));
  return R"(C(G) = V(D^*, G) = \int \left( )" + integrand.text() +
         R"( \right) d\mu = -\int (p+q)\, h(D^*)\, d\mu)";
}

constexpr auto swapped_numerators = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, q / (p + q)) + times_log(q, p / (p + q));
};
constexpr auto same_numerator = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, p / (p + q)) + times_log(q, p / (p + q));
};
constexpr auto over_the_mixture = []<class T>(const T& p, const T& q) -> T {
  return formulas::kl_density(p, formulas::mixture(p, q)) +
         formulas::kl_density(q, formulas::mixture(p, q));
};
constexpr auto positive_entropy = []<class T>(const T& p, const T& q) -> T {
  return -formulas::value_as_entropy(p, q);
};

/// V(D*, G) is the integral of this formula.
template <class Formula>
auto value_is(const Formula& formula) {
  return equal(integral_of(substituted), integral_of(formula));
}

template <class Formula>
Control value_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"}, value_is(formula),
                   value_is(formulas::value_at_optimum));
}

}  // namespace

void value_at_dstar(Claim& claim) {
  claim.tex = statement_in_tex();
  claim.checks = {
      {"substitution",
       {"the largest value of V, found point by point, against the integral",
        "逐点求得的 V 的最大值，与该积分比较"},
       Witness::grid,
       [](const Setting& s) {
         return on_grid(s, equal(value_found, integral_of(formulas::value_at_optimum)));
       }},
      {"substitution",
       {"the integrands are identical, also where p = 0 or q = 0",
        "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) { return same_integrals(substituted, formulas::value_at_optimum); }},
      {"entropy",
       {"both sides summed over the grid", "在网格上求和，比较两边"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, value_is(formulas::value_as_entropy)); }},
      {"entropy",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, value_is(formulas::value_as_entropy)); }},
      {"entropy",
       {"the integrands are identical, also where p = 0 or q = 0",
        "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) { return same_integrals(substituted, formulas::value_as_entropy); }}};
  claim.controls = {value_twin('a', R"(\int p \log \frac{q}{p+q} + q \log \frac{p}{p+q})",
                               {"the numerators are swapped", "两个分子互换"}, swapped_numerators),
                    value_twin('b', R"(\int p \log \frac{p}{p+q} + q \log \frac{p}{p+q})",
                               {"the second numerator is p (a misprint that circulates)",
                                "第二个分子误为 p（流传的一种误写）"},
                               same_numerator),
                    value_twin('c', R"(\int p \log \frac{p}{(p+q)/2} + q \log \frac{q}{(p+q)/2})",
                               {"the mixture in the denominators: -log 4 is lost",
                                "分母误为混合密度：丢失 -log 4"},
                               over_the_mixture),
                    grid_twin('d', R"(+\int (p+q)\, h(D^*))",
                              {"the entropy without its minus sign", "熵前丢了负号"}, {"W7"},
                              value_is(positive_entropy), value_is(formulas::value_as_entropy))};
}

}  // namespace gancheck
