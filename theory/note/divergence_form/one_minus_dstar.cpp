// Claim 34: 1 - D* = q/(p+q) wherever p + q > 0.
#include "theory/checks/everywhere.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/formulas.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

constexpr auto complement = []<class T>(const T& p, const T& q) -> T {
  return 1 - formulas::optimal_discriminator(p, q).yes;
};
constexpr auto quotient = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).no;
};

/// 1 - D* is this formula.
template <class Formula>
auto complement_is(const Formula& formula) {
  return equal(complement, formula);
}

constexpr auto same_quotient = []<class T>(const T& p, const T& q) -> T { return p / (p + q); };
constexpr auto inverted = []<class T>(const T& p, const T& q) -> T { return (p + q) / q; };
constexpr auto one_minus_ratio = []<class T>(const T& p, const T& q) -> T { return 1 - p / q; };

template <class Formula>
Control complement_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return point_twin(letter, std::move(mutant), std::move(what), {"W7"}, complement_is(formula),
                    complement_is(quotient));
}

}  // namespace

void one_minus_dstar(Claim& claim) {
  claim.checks = {
      {"complement",
       {"1 - D* against q/(p+q) at every point", "在每个点比较 1 - D* 与 q/(p+q)"},
       Witness::grid,
       [](const Setting& s) { return at_every_point(s, complement_is(quotient)); }},
      {"complement",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return at_every_point_in_balls(s, complement_is(quotient)); }},
      random_points_check("complement", [] { return same_at_random_points(complement, quotient); }),
      {"complement",
       {"the identity, also where p = 0 or q = 0", "恒等式，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) {
         return same_forms(same_where_not_null(complement, quotient), all_pairs_of_laws,
                           {lemma::radon_nikodym});
       }}};
  claim.controls = {
      complement_twin('a', R"(1 - D^* = \frac{p}{p+q})",
                      {"the numerator of D* itself", "分子仍取 D* 自己的"}, same_quotient),
      complement_twin('b', R"(1 - D^* = \frac{p+q}{q})",
                      {"the quotient upside down", "商的分子与分母颠倒"}, inverted),
      complement_twin('c', R"(1 - D^* = 1 - \frac{p}{q})",
                      {"q alone in the denominator", "分母误为 q"}, one_minus_ratio)};
}

}  // namespace gancheck
