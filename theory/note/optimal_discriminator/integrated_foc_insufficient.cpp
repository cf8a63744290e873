// Claim 25: the integral of p/D - q/(1-D), set to zero, is not the condition for D*: D = 1/2 always
// solves that equation, and D* need not. What is needed is p/D = q/(1-D) almost everywhere.
#include <fmt/format.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::optimal_discriminator;
using formulas::slope;
using functionals::minus_log4;
using functionals::value_at_optimum;

// D = 1/2.

template <class T>
Chance<T> one_half() {
  return {T(1) / 2, T(1) / 2};
}
/// p/D - q/(1-D), and the integrand of V, at D = 1/2.
constexpr auto slope_at_half = []<class T>(const T& p, const T& q) -> T {
  return slope(p, q, one_half<T>());
};
constexpr auto value_of_half = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, one_half<T>());
};

/// V(1/2) = -log 4.
Relation value_of_half_is_constant() {
  return equal(integral_of(value_of_half), minus_log4);
}
/// V(1/2) < C(G).
Relation half_is_worse() {
  return less(integral_of(value_of_half), value_at_optimum);
}

/// With m = (p+q)/2 and f(t) = t - 1 - log t >= 0, = 0 only at 1: V(1/2) is -log 4, spread over the
/// masses, and C(G) - V(1/2) is the integral of p f(m/p) + q f(m/q), where a term with p = 0 is m;
/// it vanishes only where p = m = q.
Evidence half_is_worse_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const auto room = [](const Symbol& a, const Symbol& b) -> Symbol {
    return formulas::value_at_optimum(a, b) - value_of_half(a, b);
  };
  const auto gap = [](const Symbol& a, const Symbol& m) -> Symbol {
    return a * formulas::tangent_gap(m / a);
  };
  const Symbol m = formulas::mixture(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  for (const Identity& i : same_where_not_null(
           value_of_half, []<class T>(const T&a, const T&b) -> T { return -(a + b) * log(T(2)); }))
    proof.push_back(i);
  proof.push_back({room(p, q), gap(p, m) + gap(q, m)});
  proof.push_back({room(p, none), gap(p, p / 2) + p / 2});
  proof.push_back({room(none, q), gap(q, q / 2) + q / 2});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

// P = (a, b), Q = (b, a): every D = (t, 1-t) is a solution, as the terms cancel in pairs.

template <class T>
T integral_on_two_points(const T& a, const T& b, const Chance<T>& t) {
  return slope(a, b, t) + slope(b, a, Chance<T>{t.no, t.yes});
}
constexpr auto curve_of_solutions = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (k, 10-k)/10, Q = (10-k, k)/10, D = (t, 1-t)",
             "P = (k, 10-k)/10，Q = (10-k, k)/10，D = (t, 1-t)"});
  for (int k = 0; k <= 10; ++k) {
    for (int t = 1; t < 10; ++t) {
      const T a = T(k) / 10, b = T(10 - k) / 10;
      take.equal(integral_on_two_points(a, b, Chance<T>{T(t) / 10, T(10 - t) / 10}), T(0),
                 [=] { return fmt::format("k = {}, t = {}/10", k, t); });
    }
  }
};
/// Also: the derivative of the integral with respect to the value D(x) at one point is negative, so
/// that D at all other points leaves at most one solution D(x).
Evidence curve_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Symbol none(0), one(1);
  const Chance<Symbol> chance{y, one - y};
  return same_forms(
      {{integral_on_two_points(a, b, free_chance()), none},
       {-derivative(slope(a, b, chance), y), a / (y * y) + b / ((one - y) * (one - y))}},
      {"all P = (a, b), Q = (b, a) and 0 < t < 1; all p, q > 0 and 0 < D < 1",
       "一切 P = (a, b)、Q = (b, a) 与 0 < t < 1；一切 p、q > 0 与 0 < D < 1"},
      {lemma::increase});
}
Evidence curve_at_random_points() {
  return at_random_points(
      {"a", "b", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        return {{integral_on_two_points(x[0], x[1], rational_chance(x[2], x[3])), Rational(0)}};
      });
}

// D = D*.

/// a/y with 0/0 = 0.
template <class T>
T quotient(const T& a, const T& y) {
  return is_exactly_zero(a) ? T(0) : T(a / y);
}
constexpr auto slope_at_dstar = []<class T>(const T& p, const T& q) -> T {
  const Chance<T> best = optimal_discriminator(p, q);
  return quotient(p, best.yes) - quotient(q, best.no);
};
/// The integrand of P(q = 0) - Q(p = 0).
constexpr auto unshared = []<class T>(const T& p, const T& q) -> T {
  if (is_exactly_zero(q)) return p;
  return is_exactly_zero(p) ? T(-q) : T(0);
};
Relation integral_at_dstar() {
  return equal(integral_of(slope_at_dstar), integral_of(unshared));
}
/// Where p, q > 0 the slope at D* is 0; where q = 0 < p it is p/1, where p = 0 < q it is -q/1.
Evidence integral_at_dstar_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  return same_forms({{slope(p, q, optimal_discriminator(p, q)), none},
                     {p / optimal_discriminator(p, none).yes, p},
                     {q / optimal_discriminator(none, q).no, q}},
                    all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}
/// W2: P = (1, 0), Q = (1/2, 1/2).
Comparisons minus_half_on_w2() {
  return on_built_in({"W2"}, equal(integral_of(slope_at_dstar), Functional(Rational(-1, 2))));
}

// The condition at every point.

/// (p/D - q/(1-D)) D (1-D) and (p+q)(D* - D).
constexpr auto slope_times_variance = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return slope(a, b, y) * y.yes * y.no;
};
constexpr auto distance_to_dstar = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return a - (a + b) * y.yes;
};
Comparisons vanishes_only_at_dstar() {
  return at_points(equal(slope_times_variance, distance_to_dstar));
}
Evidence vanishes_at_random_points() {
  return at_random_points({"p", "q", "u", "v"},
                          [](std::span<const Rational> x) -> std::vector<Sides> {
                            const Chance<Rational> y = rational_chance(x[2], x[3]);
                            const Rational gap = optimal_discriminator(x[0], x[1]).yes - y.yes;
                            return {{slope_times_variance(x[0], x[1], y), (x[0] + x[1]) * gap}};
                          });
}

/// The derivative of V at D in the direction D* - D, and 4 (p+q)(D - D*)².
constexpr auto towards_dstar = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return slope(p, q, d) * (optimal_discriminator(p, q).yes - d.yes);
};
constexpr auto four_squares = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const T distance = optimal_discriminator(p, q).yes - d.yes;
  return 4 * (p + q) * distance * distance;
};
Relation rises_towards_dstar() {
  using spread::Inside;
  using spread::integral;
  return at_most(integral<Inside>(four_squares), integral<Inside>(towards_dstar));
}

/// With w = D* - D: (p/D - q/(1-D)) w = (p+q) w²/(D(1-D)), also where p or q vanishes, and
/// 1/(D(1-D)) - 4 = (u-v)²/(uv) >= 0 for D = u/(u+v). So V rises towards D* unless D = D* almost
/// everywhere: if the derivative vanishes in every direction, it vanishes in this one.
Evidence only_dstar_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Symbol u = Symbol::positive("u"), v = Symbol::positive("v");
  const Chance<Symbol> d = free_chance();
  const Symbol variance = d.yes * d.no;
  std::vector<Identity> proof = {{Symbol(1) / variance - 4, (u - v) * (u - v) / (u * v)}};
  for (const auto& [data, generator] : {std::pair(p, q), std::pair(p, none), std::pair(none, q)}) {
    proof.push_back(
        {4 * towards_dstar(data, generator, d) * variance, four_squares(data, generator, d)});
  }
  return same_forms(
      proof, {"all P, Q and all D in (0, 1)", "一切 P、Q 与 (0, 1) 中的 D"},
      {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity, lemma::vanishing});
}

/// (p/D - q/(1-D)) D(1-D) = (p+q)(D* - D), also where p or q vanishes: as D(1-D) > 0 and p+q > 0,
/// one side vanishes exactly if the other does.
Evidence pointwise_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Chance<Symbol> d = free_chance();
  std::vector<Identity> proof;
  for (const auto& [a, b] : {std::pair(p, q), std::pair(p, none), std::pair(none, q)}) {
    proof.push_back(
        {slope_times_variance(a, b, d), (a + b) * (optimal_discriminator(a, b).yes - d.yes)});
  }
  return same_forms(proof,
                    {"all p, q ≥ 0 with p + q > 0, all D in (0, 1)",
                     "一切满足 p + q > 0 的 p, q ≥ 0 与 (0, 1) 中的 D"},
                    {});
}

/// Against "p/D = q/(1-D) is needed only where p = q": on a pair with p != q at every point nothing
/// would be required of D, and D = 1/2 has V = -log 4 < C(G).
Evidence needed_where_densities_differ(const Setting& setting) {
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.named) {
    const Densities& d = pair->densities();
    bool equal_somewhere = false;
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      equal_somewhere = equal_somewhere || compare(d.data[i], d.generator[i]) == 0;
    }
    const Columns<Ball> c = Seen<Ball>::columns(*pair);
    if (equal_somewhere || !(value_at_optimum(c) - integral_of(value_of_half)(c)).is_positive()) {
      continue;
    }
    return example(false,
                   Text{pair->name() + ": p ≠ q at every point, and V(1/2, G) < C(G)",
                        pair->name() + "：每一点都有 p ≠ q，而 V(1/2, G) < C(G)"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

void add_half(Claim& claim) {
  const Comparisons solved = on_probabilities(equal(integral_of(slope_at_half), 0));
  PartOf(claim, "half-solves")
      .summed(solved, {"the integral at D = 1/2", "D = 1/2 处的积分"})
      .enclosed(solved, the_same_enclosed)
      .proved({"2p - 2q, integrated", "对 2p - 2q 积分"},
              [] { return same_by_masses(slope_at_half, Symbol(0)); });
  PartOf(claim, "half-not-optimal")
      .summed(value_of_half_is_constant(), {"V(1/2, G) against -log 4", "V(1/2, G) 与 -log 4 比较"})
      .summed(on_built_in({"W1", "W2", "W7"}, half_is_worse()),
              {"V(1/2, G) against C(G)", "V(1/2, G) 与 C(G) 比较"})
      .enclosed(for_pairs_where({are_different, {"P = Q", "P = Q"}}, half_is_worse()),
                {"the same for every named pair with P ≠ Q, enclosed",
                 "同上，对每个 P ≠ Q 的具名分布对计算包含区间"})
      .swept(entropy_bound_in_words, entropy_is_at_most_log2)
      .proved({"V(1/2, G) = -log 4, and C(G) - V(1/2, G) is a sum of two divergences that vanishes "
               "only "
               "for P = Q",
               "V(1/2, G) = -log 4，而 C(G) - V(1/2, G) 是两个散度之和，仅在 P = Q 时为零"},
              half_is_worse_by_tangent);
  PartOf(claim, "many-solutions")
      .summed(curve_of_solutions, {"the integral along the curve", "沿曲线计算积分"})
      .enclosed(curve_of_solutions, the_same_enclosed)
      .proved({"the terms cancel; the derivative with respect to one value of D is negative",
               "各项相消；对 D 的一个值的导数为负"},
              curve_by_algebra)
      .at_random_points(curve_at_random_points);
}

void add_dstar(Claim& claim) {
  PartOf(claim, "dstar-need-not")
      .summed(integral_at_dstar(), {"the integral at D* against P(q = 0) - Q(p = 0)",
                                    "D* 处的积分与 P(q = 0) - Q(p = 0) 比较"})
      .summed(minus_half_on_w2(), {"it is -1/2 for P = (1, 0), Q = (1/2, 1/2)",
                                   "P = (1, 0)、Q = (1/2, 1/2) 时它等于 -1/2"})
      .enclosed(integral_at_dstar(), the_same_enclosed)
      .proved({"p/D* - q/(1-D*) is 0, p or -q", "p/D* - q/(1-D*) 为 0、p 或 -q"},
              integral_at_dstar_by_algebra);
  PartOf(claim, "pointwise-condition")
      .summed(vanishes_only_at_dstar(), {"(p/D - q/(1-D)) D(1-D) against (p+q)(D* - D)",
                                         "(p/D - q/(1-D)) D(1-D) 与 (p+q)(D* - D) 比较"})
      .swept({"the slope points to D*: 1/(y(1-y)) ≥ 3.99 on (0, 1)",
              "导数指向 D*：(0, 1) 上 1/(y(1-y)) ≥ 3.99"},
             [] { return slope_points_to_maximum(); })
      .proved({"(p/D - q/(1-D)) D(1-D) = (p+q)(D* - D)", "(p/D - q/(1-D)) D(1-D) = (p+q)(D* - D)"},
              pointwise_by_algebra)
      .at_random_points(vanishes_at_random_points);
  PartOf(claim, "every-direction")
      .summed(rises_towards_dstar(), {"the derivative of V in the direction D* - D against the "
                                      "integral of 4(p+q)(D - D*)²",
                                      "V 沿 D* - D 方向的导数与 4(p+q)(D - D*)² 的积分比较"})
      .enclosed(rises_towards_dstar(), the_same_enclosed)
      .proved({"the derivative is the integral of (p+q)(D* - D)²/(D(1-D)), and D(1-D) ≤ 1/4",
               "该导数是 (p+q)(D* - D)²/(D(1-D)) 的积分，且 D(1-D) ≤ 1/4"},
              only_dstar_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, value_of_half_is_constant())
      .on("W7")
      .grid(
          R"(\int \Bigl[\frac{p}{D} - \frac{q}{1-D}\Bigr]\,d\mu = 0 \implies D \text{ is optimal})",
          {"any solution of the integrated equation is optimal, here D = 1/2",
           "误认为积分方程的任何解都最优，此处取 D = 1/2"},
          equal(integral_of(value_of_half), value_at_optimum));
  Twins(claim, integral_at_dstar())
      .on("W2")
      .grid(R"(\int \Bigl[\frac{p}{D^*} - \frac{q}{1-D^*}\Bigr]\,d\mu = 0 \text{ for every pair})",
            {"the integral vanishes at D* always", "误认为积分在 D* 处总为零"},
            equal(integral_of(slope_at_dstar), 0));
  add_twin(claim, Witness::ball,
           R"(\frac{p}{D} = \frac{q}{1-D} \text{ is needed only where } p = q)",
           {"nothing is required where the densities differ", "误认为在 p ≠ q 处没有任何要求"},
           {"W1"}, needed_where_densities_differ);
}

}  // namespace

void integrated_foc_insufficient(Claim& claim) {
  add_half(claim);
  add_dstar(claim);
  add_twins(claim);
}

}  // namespace gancheck
