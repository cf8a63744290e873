// Claim 24: h(y) = a log y + b log(1-y) has h'(y) = a/y - b/(1-y) = (a - (a+b)y)/(y(1-y)).
#include "numerics/number/tex.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/relation.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/algebra.hpp"

namespace gancheck {
namespace {

/// A formula for h' against the derivative found by automatic differentiation. The bound is that of
/// the true formula, `formulas::slope`, at the same point.
template <class Formula>
Evidence against_differentiation(const Setting& setting, const Formula& formula) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    const Tracked derivative = differentiate(x).first;
    const double bound = bound_of(formulas::slope(t.a, t.b, t.y), derivative);
    residuals.equal(
        formula(t.a, t.b, t.y), derivative, [&] { return place(x); }, bound);
  }
  return residuals.evidence();
}

/// Both forms of h' in floating point; the twin's second form is held to the bound of the true
/// pair.
template <class Formula>
Evidence against_slope(const Setting& setting, const Formula& factored) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    const Tracked slope = formulas::slope(t.a, t.b, t.y);
    const double bound = bound_of(formulas::slope_factored(t.a, t.b, t.y), slope);
    residuals.equal(
        factored(t.a, t.b, t.y), slope, [&] { return place(x); }, bound);
  }
  return residuals.evidence();
}

/// Both forms enclosed at the same points, over a + b: weights of 1e-308 leave no room for the
/// radii in doubles.
Evidence slopes_enclosed(const Setting& setting) {
  const auto points = interior_points(setting);
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = points_scope(points.size());
  const BallPrecision precision(relation_bits);
  for (const PointCase& x : points) {
    const At<Ball> t = at<Ball>(x);
    const Ball slope = formulas::slope(t.a, t.b, t.y) / (t.a + t.b);
    const Ball factored = formulas::slope_factored(t.a, t.b, t.y) / (t.a + t.b);
    take_enclosure(evidence, Order::equal, slope, factored, place(x), (slope - factored).radius());
  }
  return evidence;
}

Evidence forms_at_random_points() {
  return at_random_points(
      {"a", "b", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        const Chance<Rational> y = rational_chance(x[2], x[3]);
        return {{formulas::slope(x[0], x[1], y), formulas::slope_factored(x[0], x[1], y)}};
      });
}

/// A formula for h' against the symbolic derivative of h with respect to y.
template <class Formula>
Evidence against_calculus(const Formula& formula) {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Chance<Symbol> chance{y, Symbol(1) - y};
  const Symbol h = formulas::value_density(a, b, chance);
  return same_form(derivative(h, y), formula(a, b, chance),
                   {"all a, b and 0 < y < 1", "一切 a, b 与 0 < y < 1"});
}

/// What is shown is what is checked: the formulas print themselves.
std::string statement_in_tex() {
  const Tex a = Tex::name("a"), b = Tex::name("b"), y = Tex::name("y");
  const Chance<Tex> chance{y, Tex(1) - y};
  return "h'(y) = " + formulas::slope(a, b, chance).text() + " = " +
         formulas::slope_factored(a, b, chance).text();
}

constexpr auto plus_sign = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return a / y.yes + b / y.no;
};
constexpr auto same_denominator = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return a / y.yes - b / y.yes;
};
constexpr auto base_two = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return formulas::slope(a, b, y) / log(T(2));
};
constexpr auto minus_in_numerator = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return (a - (a - b) * y.yes) / (y.yes * y.no);
};

template <class Formula>
Control slope_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {"W7"},
          .run = [formula](const Setting& s) { return against_differentiation(s, formula); }};
}

}  // namespace

void integrand_derivative(Claim& claim) {
  claim.tex = statement_in_tex();
  claim.checks = {{"derivative",
                   {"automatic differentiation at 50 digits", "50 位精度的自动微分"},
                   Witness::grid,
                   [](const Setting& s) { return against_differentiation(s, formulas::slope); }},
                  {"derivative",
                   {"the symbolic derivative of h", "对 h 作符号求导"},
                   Witness::symbolic,
                   [](const Setting&) { return against_calculus(formulas::slope); }},
                  {"one-denominator",
                   {"both forms evaluated", "分别计算两种写法"},
                   Witness::grid,
                   [](const Setting& s) { return against_slope(s, formulas::slope_factored); }},
                  {"one-denominator",
                   {"both forms over a + b enclosed", "两种写法除以 a + b，计算包含区间"},
                   Witness::ball,
                   slopes_enclosed},
                  random_points_check("one-denominator", forms_at_random_points),
                  {"one-denominator",
                   {"both forms as rational functions", "把两种写法作为有理函数比较"},
                   Witness::symbolic,
                   [](const Setting&) { return against_calculus(formulas::slope_factored); }}};
  claim.controls = {
      slope_twin('a', R"(\frac{a}{y} + \frac{b}{1-y})",
                 {"the sign of the second term is lost", "第二项丢了负号"}, plus_sign),
      slope_twin('b', R"(\frac{a}{y} - \frac{b}{y})",
                 {"the second denominator is y", "第二个分母误为 y"}, same_denominator),
      slope_twin('c', R"(\frac{1}{\log 2}\left(\frac{a}{y} - \frac{b}{1-y}\right))",
                 {"logarithms to base 2", "误用以 2 为底的对数"}, base_two),
      {.letter = 'd',
       .mutant = R"(\frac{a - (a-b) y}{y (1-y)})",
       .what = {"a - b instead of a + b over one denominator", "通分后把 a + b 误为 a - b"},
       .witness = Witness::grid,
       .on = {"W7"},
       .run = [](const Setting& s) { return against_slope(s, minus_in_numerator); }}};
}

}  // namespace gancheck
