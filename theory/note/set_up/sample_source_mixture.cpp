// Claim 7: a fair coin Y decides whether X is drawn from P or from Q. Then X has the law M, and V
// is twice the expected log-likelihood that D gives to Y.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::mixture;
using formulas::value_density;
using spread::Ends;
using spread::Inside;
using spread::integral;

/// Pr(Y = 1) = tenths/10: whole numbers are exact in every arithmetic. The densities of (X, Y) at Y
/// = 1 and at Y = 0.
template <class T>
struct Joint {
  T real, generated;
};
template <int tenths>
constexpr auto joint = []<class T>(const T& p, const T& q) -> Joint<T> {
  return {p * tenths / 10, q * (10 - tenths) / 10};
};

/// The density of X: that of (X, Y), added up over Y.
constexpr auto marginal = []<class T>(const T& p, const T& q) -> T {
  const auto both = joint<5>(p, q);
  return both.real + both.generated;
};
constexpr auto unweighted_sum = []<class T>(const T& p, const T& q) -> T { return p + q; };

/// The expectation of Y log D + (1-Y) log(1-D), Y drawn first.
template <int tenths>
constexpr auto log_likelihood = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const auto both = joint<tenths>(p, q);
  return times_log(both.real, d.yes) + times_log(both.generated, d.no);
};
constexpr auto twice_log_likelihood = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return 2 * log_likelihood<5>(p, q, d);
};
/// The same with X drawn first, from M, and Y from its law given X, by Bayes' formula.
constexpr auto twice_with_x_first = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const T m = mixture(p, q);
  return 2 * (times_log(T(m * (p / 2 / m)), d.yes) + times_log(T(m * (q / 2 / m)), d.no));
};

template <class D>
Relation value_is(const GameFormula& formula) {
  return equal(integral<D>(value_density), integral<D>(formula));
}

/// A D in (0, 1), and D = 1 and 0 at the densities that may meet them.
Evidence value_by_algebra(
    const std::function<Symbol(const Symbol&, const Symbol&, const Chance<Symbol>&)>& formula) {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  std::vector<Identity> proof;
  const auto add = [&](const Symbol& a, const Symbol& b, const Chance<Symbol>& d) {
    proof.push_back({value_density(a, b, d), formula(a, b, d)});
  };
  add(p, q, free_chance());
  add(p, none, free_chance());
  add(none, q, free_chance());
  add(p, none, {one, none});
  add(none, q, {none, one});
  return same_forms(proof, {"all P, Q and all D", "一切 P、Q 与一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// The best D for Pr(Y = 1) = tenths/10.
template <int tenths>
constexpr auto best = []<class T>(const T& p, const T& q) -> T {
  return p * tenths / (p * tenths + q * (10 - tenths));
};
/// The D that bisection finds for 9/10, from the sign of the slope of the log-likelihood.
constexpr auto found = [](const Tracked& p, const Tracked& q) -> Tracked {
  const auto both = joint<9>(p, q);
  return as_chance(maximise_pointwise(both.real.value(), both.generated.value()), both.real,
                   both.generated)
      .yes;
};
Comparisons best_is(const Formula& formula) {
  return at_every_point(equal(formula, found));
}

/// What another D loses at a point, for Pr(Y = 1) = 9/10, is never negative.
constexpr auto none_lost = []<class T>(const T&, const T&, const Chance<T>&) -> T { return T(0); };
constexpr auto lost = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const Chance<T> at_best = {best<9>(p, q), q / (p * 9 + q)};
  return log_likelihood<9>(p, q, at_best) - log_likelihood<9>(p, q, d);
};

/// For every prior in (0, 1), in a = Pr(Y = 1) p and b = Pr(Y = 0) q, and with f(t) = t - 1 - log t
/// >= 0 (= 0 only at t = 1): the best D is s = a/(a+b), as every other one loses a f(D/s) +
/// b f((1-D)/(1-s)). Where b = 0 it loses a (f(D) + 1 - D), where a = 0 the mirror image. D = 1
/// where b = 0 and D = 0 where a = 0 are s; every other D = 0 or 1 has -infinity. The best
/// expectation is finite: it is at most 0, and at least that of D = 1/2.
Evidence best_by_tangent() {
  const Chance<Symbol> prior = free_chance("i", "j"), d = free_chance();
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Symbol a = prior.yes * p, b = prior.no * q;
  const Chance<Symbol> s = formulas::optimal_discriminator(a, b), even = {one / 2, one / 2};
  using formulas::tangent_gap;
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({value_density(a, b, s) - value_density(a, b, d),
                   a * tangent_gap(d.yes / s.yes) + b * tangent_gap(d.no / s.no)});
  proof.push_back({value_density(a, none, Chance<Symbol>{one, none}) - value_density(a, none, d),
                   a * (tangent_gap(d.yes) + d.no)});
  proof.push_back({value_density(none, b, Chance<Symbol>{none, one}) - value_density(none, b, d),
                   b * (tangent_gap(d.no) + d.yes)});
  const auto at_even = [&]<class T>(const T& x, const T& y) -> T {
    return value_density(x, y, even);
  };
  const auto finite = []<class T>(const T& x, const T& y) -> T { return -((x + y) * log(T(2))); };
  for (Identity& i : same_where_not_null(at_even, finite)) proof.push_back(std::move(i));
  return same_forms(proof,
                    {"all P, Q, all priors in (0, 1), all D in [0, 1]",
                     "一切 P、Q，(0, 1) 中的一切先验，[0, 1] 中的一切 D"},
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

void add_law(Claim& claim) {
  const Comparisons law = at_every_point(equal(marginal, mixture));
  const Comparisons mass = on_probabilities(equal(integral_of(marginal), 1));
  PartOf(claim, "law-of-x")
      .summed(law, {"the densities of (X, Y) added over Y, at every point",
                    "在每个点把 (X, Y) 的密度对 Y 求和"})
      .summed(mass, {"the mass of the law of X is 1", "X 的分布总质量为 1"})
      .enclosed(law, the_same_enclosed)
      .same_at_random_points(marginal, mixture)
      .same_integrands(marginal, mixture);
}

void add_value(Claim& claim) {
  PartOf(claim, "value")
      .summed(value_is<Inside>(twice_log_likelihood),
              {"both sides for a D in (0, 1)", "D 取值于 (0, 1)，比较两边"})
      .summed(value_is<Ends>(twice_log_likelihood),
              {"the same for D = 0, 1/2, 1: -∞ on both or on neither",
               "同上，D 取 0、1/2、1：两边同为 -∞，或都不是"})
      .enclosed(value_is<Inside>(twice_log_likelihood))
      .proved({"the integrands are identical, also for D = 0 and 1",
               "两个被积函数恒等，D = 0、1 时亦然"},
              [] { return value_by_algebra(twice_log_likelihood); });
  PartOf(claim, "x-first")
      .summed(value_is<Inside>(twice_with_x_first),
              {"X drawn from M, then Y from its law given X", "先由 M 抽取 X，再由条件分布抽取 Y"})
      .enclosed(value_is<Inside>(twice_with_x_first), the_same_enclosed)
      .proved({"the integrands are identical, also for D = 0 and 1",
               "两个被积函数恒等，D = 0、1 时亦然"},
              [] { return value_by_algebra(twice_with_x_first); });
}

void add_other_shares(Claim& claim) {
  PartOf(claim, "other-shares")
      .summed(best_is(best<9>), {"the maximiser that bisection finds at every point for π = 9/10",
                                 "π = 9/10 时，在每个点用二分法求最大值点"})
      .summed(
          for_discriminators(at_most(none_lost, lost), other_discriminators),
          {"what D = 1/2 and random D lose for π = 9/10", "π = 9/10 时，D = 1/2 与随机 D 的损失"})
      .proved({"every other D loses a sum of terms t - 1 - log t ≥ 0",
               "其他 D 的损失是若干项 t - 1 - log t ≥ 0 之和"},
              best_by_tangent);
}

}  // namespace

void sample_source_mixture(Claim& claim) {
  add_law(claim);
  add_value(claim);
  add_other_shares(claim);
  Twins(claim, at_every_point(equal(marginal, mixture)))
      .on("W7")
      .grid(R"(X \sim P + Q)", {"the sum of both laws, of mass 2", "两个分布之和，总质量为 2"},
            at_every_point(equal(marginal, unweighted_sum)));
  Twins(claim, value_is<Inside>(twice_log_likelihood))
      .on("W7")
      .grid(R"(V(D,G) = \mathrm{E}[Y \log D(X) + (1-Y) \log(1-D(X))])",
            {"the factor 2 is lost", "漏掉因子 2"}, value_is<Inside>(log_likelihood<5>));
  Twins(claim, best_is(best<9>))
      .on("W1")
      .grid(R"(D^* = \frac{p}{p+q} \text{ also for } \Pr(Y = 1) = \tfrac{9}{10})",
            {"the same optimal D for another share of real samples",
             "误认为真实样本的比例改变后，最优的 D 不变"},
            best_is(best<5>));
}

}  // namespace gancheck
