// Claim 41: C(G) = 2 JSD(P, Q) - log 4, the divergence that the note never names.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/replaced_laws.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

using functionals::jsd;
using functionals::jsd_density;
using functionals::minus_log4;
using functionals::value_at_optimum;

/// C(G) is this functional.
template <class Functional>
auto value_is(const Functional& functional) {
  return equal(value_at_optimum, functional);
}

/// k JSD less j times the constant.
constexpr auto combination = [](int k, const Rational& j) {
  return [k, j]<class T>(const Columns<T>& c) -> T {
    return jsd(c) * k + exactly<T>(j) * minus_log4(c);
  };
};
const auto identity = value_is(combination(2, 1));

const auto symmetric = equal(jsd, exchanged(jsd));
const auto nonnegative = at_most(functionals::zero, jsd);

/// (P^ + Q^)/2 log 2.
constexpr auto log2 = []<class T>(const Columns<T>& c) -> T { return -(minus_log4(c) / 2); };
const auto at_most_log2 = at_most(jsd, log2);

constexpr auto identity_density = []<class T>(const T& p, const T& q) -> T {
  return 2 * jsd_density(p, q) - (p + q) * log(T(2));
};
constexpr auto exchanged_density = []<class T>(const T& p, const T& q) -> T {
  return jsd_density(q, p);
};

/// (p+q)/2 log 2 - the integrand of JSD is (p log(1 + q/p) + q log(1 + p/q))/2, and 0 where q = 0
/// or p = 0. log(1 + t) >= 0 for t >= 0, as it vanishes at 0 and its derivative is positive.
Evidence upper_bound_by_increase() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol none(0), one(1);
  const auto room = [](const Symbol& a, const Symbol& b) {
    return (a + b) * log(Symbol(2)) / 2 - jsd_density(a, b);
  };
  const Symbol logarithm = log(one + t);
  return same_forms({{room(p, q), (p * log(one + q / p) + q * log(one + p / q)) / 2},
                     {room(p, none), none},
                     {room(none, q), none},
                     {substitute(logarithm, t, none), none},
                     {derivative(logarithm, t), one / (one + t)}},
                    all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

/// Where one density vanishes, the integrand of JSD is (p+q)/2 log 2.
Evidence attained_by_disjoint_laws() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Symbol half_log2 = log(Symbol(2)) / 2;
  return same_forms({{jsd_density(p, none), p * half_log2}, {jsd_density(none, q), q * half_log2}},
                    {"all P, Q with disjoint supports", "一切支撑不相交的 P、Q"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// SciPy documents jensenshannon([1, 0], [.5, .5]), the root of JSD for the pair W2, whose closed
/// form is 3/4 log(4/3).
const auto documented_value =
    equal(jsd, []<class T>(const Columns<T>&) -> T { return log(T(4) / 3) * 3 / 4; });

/// Against JSD(P, Q) != JSD(Q, P) for P != Q: the integrands are identical.
Evidence symmetric_for_different_laws(const Setting& setting) {
  if (!same_integrals(jsd_density, exchanged_density).same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair)) continue;
    return example(false, pair->name() + ": P != Q, JSD(P, Q) = JSD(Q, P) exactly", setting.scope);
  }
  return no_example(setting.scope);
}

std::vector<Check> checks() {
  return {
      {"identity",
       {"both sides summed over the grid", "在网格上求和，比较两边"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, identity); }},
      {"identity",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, identity); }},
      density_check("identity",
                    {"both sides integrated and enclosed for laws with densities",
                     "对有密度的分布，两边分别积分并计算包含区间"},
                    Order::equal, numbers::above_minus_log4,
                    [](const EnclosedNumbers& n) -> Ball { return n.jsd * 2; }),
      density_check("nonnegative",
                    {"JSD integrated and enclosed for laws with densities",
                     "对有密度的分布积分，计算 JSD 的包含区间"},
                    Order::at_most, numbers::zero, [](const EnclosedNumbers& n) { return n.jsd; }),
      density_check("at-most-log2",
                    {"log 2 - JSD integrated and enclosed for laws with densities",
                     "对有密度的分布积分，计算 log 2 - JSD 的包含区间"},
                    Order::at_most, numbers::zero,
                    [](const EnclosedNumbers& n) -> Ball { return -n.value / 2; }),
      {"identity",
       {"the integrands are identical, also where p = 0 or q = 0",
        "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
       Witness::symbolic,
       [](const Setting&) { return same_integrals(formulas::value_at_optimum, identity_density); }},
      {"identity",
       {"JSD = 3/4 log(4/3) for (1, 0) and (1/2, 1/2), the square of the documented 0.46450140402",
        "(1, 0) 与 (1/2, 1/2) 的 JSD = 3/4 log(4/3)，即文献值 0.46450140402 的平方"},
       Witness::ball,
       [](const Setting&) { return in_balls(only({"W2"}), documented_value); }},
      {"symmetric",
       {"JSD(P, Q) against JSD(Q, P)", "JSD(P, Q) 与 JSD(Q, P) 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, symmetric); }},
      {"symmetric",
       {"the integrands are identical", "两个被积函数恒等"},
       Witness::symbolic,
       [](const Setting&) { return same_integrals(jsd_density, exchanged_density); }},
      {"nonnegative",
       {"JSD summed over the grid", "在网格上求和，计算 JSD"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, nonnegative); }},
      {"nonnegative", entropy_bound_in_words, Witness::ball,
       [](const Setting&) { return entropy_is_at_most_log2(); }},
      {"nonnegative",
       {"two divergences, each >= 0 by log t <= t - 1", "两个散度由 log t <= t - 1 各自非负"},
       Witness::symbolic,
       [](const Setting&) { return log4_bound_by_tangent(); }},
      {"at-most-log2",
       {"JSD against log 2, summed over the grid", "在网格上求和，比较 JSD 与 log 2"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, at_most_log2); }},
      {"at-most-log2",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, at_most_log2); }},
      {"at-most-log2",
       {"h(t) >= 5/2 t(1-t) >= 0 on [0, 1]", "[0, 1] 上 h(t) >= 5/2 t(1-t) >= 0"},
       Witness::ball,
       [](const Setting&) { return entropy_is_nonnegative(); }},
      {"at-most-log2",
       {"what is missing from log 2 is a sum of logarithms of numbers above 1",
        "与 log 2 之差是若干大于 1 的数的对数之和"},
       Witness::symbolic,
       [](const Setting&) { return upper_bound_by_increase(); }},
      {"attained",
       {"JSD of two point masses against log 2", "两个点质量的 JSD 与 log 2 比较"},
       Witness::grid,
       [](const Setting&) { return on_grid(only({"W10"}), equal(jsd, log2)); }},
      {"attained",
       {"the integrand where p = 0 or q = 0", "p = 0 或 q = 0 处的被积函数"},
       Witness::symbolic,
       [](const Setting&) { return attained_by_disjoint_laws(); }}};
}

template <class Functional>
Control value_twin(char letter, std::string mutant, Text what, const Functional& functional) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"}, value_is(functional),
                   identity);
}

std::vector<Control> controls() {
  return {
      value_twin('a', R"(C(G) = \mathrm{JSD}(P, Q) - \log 4)",
                 {"the factor 2 is lost", "丢了因子 2"}, combination(1, 1)),
      value_twin('b', R"(C(G) = 2\,\mathrm{JSD}(P, Q) - \log 2)",
                 {"the constant is log 2", "常数误为 log 2"}, combination(2, Rational(1, 2))),
      value_twin(
          'c',
          R"(\mathrm{JSD} = \mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) \text{ in } C(G) = 2\,\mathrm{JSD} - \log 4)",
          {"JSD without its factor 1/2", "JSD 的定义中漏了因子 1/2"}, combination(4, 1)),
      {.letter = 'd',
       .mutant = R"(\mathrm{JSD}(P, Q) \ne \mathrm{JSD}(Q, P) \text{ for } P \ne Q)",
       .what = {"not symmetric, like KL", "误认为与 KL 一样不对称"},
       .witness = Witness::symbolic,
       .on = {"W7"},
       .run = symmetric_for_different_laws}};
}

}  // namespace

void jsd_identity(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
