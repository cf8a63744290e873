// Claim 24: v(y) = a log y + b log(1-y) has v'(y) = a/y - b/(1-y) = (a - (a+b)y)/(y(1-y)).
#include "numerics/number/tex.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/proofs/algebra.hpp"

namespace gancheck {
namespace {

/// A formula for v' against the derivative found by automatic differentiation.
Comparisons derivative_is(const GameFormula& formula) {
  return at_points(
      [formula](const PointCase& x, const At<Tracked>& t, Take<Tracked>& take, const Where& where) {
        take.equal(formula(t.a, t.b, t.y), differentiate(x).first, where);
      });
}

/// Another form of v' against the first.
Comparisons slope_is(const GameFormula& form) {
  return at_points(equal(form, formulas::slope));
}

/// Both forms over a + b: weights of 1e-308 leave no room for the radii of balls in doubles.
constexpr auto relative_slope = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return formulas::slope(a, b, y) / (a + b);
};
constexpr auto relative_factored = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return formulas::slope_factored(a, b, y) / (a + b);
};

Evidence forms_at_random_points() {
  return at_random_points(
      {"a", "b", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        const Chance<Rational> y = rational_chance(x[2], x[3]);
        return {{formulas::slope(x[0], x[1], y), formulas::slope_factored(x[0], x[1], y)}};
      });
}

/// A formula for v' against the symbolic derivative of v with respect to y.
template <class Formula>
Evidence against_calculus(const Formula& formula) {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Chance<Symbol> chance{y, Symbol(1) - y};
  const Symbol h = formulas::value_density(a, b, chance);
  return same_form(derivative(h, y), formula(a, b, chance),
                   {"all a, b and 0 < y < 1", "一切 a、b 与 0 < y < 1"});
}

/// What is shown is what is checked: the formulas print themselves.
std::string statement_in_tex() {
  const Tex a = Tex::name("a"), b = Tex::name("b"), y = Tex::name("y");
  const Chance<Tex> chance{y, Tex(1) - y};
  return "v'(y) = " + formulas::slope(a, b, chance).text() + " = " +
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

}  // namespace

void integrand_derivative(Claim& claim) {
  claim.tex = statement_in_tex();
  const Comparisons first_form = derivative_is(formulas::slope);
  const Comparisons both_forms = slope_is(formulas::slope_factored);
  PartOf(claim, "derivative")
      .summed(first_form, {"automatic differentiation at 50 digits", "50 位精度的自动微分"})
      .proved({"the symbolic derivative of v", "对 v 作符号求导"},
              [] { return against_calculus(formulas::slope); });
  PartOf(claim, "one-denominator")
      .summed(both_forms, {"both forms evaluated", "分别计算两种写法"})
      .enclosed(at_points(equal(relative_slope, relative_factored)),
                {"both forms over a + b enclosed", "两种写法除以 a + b，计算包含区间"})
      .at_random_points(forms_at_random_points)
      .proved({"both forms as rational functions", "把两种写法作为有理函数比较"},
              [] { return against_calculus(formulas::slope_factored); });
  Twins(claim, first_form)
      .on("W7")
      .grid(R"(\frac{a}{y} + \frac{b}{1-y})",
            {"the sign of the second term is lost", "第二项丢了负号"}, derivative_is(plus_sign))
      .grid(R"(\frac{a}{y} - \frac{b}{y})", {"the second denominator is y", "第二个分母误为 y"},
            derivative_is(same_denominator))
      .grid(R"(\frac{1}{\log 2}\left(\frac{a}{y} - \frac{b}{1-y}\right))",
            {"logarithms to base 2", "误用以 2 为底的对数"}, derivative_is(base_two));
  Twins(claim, both_forms)
      .on("W7")
      .grid(R"(\frac{a - (a-b) y}{y (1-y)})",
            {"a - b instead of a + b over one denominator", "通分后把 a + b 误为 a - b"},
            slope_is(minus_in_numerator));
}

}  // namespace gancheck
