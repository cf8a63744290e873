// Claim 40: C(G) = KL(P||M) + KL(Q||M) - log 4, M = (P+Q)/2.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// C(G) is the integral of this formula.
template <class Formula>
auto value_is(const Formula& formula) {
  return equal(functionals::value_at_optimum, integral_of(formula));
}

/// -log 4, spread over the masses.
constexpr auto constant = []<class T>(const T& p, const T& q) -> T {
  return -((p + q) * log(T(2)));
};

constexpr auto half_the_constant = []<class T>(const T& p, const T& q) -> T {
  return formulas::kl_sum_density(p, q) - constant(p, q) / 2;
};
constexpr auto reversed = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return formulas::kl_density(m, p) + formulas::kl_density(m, q) + constant(p, q);
};
constexpr auto jeffreys = []<class T>(const T& p, const T& q) -> T {
  return formulas::kl_density(p, q) + formulas::kl_density(q, p) + constant(p, q);
};
constexpr auto difference_of_both = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return formulas::kl_density(p, m) - formulas::kl_density(q, m) + constant(p, q);
};
constexpr auto twice_the_first = []<class T>(const T& p, const T& q) -> T {
  return 2 * formulas::kl_density(p, formulas::mixture(p, q)) + constant(p, q);
};
constexpr auto not_normalised = []<class T>(const T& p, const T& q) -> T {
  return formulas::kl_density(p, T(p + q)) + formulas::kl_density(q, T(p + q)) + constant(p, q);
};

template <class Formula>
Control sum_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"}, value_is(formula),
                   value_is(formulas::kl_sum_density));
}

}  // namespace

void kl_sum_identity(Claim& claim) {
  claim.checks = {
      {"identity",
       {"both sides summed over the grid", "在网格上求和，比较两边"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, value_is(formulas::kl_sum_density)); }},
      {"identity",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, value_is(formulas::kl_sum_density)); }},
      density_check("identity",
                    {"both sides integrated and enclosed for laws with densities: V(D*) by "
                     "soft-plus functions, the KLs by kernels that are nowhere negative",
                     "对有密度的分布，两边分别积分并计算包含区间：V(D*) 用 soft-plus "
                     "函数，KL 用处处非负的核"},
                    Order::equal, numbers::above_minus_log4,
                    [](const EnclosedNumbers& n) -> Ball {
                      return n.kl_data_mixture + n.kl_generator_mixture;
                    }),
      {"identity",
       {"the integrands are identical, also where p = 0 or q = 0",
        "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) {
         return same_integrals(formulas::value_at_optimum, formulas::kl_sum_density);
       }}};
  claim.controls = {
      sum_twin('a', R"(\mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) - \log 2)",
               {"the constant is log 2", "常数误为 log 2"}, half_the_constant),
      sum_twin('b', R"(\mathrm{KL}(M\|P) + \mathrm{KL}(M\|Q) - \log 4)",
               {"the arguments are exchanged", "散度的两个变元颠倒"}, reversed),
      sum_twin('c', R"(\mathrm{KL}(P\|Q) + \mathrm{KL}(Q\|P) - \log 4)",
               {"Jeffreys' divergence, without the mixture", "误用 Jeffreys 散度，未取混合分布"},
               jeffreys),
      sum_twin('d', R"(\mathrm{KL}(P\|M) - \mathrm{KL}(Q\|M) - \log 4)",
               {"the difference of both divergences", "两个散度相减"}, difference_of_both),
      sum_twin('e', R"(2\,\mathrm{KL}(P\|M) - \log 4)",
               {"twice the first divergence", "误作第一个散度的两倍"}, twice_the_first),
      sum_twin('f', R"(\int p \log \frac{p}{p+q} + q \log \frac{q}{p+q} - \log 4)",
               {"P + Q in the denominators, and -log 4 all the same",
                "分母用未归一化的 P + Q，却仍减去 log 4"},
               not_normalised)};
}

}  // namespace gancheck
