// One of the two terms of V by itself: p log D, which D = 1 makes largest, or q log(1-D), which
// D = 0 does. Both are w log c: the weight w of a law and the chance c that D gives to it.
// [claims 8, 9]
#pragma once

#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck::one_term {

/// p log D: c = D.
struct OfData {
  template <class T>
  static T weight(const T& p, const T&) {
    return p;
  }
  template <class T>
  static Chance<T> chance(const Chance<T>& d) {
    return d;
  }
  static const Real& density(const Densities& d, std::size_t i) { return d.data[i]; }
  static PointCase alone(const PointCase& x) { return {x.a, Real(0), x.yes, x.origin}; }
  static constexpr int direction = 1;  ///< dc/dD
};

/// q log(1-D): c = 1-D.
struct OfGenerator {
  template <class T>
  static T weight(const T&, const T& q) {
    return q;
  }
  template <class T>
  static Chance<T> chance(const Chance<T>& d) {
    return {d.no, d.yes};
  }
  static const Real& density(const Densities& d, std::size_t i) { return d.generator[i]; }
  static PointCase alone(const PointCase& x) { return {Real(0), x.b, x.yes, x.origin}; }
  static constexpr int direction = -1;
};

/// w log c.
template <class Of>
constexpr auto term = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return times_log(Of::weight(p, q), Of::chance(d).yes);
};
/// w log((1+c)/2): the term for a D half-way to the best one.
template <class Of>
constexpr auto raised = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return times_log(Of::weight(p, q), T((1 + Of::chance(d).yes) / 2));
};
/// w log c at c = 1.
template <class Of>
constexpr auto at_end =
    []<class T>(const T& p, const T& q) -> T { return times_log(Of::weight(p, q), T(1)); };
/// -w (1-c).
template <class Of>
constexpr auto minus_rest = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return -(Of::weight(p, q) * Of::chance(d).no);
};
/// The derivative with respect to D: w/c or -w/c.
template <class Of>
constexpr auto slope = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return Of::direction * (Of::weight(p, q) / Of::chance(d).yes);
};

/// A formula for that derivative, against automatic differentiation.
template <class Of>
Comparisons slope_is(const GameFormula& formula) {
  return at_points(
      [formula](const PointCase& x, const At<Tracked>& t, Take<Tracked>& take, const Where& where) {
        take.equal(formula(t.a, t.b, t.y), differentiate(Of::alone(x)).first, where);
      });
}

/// w log c grows with c: it is less at c than half-way from there to 1.
template <class Of>
Comparisons grows() {
  return at_points(less(term<Of>, raised<Of>));
}
template <class Of>
Comparisons falls() {
  return at_points(less(raised<Of>, term<Of>));
}

/// d/dD of w log c, where D is the variable, and its sign.
template <class Of>
Evidence slope_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), d = Symbol::positive("d");
  const Chance<Symbol> y{d, Symbol(1) - d};
  return same_form(derivative(term<Of>(p, q, y), d), slope<Of>(p, q, y),
                   {"all p, q > 0 and 0 < d < 1", "一切 p、q > 0 与 0 < d < 1"}, {lemma::increase});
}

/// The integrals for D and for the raised one.
template <class Of, class D>
Relation ordered() {
  return less(spread::integral<D>(term<Of>), spread::integral<D>(raised<Of>));
}
template <class Of, class D>
Relation ordered_weakly() {
  return at_most(spread::integral<D>(term<Of>), spread::integral<D>(raised<Of>));
}

/// w log(c+e) is w log c at e = 0 and has the derivative w/(c+e) > 0 with respect to e. (At c = 0
/// it is -infinity.)
template <class Of>
Evidence ordered_by_algebra() {
  const Symbol w = Symbol::positive("w"), c = Symbol::positive("c"), e = Symbol::positive("e");
  const Symbol of_larger = times_log(w, c + e);
  return same_forms({{substitute(of_larger, e, Symbol(0)), times_log(w, c)},
                     {derivative(of_larger, e), w / (c + e)}},
                    {"all laws, all pairs of discriminators", "一切分布，一切两个判别器"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// The integral of w log c is at most minus that of w (1-c).
template <class Of, class D>
Relation below_end() {
  return at_most(spread::integral<D>(term<Of>), spread::integral<D>(minus_rest<Of>));
}
/// It is 0 for c = 1.
template <class Of>
Relation zero_at_end() {
  return equal(integral_of(at_end<Of>), 0);
}

/// -w (1-c) - w log c = w f(c) with f(t) = t - 1 - log t >= 0, = 0 only at 1. (At c = 0 it is
/// infinite.)
template <class Of>
Evidence below_end_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Chance<Symbol> d = free_chance();
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({minus_rest<Of>(p, q, d) - term<Of>(p, q, d),
                   Of::weight(p, q) * formulas::tangent_gap(Of::chance(d).yes)});
  proof.push_back({at_end<Of>(p, q), Symbol(0)});
  return same_forms(proof, {"all P, Q and all D", "一切 P、Q 与一切 D"},
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// The chance c of the maximiser of both terms together that bisection finds, times p+q.
template <class Of>
constexpr auto chance_found = [](const Tracked& p, const Tracked& q) -> Tracked {
  return Of::chance(as_chance(maximise_pointwise(p.value(), q.value()), p, q)).yes * (p + q);
};
template <class Of>
constexpr auto weight = []<class T>(const T& p, const T& q) -> T { return Of::weight(p, q); };
constexpr auto both_weights = []<class T>(const T& p, const T& q) -> T { return p + q; };

/// At the best D for both terms c (p+q) is w, on a few pairs.
template <class Of>
Comparisons best_of_both() {
  return on_built_in({"W1", "W2", "W7"}, at_every_point(equal(chance_found<Of>, weight<Of>)));
}

/// The slope of both terms vanishes at D* = p/(p+q); their second derivative is minus a quotient of
/// sums of positive terms, so that D* is the only maximiser; and 1 - c = 0 there only for weight 0
/// of the other term: 1 - c is the other weight over p+q.
template <class Of>
Evidence best_of_both_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Symbol u = Symbol::positive("u"), v = Symbol::positive("v");
  const Chance<Symbol> best = formulas::optimal_discriminator(p, q);
  const Symbol bend = (u + v) * (u + v) * (p * v * v + q * u * u) / (u * v * u * v);
  const Symbol other = p + q - Of::weight(p, q);
  return same_forms({{formulas::slope(p, q, best), Symbol(0)},
                     {-formulas::curvature(p, q, free_chance()), bend},
                     {Of::chance(best).no, other / (p + q)}},
                    all_positive("p, q"), {lemma::convexity});
}

/// Against "the term grows strictly also where its weight is 0": a point of weight 0, where it is 0
/// for c = 1/4 and for c = 1/2.
template <class Of>
Evidence flat_without_weight(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const Densities& d = pair->densities();
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      if (!Of::density(d, i).is_zero()) continue;
      const Ball none = exactly<Ball>(Of::density(d, i));
      const Ball low = times_log(none, exactly<Ball>(Rational(1, 4)));
      const Ball high = times_log(none, exactly<Ball>(Rational(1, 2)));
      if (!(high - low).is_zero()) continue;
      return example(false, name_of_point(*pair, i) + ": 0 log(1/4) = 0 = 0 log(1/2)",
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

/// The parts "pointwise", "integrals", "alone" and "not-the-optimum" of both claims.
template <class Of>
void add_parts(Claim& claim) {
  using spread::Ends;
  using spread::Inside;
  const Text increasing = {"1/t ≥ 1 on (0, 1]: the logarithm increases",
                           "(0, 1] 上 1/t ≥ 1：对数函数递增"};
  const auto sweep = [] { return logarithm_increases(); };
  PartOf(claim, "pointwise")
      .summed(slope_is<Of>(slope<Of>),
              {"the derivative against automatic differentiation", "导数公式与自动微分比较"})
      .summed(grows<Of>(), {"the term at D and half-way from there to its best value",
                            "比较该项在 D 处与在 D 和最佳值的中点处的值"})
      .enclosed(grows<Of>(), the_same_enclosed)
      .swept(increasing, sweep)
      .proved({"the symbolic derivative", "符号求导"}, slope_by_algebra<Of>);
  PartOf(claim, "integrals")
      .summed(ordered<Of, Inside>(), {"both integrals for a D in (0, 1) and the D half-way to the "
                                      "best one: strictly ordered",
                                      "对取值于 (0, 1) 的 D 及其与最佳值的中点：积分严格有序"})
      .summed(ordered_weakly<Of, Ends>(), {"the same for D = 0, 1/2, 1, where an integral may be "
                                           "-∞",
                                           "同上，D 取 0、1/2、1，积分可为 -∞"})
      .enclosed(ordered<Of, Inside>(), the_same_enclosed)
      .swept(increasing, sweep)
      .proved({"w log(c+ε) increases in ε", "w log(c+ε) 关于 ε 递增"}, ordered_by_algebra<Of>);
  PartOf(claim, "alone")
      .summed(below_end<Of, Inside>(),
              {"the integral against a bound ≤ 0 that vanishes for the best D only, for a D in "
               "(0, 1)",
               "D 取值于 (0, 1)：积分与一个仅在最佳 D 处为零的非正上界比较"})
      .summed(below_end<Of, Ends>(), {"the same for D = 0, 1/2, 1", "同上，D 取 0、1/2、1"})
      .summed(zero_at_end<Of>(), {"the value for the best D", "最佳 D 处的值"})
      .enclosed(below_end<Of, Inside>(), the_same_enclosed)
      .swept({"log t ≤ t - 1 on (0, 1]", "(0, 1] 上 log t ≤ t - 1"}, sweep)
      .proved({"from log t ≤ t - 1, with equality only at t = 1",
               "由 log t ≤ t - 1 得出，仅当 t = 1 时取等号"},
              below_end_by_tangent<Of>);
  PartOf(claim, "not-the-optimum")
      .summed(best_of_both<Of>(), {"both terms together, maximised by bisection on W1, W2, W7",
                                   "在 W1、W2、W7 上用二分法求两项之和的最大值点"})
      .proved({"the only maximiser of both terms together", "两项之和的唯一最大值点"},
              best_of_both_by_algebra<Of>);
}

}  // namespace gancheck::one_term
