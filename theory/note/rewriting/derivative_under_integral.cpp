// Claim 23: the derivative of V(D + t eta, G) at t = 0, under the integral, for D in [e, 1-e] and
// bounded directions eta. The remainder is bounded, so that no theorem on exchanging limits is
// needed.
#include <fmt/format.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::slope;
using formulas::tangent_gap;
using formulas::value_density;
using spread::InsideToo;
using spread::Middle;

// D in [1/10, 9/10], and a direction eta in (-1, 1) that is not constant: for |t| <= 1/20 all of D
// + t eta lies in [1/20, 19/20].

template <class T>
Chance<T> discriminator(std::size_t i) {
  return spread::chance<T>(Middle::at(i));
}
template <class T>
T direction(std::size_t i) {
  const Chance<T> x = spread::chance<T>(InsideToo::at(i));
  return x.yes - x.no;
}
/// D + t eta.
template <class T>
Chance<T> moved(std::size_t i, const Rational& t) {
  const Chance<T> d = discriminator<T>(i);
  const T step = exactly<T>(t) * direction<T>(i);
  return {d.yes + step, d.no - step};
}

/// The integral of f(number of the point, p, q).
template <class F>
Functional integral_by_points(const F& f) {
  return [f]<class T>(const Columns<T>& c) -> T {
    std::vector<T> terms;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (!is_null(c, i)) terms.push_back(T(c.weight[i] * f(i, c.p[i], c.q[i])));
    }
    return sum(std::span<const T>(terms));
  };
}

/// V(D + t eta, G)
Functional value_at(const Rational& t) {
  return integral_by_points([t]<class T>(std::size_t i, const T& p, const T& q) -> T {
    return value_density(p, q, moved<T>(i, t));
  });
}
/// The integral of a formula for v' at D times eta.
template <class Slope>
Functional along_direction(const Slope& formula) {
  return integral_by_points([formula]<class T>(std::size_t i, const T& p, const T& q) -> T {
    return formula(p, q, discriminator<T>(i)) * direction<T>(i);
  });
}
Functional without_direction() {
  return integral_by_points([]<class T>(std::size_t i, const T& p, const T& q) -> T {
    return slope(p, q, discriminator<T>(i));
  });
}
constexpr auto lost_sign = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return p / d.yes + q / d.no;
};

/// |V(D + t eta) - V(D) - t derivative| <= 2 t² (P^ + Q^)/e² with e = 1/10.
Relation remainder_is_small(const Rational& t, const Functional& derivative) {
  return at_most(abs(value_at(t) - value_at(0) - Functional(t) * derivative),
                 Functional(Rational(200) * t * t) * functionals::total_mass);
}
Relation derivative_is(const Functional& derivative) {
  return remainder_is_small(power_of_ten(-6), derivative);
}

/// The largest |h(D + t eta) - h(D)|/(p + q) of all points.
Functional largest_change(const Rational& t) {
  return [t]<class T>(const Columns<T>& c) -> T {
    T largest(0);
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const T before = value_density(c.p[i], c.q[i], discriminator<T>(i));
      const T after = value_density(c.p[i], c.q[i], moved<T>(i, t));
      largest = max(largest, T(abs(after - before) / (c.p[i] + c.q[i])));
    }
    return largest;
  };
}
/// It is at most 2|t|/e.
Relation is_dominated(const Rational& t) {
  return at_most(largest_change(t), Rational(20) * abs(t));
}

/// What three proofs use, with f(x) = x - 1 - log x >= 0. 1 - 1/x = log x - f(1/x)
/// <= log x <= x - 1, and f(x) <= f(x) + f(1/x) = (x-1)²/x.
std::vector<Identity> logarithm_between() {
  const Symbol x = Symbol::positive("x"), one(1);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({x - one - log(x), tangent_gap(x)});
  proof.push_back({log(x) - (one - one / x), tangent_gap(one / x)});
  proof.push_back({tangent_gap(x) + tangent_gap(one / x), (x - one) * (x - one) / x});
  return proof;
}

const Text every_direction = {"all P, Q, all D in [ε, 1-ε], all η and t with |tη| ≤ ε/2",
                              "一切 P、Q，[ε, 1-ε] 中的一切 D，满足 |tη| ≤ ε/2 的一切 η 与 t"};

/// With D' = D + t eta: V(D') - V(D) - t derivative is minus the integral of p f(D'/D) + q
/// f((1-D')/(1-D)), where f(D'/D) <= (D'-D)²/(D D') and 1/(D D') <= 2/e² for D = e + r, D' = e/2 +
/// s; so it lies between 0 and -2 t² eta² (p+q)/e², integrated.
Evidence remainder_by_tangent() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Symbol p = variable("p"), q = variable("q"), none(0);
  const Chance<Symbol> d = free_chance(), other = free_chance("i", "j");
  const auto remainder = [&](const Symbol& a, const Symbol& b) -> Symbol {
    return value_density(a, b, other) - value_density(a, b, d) -
           slope(a, b, d) * (other.yes - d.yes);
  };
  const auto gaps = [&](const Symbol& a, const Symbol& b) -> Symbol {
    return -(a * tangent_gap(other.yes / d.yes) + b * tangent_gap(other.no / d.no));
  };
  std::vector<Identity> proof = logarithm_between();
  for (Identity& i : same_where_not_null(remainder, gaps)) proof.push_back(std::move(i));
  const Symbol e = variable("e"), r = variable("r"), s = variable("s"), one(1);
  const Symbol first = e + r, second = e / 2 + s, ratio = second / first;
  const Symbol distance = second - first;
  proof.push_back({(ratio - one) * (ratio - one) / ratio, distance * distance / (first * second)});
  proof.push_back({2 / (e * e) - one / (first * second),
                   (2 * e * s + e * r + 2 * r * s) / (e * e * first * second)});
  return same_forms(
      proof, every_direction,
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

/// |log D' - log D| <= |D'-D|/min(D, D'), and 1/D <= 2/e for D = e/2 + s; the same for 1 - D.
Evidence dominated_by_tangent() {
  const Symbol e = Symbol::positive("e"), s = Symbol::positive("s");
  const Symbol d = Symbol::positive("d"), other = Symbol::positive("c"), one(1);
  std::vector<Identity> proof = logarithm_between();
  proof.push_back({other / d - one, (other - d) / d});
  proof.push_back({one - d / other, (other - d) / other});
  proof.push_back({2 / e - one / (e / 2 + s), 4 * s / (e * (e + 2 * s))});
  return same_forms(proof, every_direction, {lemma::convexity});
}

// A worked example: p = 2x, q = 2(1-x) on [0, 1], D = 1/4 + bx with b = 1/2 (W4), and eta = x: D +
// t eta has b = 1/2 + t. With y = 1 - x the second term of V becomes one like the first.

/// A primitive of 2x log(a + bx).
constexpr auto primitive_of_term = []<class T>(const T& x, const T& a, const T& b) -> T {
  const T at = a + b * x;
  return x * x * log(at) - x * x / 2 + a * x / b - a * a / (b * b) * log(at);
};
template <class T>
T integral_of_term(const T& a, const T& b) {
  return primitive_of_term(T(1), a, b) - primitive_of_term(T(0), a, b);
}
/// V(D, G) for D = a + bx, 1 - D = c - bx.
template <class T>
T value_on_line(const T& a, const T& b, const T& c) {
  return integral_of_term(a, b) + integral_of_term(T(c - b), b);
}
/// The integral of (p/D - q/(1-D)) x: its primitive is -4x - 3 log(3-2x) + log(1+2x).
template <class T>
T slope_on_line() {
  return 4 * log(T(3)) - 4;
}

/// V is concave in t, so that the difference quotients for t > 0 and t < 0 lie on either side of
/// the derivative.
constexpr auto between_quotients = []<class T>(const Setting&, Take<T>& take) {
  take.over({"p = 2x, q = 2(1-x), D = 1/4 + x/2, η = x, t = 1/8, ..., 1/1024",
             "p = 2x，q = 2(1-x)，D = 1/4 + x/2，η = x，t = 1/8、…、1/1024"});
  const auto value = [](const Rational& b) {
    return value_on_line(exactly<T>(Rational(1, 4)), exactly<T>(b), exactly<T>(Rational(3, 4)));
  };
  const Rational half(1, 2);
  const T here = value(half);
  for (int n = 8; n <= 1024; n *= 2) {
    const auto where = [n] { return fmt::format("t = 1/{}", n); };
    take.at_most(T((value(half + Rational(1, n)) - here) * n), slope_on_line<T>(), where);
    take.at_most(slope_on_line<T>(), T((here - value(half - Rational(1, n))) * n), where);
  }
};

/// The derivative of the closed form of V by b at b = 1/2, and the integral of the derivative: both
/// are 4 log 3 - 4.
Evidence example_by_algebra() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Symbol x = variable("x"), a = variable("a"), b = variable("b"), c = variable("c");
  const Symbol one(1), quarter = one / 4, half = one / 2;
  const auto at_example = [&](const Symbol& f) {
    return substitute(substitute(substitute(f, a, quarter), c, 3 * quarter), b, half);
  };
  const Chance<Symbol> d = {quarter + x / 2, 3 * quarter - x / 2};
  // -F(1-x) is a primitive of 2(1-x) log(c-bx), where c = b + g, here at x = u/(u+v) in (0, 1).
  const Symbol g = variable("g");
  const Chance<Symbol> at = free_chance();
  const Symbol mirrored = derivative(-primitive_of_term(Symbol(one - x), g, b), x);
  // -3 log(3-2x) and log(1+2x) in terms of 3 - 2x = 4 (1-D) and 1 + 2x = 4 D.
  const Symbol primitive = -(4 * x) - 3 * log(4 * d.no) + log(4 * d.yes);
  return same_forms(
      {{derivative(primitive_of_term(x, a, b), x), 2 * x * log(a + b * x)},
       {substitute(mirrored, x, at.yes), 2 * at.no * log((b + g) - b * at.yes)},
       {at_example(derivative(value_on_line(a, b, c), b)), slope_on_line<Symbol>()},
       {derivative(primitive, x), slope(2 * x, 2 * (one - x), d) * x},
       {substitute(primitive, x, one) - substitute(primitive, x, Symbol(0)),
        slope_on_line<Symbol>()}},
      {"p = 2x, q = 2(1-x), D = 1/4 + x/2, η = x", "p = 2x，q = 2(1-x)，D = 1/4 + x/2，η = x"},
      {lemma::fundamental_theorem});
}

// Without the bound: P = U(0, 1), Q on [0, 1], D(x) = x/2, eta = 1. V(D) is finite and D > 0
// almost everywhere, but D touches 0. With t = s/2 the first term of V is the integral of
// log((x+s)/2).

/// Its primitive.
constexpr auto primitive = []<class T>(const T& x, const T& s) -> T {
  return times_log(T(x + s), T(x + s)) - x - x * log(T(2));
};
template <class T>
T data_term(const T& s) {
  return primitive(T(1), s) - primitive(T(0), s);
}

/// The difference quotient of the first term is at least -2 log s: so for s = 1/2, 1/4, ..., 2^-40.
constexpr auto grows = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = U(0, 1), D(x) = x/2, η = 1, t = 1/4, ..., 2^-41",
             "P = U(0, 1)，D(x) = x/2，η = 1，t = 1/4、…、2^-41"});
  Rational s = 1;
  for (int k = 1; k <= 40; ++k) {
    s /= 2;
    const T t = exactly<T>(s) / 2;
    const T quotient = (data_term(exactly<T>(s)) - data_term(T(0))) / t;
    take.at_most(T(2 * k * log(T(2))), quotient, [k] { return fmt::format("t = 2^-{}", k + 1); });
  }
};

/// The quotient of the first term is -2 log s plus 2 (1+s) log(1+s)/s, which is positive; and -log
/// s grows by log 2 from s to s/2, without end. That of the second is at least -4 for t <= 1/4:
/// with y = (1-D-t)/(1-D), log y >= 1 - 1/y = -t/(1-D-t), and 1-D-t = 1/4 + r, as D <= 1/2.
Evidence growth_by_algebra() {
  const Symbol s = Symbol::positive("s"), x = Symbol::positive("x"), one(1), none(0);
  const Symbol r = Symbol::positive("r"), step = Symbol::positive("t"), moved = one / 4 + r;
  const Symbol t = s / 2, excess = 2 * (one + s) * log(one + s) / s;
  std::vector<Identity> proof = logarithm_between();
  for (Identity& i :
       std::vector<Identity>{{derivative(primitive(x, s), x), log((x + s) / 2)},
                             {derivative(primitive(x, none), x), log(x / 2)},
                             {(data_term(s) - data_term(none)) / t, -(2 * log(s)) + excess},
                             {derivative(log(one + s), s), one / (one + s)},
                             {log(one), none},
                             {-log(s / 2), -log(s) + log(Symbol(2))},
                             {one - one / (moved / (moved + step)), -(step / moved)},
                             {4 - one / moved, 4 * r / moved}})
    proof.push_back(std::move(i));
  return same_forms(proof,
                    {"P = U(0, 1), all Q on [0, 1], D(x) = x/2, η = 1, 0 < t ≤ 1/4",
                     "P = U(0, 1)，[0, 1] 上的一切 Q，D(x) = x/2，η = 1，0 < t ≤ 1/4"},
                    {lemma::fundamental_theorem, lemma::increase, lemma::convexity,
                     lemma::linearity, lemma::monotonicity});
}

/// Against "also for D that touches 0": a point of positive mass under P, where D = 0.
Evidence infinite_quotient(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const Densities& d = pair->densities();
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      if (d.grid.weights[i] == 0 || d.data[i].is_zero()) continue;
      return example(
          false,
          Text{name_of_point(*pair, i) + ": p > 0 = D there, D = 1/2 elsewhere, η = 1: "
                                         "V(D, G) = -∞ < V(D + t, G), the quotient is "
                                         "+∞ for every t in (0, 1/2)",
               name_of_point(*pair, i) + "：该点 p > 0 = D，其余各点 D = 1/2，η = 1；V(D, G) = -∞ "
                                         "< V(D + t, G)，对每个 t ∈ (0, 1/2)，差商均为 +∞"},
          setting.scope);
    }
  }
  return no_example(setting.scope);
}

}  // namespace

void derivative_under_integral(Claim& claim) {
  const Functional right = along_direction(slope);
  const Relation truth = derivative_is(right);
  PartOf(claim, "derivative")
      .summed(remainder_is_small(Rational(1, 20), right),
              {"the remainder for t = 1/20", "t = 1/20 时的余项"})
      .summed(remainder_is_small(Rational(-1, 20), right),
              {"the remainder for t = -1/20", "t = -1/20 时的余项"})
      .summed(truth, {"the remainder for t = 1e-6", "t = 1e-6 时的余项"})
      .enclosed(truth, the_same_enclosed)
      .proved({"the remainder as a sum of terms x - 1 - log x, which are at most (x-1)²/x",
               "余项写成若干项 x - 1 - log x 之和，每项不大于 (x-1)²/x"},
              remainder_by_tangent);
  PartOf(claim, "dominated")
      .summed(is_dominated(Rational(1, 20)),
              {"the change of the integrand over p + q, at most 2t/ε: t = 1/20",
               "被积函数的改变量除以 p + q，不大于 2t/ε：t = 1/20"})
      .enclosed(is_dominated(Rational(1, 20)), the_same_enclosed)
      .proved({"1 - 1/x ≤ log x ≤ x - 1", "1 - 1/x ≤ log x ≤ x - 1"}, dominated_by_tangent);
  PartOf(claim, "example")
      .summed(between_quotients, {"4 log 3 - 4 between difference quotients of V in closed form",
                                  "4 log 3 - 4 介于 V 的闭式的两侧差商之间"})
      .enclosed(between_quotients, the_same_enclosed)
      .proved({"V in closed form differentiated, and the derivative integrated",
               "对 V 的闭式求导，并对导数积分"},
              example_by_algebra);
  PartOf(claim, "no-bound")
      .summed(grows, {"the difference quotient of the first term for 40 values of t, at least "
                      "-2 log 2t",
                      "对 40 个 t 检验第一项的差商不小于 -2 log 2t"})
      .enclosed(grows, the_same_enclosed)
      .proved({"the quotient of the first term is -2 log 2t plus a positive number, that of the "
               "second at least -4",
               "第一项的差商等于 -2 log 2t 加一个正数，第二项的差商不小于 -4"},
              growth_by_algebra);
  Twins(claim, truth)
      .on("W7")
      .grid(R"(\frac{d}{dt} V(D + t\eta, G) = \int \Bigl[\frac{p}{D} - \frac{q}{1-D}\Bigr]\,d\mu)",
            {"the direction left out: the same number for every η",
             "漏掉方向 η：对一切 η 得同一个数"},
            derivative_is(without_direction()))
      .grid(R"(\int \Bigl[\frac{p}{D} + \frac{q}{1-D}\Bigr] \eta\,d\mu)",
            {"the sign of the second term is lost", "第二项丢了负号"},
            derivative_is(along_direction(lost_sign)));
  add_twin(claim, Witness::symbolic, R"(\text{the same for } D \text{ with } D = 0 < p)",
           {"a finite derivative also where D touches 0", "误认为 D 触及 0 时导数仍有限"}, {"W1"},
           infinite_quotient);
}

}  // namespace gancheck
