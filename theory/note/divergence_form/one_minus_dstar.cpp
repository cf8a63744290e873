// Claim 34: 1 - D* = q/(p+q) wherever p + q > 0.
#include "theory/checks/everywhere.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/formulas.hpp"
#include "theory/note/divergence_form/claims.hpp"
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

Claim one_minus_dstar() {
  return {.id = "one-minus-dstar",
          .number = 34,
          .title = {"The complement of the optimal discriminator", "最优判别器的补"},
          .tex = R"(1 - D^*_G = \frac{q}{p+q} \quad \text{on } \{ p + q > 0 \})",
          .statement =
              {"Where p + q > 0, the complement of D* = p/(p+q) is q/(p+q). It is computed as this "
               "quotient: the subtraction 1 - D* loses the digits of a small q.",
               "在 p + q > 0 处，D* = p/(p+q) 的补为 q/(p+q)。数值上应按这个商计算：q 很小时，"
               "相减 1 - D* 会丢失有效数字。"},
          .assumptions = {{"p, q >= 0; the set p + q = 0 is null for both laws and is left out.",
                           "p、q >= 0；集合 p + q = 0 在两个分布下都是零测的，不予考虑。"}},
          .note_lines = {112},
          .note_verdict = NoteVerdict::true_,
          .erratum = Text{"The step is used inside the second logarithm and not displayed.",
                          "这一步只出现在第二个对数之内，未单独写出。"},
          .errata = {},
          .depends_on = {"optimal-discriminator"},
          .parts = {{"complement", {"1 - D* = q/(p+q)", "1 - D* = q/(p+q)"}}},
          .checks = {{"complement",
                      {"1 - D* against q/(p+q) at every point", "在每个点比较 1 - D* 与 q/(p+q)"},
                      Witness::grid,
                      [](const Setting& s) { return at_every_point(s, complement_is(quotient)); }},
                     {"complement",
                      {"the same, enclosed", "同上，计算包含区间"},
                      Witness::ball,
                      [](const Setting& s) {
                        return at_every_point_in_balls(s, complement_is(quotient));
                      }},
                     random_points_check(
                         "complement", [] { return same_at_random_points(complement, quotient); }),
                     {"complement",
                      {"the identity, also where p = 0 or q = 0", "恒等式，p = 0 或 q = 0 处亦然"},
                      Witness::symbolic,
                      [](const Setting&) {
                        return same_forms(same_where_not_null(complement, quotient),
                                          all_pairs_of_laws, {lemma::radon_nikodym});
                      }}},
          .controls = {
              complement_twin('a', R"(1 - D^* = \frac{p}{p+q})",
                              {"the numerator of D* itself", "分子仍取 D* 自己的"}, same_quotient),
              complement_twin('b', R"(1 - D^* = \frac{p+q}{q})",
                              {"the quotient upside down", "商的分子与分母颠倒"}, inverted),
              complement_twin('c', R"(1 - D^* = 1 - \frac{p}{q})",
                              {"q alone in the denominator", "分母误为 q"}, one_minus_ratio)}};
}

}  // namespace gancheck
