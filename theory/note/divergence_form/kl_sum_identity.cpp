// Claim 40: C(G) = KL(P||M) + KL(Q||M) - log 4, M = (P+Q)/2.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

using formulas::kl_density;
using formulas::mixture;

/// -log 4, spread over the masses.
constexpr auto constant = []<class T>(const T& p, const T& q) -> T {
  return -((p + q) * log(T(2)));
};

constexpr auto half_the_constant = []<class T>(const T& p, const T& q) -> T {
  return formulas::kl_sum_density(p, q) - constant(p, q) / 2;
};
constexpr auto reversed = []<class T>(const T& p, const T& q) -> T {
  const T m = mixture(p, q);
  return kl_density(m, p) + kl_density(m, q) + constant(p, q);
};
constexpr auto jeffreys = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, q) + kl_density(q, p) + constant(p, q);
};
constexpr auto difference_of_both = []<class T>(const T& p, const T& q) -> T {
  const T m = mixture(p, q);
  return kl_density(p, m) - kl_density(q, m) + constant(p, q);
};
constexpr auto twice_the_first = []<class T>(const T& p, const T& q) -> T {
  return 2 * kl_density(p, mixture(p, q)) + constant(p, q);
};
constexpr auto not_normalised = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, T(p + q)) + kl_density(q, T(p + q)) + constant(p, q);
};

/// C(G) is the integral of this formula.
Relation value_is(const Formula& formula) {
  return equal(functionals::value_at_optimum, integral_of(formula));
}

}  // namespace

void kl_sum_identity(Claim& claim) {
  const Relation identity = value_is(formulas::kl_sum_density);
  PartOf(claim, "identity")
      .summed(identity)
      .enclosed(identity)
      .integrated(
          {"both sides integrated and enclosed for laws with densities: V(D*, G) by soft-plus "
           "functions, the KLs by kernels that are nowhere negative",
           "对有密度的分布，两边分别积分并计算包含区间：V(D*, G) 用 soft-plus 函数，KL "
           "用处处非负的核"},
          Order::equal, numbers::above_minus_log4,
          [](const EnclosedNumbers& n) -> Ball {
            return n.kl_data_mixture + n.kl_generator_mixture;
          })
      .same_integrands(formulas::value_at_optimum, formulas::kl_sum_density);
  Twins(claim, identity)
      .on("W7")
      .grid(R"(\mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) - \log 2)",
            {"the constant is log 2", "常数误为 log 2"}, value_is(half_the_constant))
      .grid(R"(\mathrm{KL}(M\|P) + \mathrm{KL}(M\|Q) - \log 4)",
            {"the arguments are exchanged", "散度的两个变元颠倒"}, value_is(reversed))
      .grid(R"(\mathrm{KL}(P\|Q) + \mathrm{KL}(Q\|P) - \log 4)",
            {"Jeffreys' divergence, without the mixture", "误用 Jeffreys 散度，未取混合分布"},
            value_is(jeffreys))
      .grid(R"(\mathrm{KL}(P\|M) - \mathrm{KL}(Q\|M) - \log 4)",
            {"the difference of both divergences", "两个散度相减"}, value_is(difference_of_both))
      .grid(R"(2\,\mathrm{KL}(P\|M) - \log 4)",
            {"twice the first divergence", "误作第一个散度的两倍"}, value_is(twice_the_first))
      .grid(R"(\int \Bigl(p \log \frac{p}{p+q} + q \log \frac{q}{p+q}\Bigr)\,d\mu - \log 4)",
            {"P + Q in the denominators, and -log 4 all the same",
             "分母用未归一化的 P + Q，却仍减去 log 4"},
            value_is(not_normalised));
}

}  // namespace gancheck
