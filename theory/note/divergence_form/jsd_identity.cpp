// Claim 41: C(G) = 2 JSD(P, Q) - log 4, the divergence that the note never names.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::jsd;
using functionals::jsd_density;
using functionals::minus_log4;

/// C(G) is k JSD + j times the constant.
Relation value_is(int k, const Rational& j) {
  return equal(functionals::value_at_optimum, k * jsd + j * minus_log4);
}

/// (P^ + Q^)/2 log 2.
Functional log2_of_masses() {
  return -(minus_log4 / 2);
}

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

/// Against JSD(P, Q) != JSD(Q, P) for P != Q: the integrands are identical.
Evidence symmetric_for_different_laws(const Setting& setting) {
  if (!same_integrals(jsd_density, exchanged_density).same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair)) continue;
    return example(false,
                   Text{pair->name() + ": P ≠ Q, JSD(P, Q) = JSD(Q, P) exactly",
                        pair->name() + "：P ≠ Q，而 JSD(P, Q) 与 JSD(Q, P) 精确相等"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

void add_identity(Claim& claim) {
  const Relation identity = value_is(2, 1);
  // SciPy documents jensenshannon([1, 0], [.5, .5]), the root of JSD for the pair W2, whose closed
  // form is 3/4 log(4/3).
  const Relation documented_value = equal(jsd, log(Functional(4) / 3) * 3 / 4);
  PartOf(claim, "identity")
      .summed(identity)
      .enclosed(identity)
      .integrated({"both sides integrated and enclosed for laws with densities",
                   "对有密度的分布，两边分别积分并计算包含区间"},
                  Order::equal, numbers::above_minus_log4,
                  [](const EnclosedNumbers& n) -> Ball { return n.jsd * 2; })
      .same_integrands(formulas::value_at_optimum, identity_density)
      .checked(
          Witness::ball,
          {"JSD = 3/4 log(4/3) for (1, 0) and (1/2, 1/2), the square of the documented "
           "0.46450140402",
           "(1, 0) 与 (1/2, 1/2) 的 JSD = 3/4 log(4/3)，即文献值 0.46450140402 的平方"},
          [documented_value](const Setting&) { return in_balls(only({"W2"}), documented_value); });
  Twins(claim, identity)
      .on("W7")
      .grid(R"(C(G) = \mathrm{JSD}(P, Q) - \log 4)", {"the factor 2 is lost", "丢了因子 2"},
            value_is(1, 1))
      .grid(R"(C(G) = 2\,\mathrm{JSD}(P, Q) - \log 2)", {"the constant is log 2", "常数误为 log 2"},
            value_is(2, Rational(1, 2)))
      .grid(
          R"(\mathrm{JSD} = \mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) \text{ in } C(G) = 2\,\mathrm{JSD} - \log 4)",
          {"JSD without its factor 1/2", "JSD 的定义中漏了因子 1/2"}, value_is(4, 1));
}

void add_symmetric(Claim& claim) {
  PartOf(claim, "symmetric")
      .summed(equal(jsd, exchanged(jsd)),
              {"JSD(P, Q) against JSD(Q, P)", "JSD(P, Q) 与 JSD(Q, P) 比较"})
      .proved({"the integrands are identical", "两个被积函数恒等"},
              [] { return same_integrals(jsd_density, exchanged_density); });
  add_twin(
      claim, Witness::symbolic, R"(\mathrm{JSD}(P, Q) \ne \mathrm{JSD}(Q, P) \text{ for } P \ne Q)",
      {"not symmetric, like KL", "误认为与 KL 一样不对称"}, {"W7"}, symmetric_for_different_laws);
}

void add_nonnegative(Claim& claim) {
  PartOf(claim, "nonnegative")
      .integrated({"JSD integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 JSD 的包含区间"},
                  Order::at_most, numbers::zero, [](const EnclosedNumbers& n) { return n.jsd; })
      .summed(at_most(0, jsd), {"JSD summed over the grid", "在网格上求和，计算 JSD"})
      .swept(entropy_bound_in_words, entropy_is_at_most_log2)
      .proved({"two divergences, each ≥ 0 by log t ≤ t - 1", "两个散度由 log t ≤ t - 1 各自非负"},
              [] { return log4_bound_by_tangent(); });
}

void add_at_most_log2(Claim& claim) {
  const Relation at_most_log2 = at_most(jsd, log2_of_masses());
  PartOf(claim, "at-most-log2")
      .integrated({"log 2 - JSD integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 log 2 - JSD 的包含区间"},
                  Order::at_most, numbers::zero,
                  [](const EnclosedNumbers& n) -> Ball { return -n.value / 2; })
      .summed(at_most_log2,
              {"JSD against log 2, summed over the grid", "在网格上求和，比较 JSD 与 log 2"})
      .enclosed(at_most_log2, the_same_enclosed)
      .swept({"h(t) ≥ 5/2 t(1-t) ≥ 0 on [0, 1]", "[0, 1] 上 h(t) ≥ 5/2 t(1-t) ≥ 0"},
             [] { return entropy_is_nonnegative(); })
      .proved({"what is missing from log 2 is a sum of logarithms of numbers above 1",
               "与 log 2 之差是若干大于 1 的数的对数之和"},
              upper_bound_by_increase);
  PartOf(claim, "attained")
      .checked(Witness::grid,
               {"JSD of two point masses against log 2", "两个单点分布的 JSD 与 log 2 比较"},
               [](const Setting&) { return on_grid(only({"W10"}), equal(jsd, log2_of_masses())); })
      .proved({"the integrand where p = 0 or q = 0", "p = 0 或 q = 0 处的被积函数"},
              attained_by_disjoint_laws);
}

}  // namespace

void jsd_identity(Claim& claim) {
  add_identity(claim);
  add_symmetric(claim);
  add_nonnegative(claim);
  add_at_most_log2(claim);
}

}  // namespace gancheck
