// Claim 40: C(G) = KL(P||M) + KL(Q||M) - log 4, M = (P+Q)/2.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/twins.hpp"
#include "theory/note/divergence_form/claims.hpp"
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

Claim kl_sum_identity() {
  return {
      .id = "kl-sum-identity",
      .number = 40,
      .title = {"The value as a sum of two divergences", "值写成两个 KL 散度之和"},
      .tex =
          R"(C(G) = \mathrm{KL}(P \,\|\, M) + \mathrm{KL}(Q \,\|\, M) - \log 4 = \int \left( p \log \frac{p}{\frac{p+q}{2}} + q \log \frac{q}{\frac{p+q}{2}} - \left(p+q\right) \log 2 \right) d\mu, \qquad M = \frac{P+Q}{2})",
      .statement =
          {"C(G) is the sum of the Kullback-Leibler divergences of P and of Q = P_g from their "
           "mixture M, less log 4. Both divergences are finite, so the sum has a meaning for "
           "every pair.",
           "C(G) 等于 P 与 Q = P_g 各自对混合分布 M 的 KL 散度之和减去 log 4。两个散度都有限，"
           "故此式对任何一对分布都有意义。"},
      .assumptions =
          {{"P and Q are probability measures; natural logarithms.",
            "P、Q 为概率测度；取自然对数。"},
           {"For masses other than one, log 4 becomes (P(X) + Q(X)) log 2: this is the form "
            "that is checked.",
            "若总质量不为 1，log 4 应改为 (P(X) + Q(X)) log 2：检验的正是这一形式。"}},
      .note_lines = {116},
      .note_verdict = NoteVerdict::true_,
      .erratum = Text{"How far the minimum over G reaches is not shown: it covers all three terms.",
                      "min_G 的作用范围未标明：它作用于全部三项。"},
      .errata = {"E18"},
      .depends_on = {"value-at-dstar", "half-factor", "log4-constant", "mixture-is-distribution",
                     "kl-definition"},
      .parts = {{"identity",
                 {"C(G) = KL(P||M) + KL(Q||M) - log 4", "C(G) = KL(P||M) + KL(Q||M) - log 4"}}},
      .checks = {{"identity",
                  {"both sides summed over the grid", "在网格上求和，比较两边"},
                  Witness::grid,
                  [](const Setting& s) { return on_grid(s, value_is(formulas::kl_sum_density)); }},
                 {"identity",
                  {"both sides enclosed", "两边的包含区间"},
                  Witness::ball,
                  [](const Setting& s) { return in_balls(s, value_is(formulas::kl_sum_density)); }},
                 density_check(
                     "identity",
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
                  }}},
      .controls = {
          sum_twin('a', R"(\mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) - \log 2)",
                   {"the constant is log 2", "常数误为 log 2"}, half_the_constant),
          sum_twin('b', R"(\mathrm{KL}(M\|P) + \mathrm{KL}(M\|Q) - \log 4)",
                   {"the arguments are exchanged", "散度的两个变元颠倒"}, reversed),
          sum_twin(
              'c', R"(\mathrm{KL}(P\|Q) + \mathrm{KL}(Q\|P) - \log 4)",
              {"Jeffreys' divergence, without the mixture", "误用 Jeffreys 散度，未取混合分布"},
              jeffreys),
          sum_twin('d', R"(\mathrm{KL}(P\|M) - \mathrm{KL}(Q\|M) - \log 4)",
                   {"the difference of both divergences", "两个散度相减"}, difference_of_both),
          sum_twin('e', R"(2\,\mathrm{KL}(P\|M) - \log 4)",
                   {"twice the first divergence", "误作第一个散度的两倍"}, twice_the_first),
          sum_twin('f', R"(\int p \log \frac{p}{p+q} + q \log \frac{q}{p+q} - \log 4)",
                   {"P + Q in the denominators, and -log 4 all the same",
                    "分母用未归一化的 P + Q，却仍减去 log 4"},
                   not_normalised)}};
}

}  // namespace gancheck
