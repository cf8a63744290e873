// Claim 27: for a, b > 0 the derivative of a log y + b log(1-y) vanishes exactly at y = a/(a+b).
#include <fmt/format.h>

#include "theory/checks/maximum.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

/// Visits every point of every pair where both densities are positive.
template <class Visit>
void for_each_interior_point(const Setting& setting, const Visit& visit) {
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i) || c.p[i].value() == 0 || c.q[i].value() == 0) continue;
      visit(c.p[i], c.q[i], [&] {
        return fmt::format("{}, x = {}", pair->name(), pair->densities().grid.points[i].text());
      });
    }
  }
}

/// Ratios a/b from 1e-300 to 1e300, in steps of 1e10.
template <class Visit>
void for_each_extreme_ratio(const Visit& visit) {
  for (int exponent = -300; exponent <= 300; exponent += 10) {
    const Tracked a = exactly<Tracked>(power_of_ten(exponent / 2));
    const Tracked b = exactly<Tracked>(power_of_ten(exponent / 2 - exponent));
    visit(a, b, [exponent] { return fmt::format("a/b = 1e{}", exponent); });
  }
}

Text points_and_ratios(const Setting& setting) {
  const Text ratios = setting.pointwise_box ? Text{", and 61 ratios a/b from 1e-300 to 1e300",
                                                   "，另取 61 个比值 a/b，从 1e-300 到 1e300"}
                                            : Text{"", ""};
  return {"every point with p, q > 0 of " + setting.scope.en + ratios.en,
          setting.scope.zh + "中每个 p, q > 0 的点" + ratios.zh};
}

/// The sign change found by bisection against a formula for the critical point, in the coordinate
/// that is small there; the bound is that of the true formula.
template <class Formula>
Evidence found_against(const Setting& setting, const Formula& formula) {
  Residuals residuals(points_and_ratios(setting));
  const auto visit = [&](const Tracked& a, const Tracked& b, const auto& where) {
    const Maximiser found = maximise_pointwise(a.value(), b.value());
    const Tracked small = small_coordinate(found, as_chance(found, a, b));
    const Tracked truth = small_coordinate(found, formulas::optimal_discriminator(a, b));
    residuals.equal(small, small_coordinate(found, formula(a, b)), where, bound_of(small, truth));
  };
  for_each_interior_point(setting, visit);
  if (setting.pointwise_box) for_each_extreme_ratio(visit);
  return residuals.evidence();
}

/// h'(y)·(y* - y) >= 0: the derivative changes sign only at y*.
Evidence sign_of_slope(const Setting& setting) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    const Tracked to_maximum = formulas::optimal_discriminator(t.a, t.b).yes - t.y.yes;
    residuals.at_most(Tracked(0), formulas::slope(t.a, t.b, t.y) * to_maximum,
                      [&] { return place(x); });
  }
  return residuals.evidence();
}

Evidence scale_on_grid(const Setting& setting) {
  Residuals residuals({"every point with p, q > 0 of " + setting.scope.en,
                       setting.scope.zh + "中每个 p, q > 0 的点"});
  const auto visit = [&](const Tracked& a, const Tracked& b, const auto& where) {
    const Tracked a3 = a * 3, b3 = b * 3;
    const Maximiser once = maximise_pointwise(a.value(), b.value());
    const Maximiser scaled = maximise_pointwise(a3.value(), b3.value());
    if (once.small == 0.5) {
      residuals.equal(as_chance(scaled, a3, b3).yes, as_chance(once, a, b).yes, where);
    } else {
      residuals.equal(small_coordinate(once, as_chance(scaled, a3, b3)),
                      small_coordinate(once, as_chance(once, a, b)), where);
    }
  };
  for_each_interior_point(setting, visit);
  return residuals.evidence();
}

Evidence vanishes() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  return same_form(formulas::slope(a, b, formulas::optimal_discriminator(a, b)), Symbol(0),
                   all_positive("a, b"));
}

/// h'(y) = (a+b)(y* - y)/(y(1-y)): the only zero in (0, 1) is y*, and the sign changes there.
Evidence only_zero() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  const Chance<Symbol> y = free_chance();
  const Symbol distance = formulas::optimal_discriminator(a, b).yes - y.yes;
  return same_form(formulas::slope(a, b, y), (a + b) * distance / (y.yes * y.no),
                   {"all a, b > 0 and 0 < y < 1", "一切 a, b > 0 与 0 < y < 1"});
}

Evidence scale_invariant() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), c = Symbol::positive("c");
  return same_form(formulas::optimal_discriminator(a * c, b * c).yes,
                   formulas::optimal_discriminator(a, b).yes, all_positive("a, b, c"));
}

Evidence zero_at_random_points() {
  return at_random_points({"a", "b"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    return {{formulas::slope(x[0], x[1], formulas::optimal_discriminator(x[0], x[1])), 0}};
  });
}
Evidence factored_at_random_points() {
  return at_random_points(
      {"a", "b", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        const Chance<Rational> y = rational_chance(x[2], x[3]);
        const Rational distance = formulas::optimal_discriminator(x[0], x[1]).yes - y.yes;
        return {{formulas::slope(x[0], x[1], y), (x[0] + x[1]) * distance / (y.yes * y.no)}};
      });
}
Evidence scaled_at_random_points() {
  return at_random_points({"a", "b", "c"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    const Rational a = x[0] * x[2], b = x[1] * x[2];
    return {{formulas::optimal_discriminator(a, b).yes,
             formulas::optimal_discriminator(x[0], x[1]).yes}};
  });
}

constexpr auto swapped = []<class T>(const T& a, const T& b) -> Chance<T> {
  return {b / (a + b), a / (a + b)};
};
constexpr auto twice_b = []<class T>(const T& a, const T& b) -> Chance<T> {
  return {a / (a + b * 2), b * 2 / (a + b * 2)};
};
constexpr auto odds = []<class T>(const T& a, const T& b) -> Chance<T> {
  return {a / b, T(1) - a / b};
};
constexpr auto roots = []<class T>(const T& a, const T& b) -> Chance<T> {
  return {sqrt(a) / (sqrt(a) + sqrt(b)), sqrt(b) / (sqrt(a) + sqrt(b))};
};

template <class Formula>
Control twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {"W7"},
          .run = [formula](const Setting& s) { return found_against(s, formula); }};
}

}  // namespace

void critical_point(Claim& claim) {
  claim.checks = {
      {"zero",
       {"sign change of h' found by bisection", "用二分法求 h' 的变号点"},
       Witness::grid,
       [](const Setting& s) { return found_against(s, formulas::optimal_discriminator); }},
      {"zero",
       {"h'(a/(a+b)) as a rational function", "把 h'(a/(a+b)) 作为有理函数化简"},
       Witness::symbolic,
       [](const Setting&) { return vanishes(); }},
      random_points_check("zero", zero_at_random_points),
      {"only-zero", {"h'(y) (y* - y) >= 0", "h'(y) (y* - y) >= 0"}, Witness::grid, sign_of_slope},
      {"only-zero",
       {"1/(y(1-y)) >= 3.99 on (0, 1): h' has the sign of y* - y on both sides",
        "(0, 1) 上 1/(y(1-y)) >= 3.99：在 y* 两侧 h' 都与 y* - y 同号"},
       Witness::ball,
       [](const Setting&) { return slope_points_to_maximum(); }},
      random_points_check("only-zero", factored_at_random_points),
      {"only-zero",
       {"h'(y) = (a+b)(y* - y)/(y(1-y))", "h'(y) = (a+b)(y* - y)/(y(1-y))"},
       Witness::symbolic,
       [](const Setting&) { return only_zero(); }},
      {"scale-invariant",
       {"sign changes found for (a, b) and (3a, 3b)", "比较 (a, b) 与 (3a, 3b) 的变号点"},
       Witness::grid,
       scale_on_grid},
      {"scale-invariant",
       {"both points as rational functions", "把两点作为有理函数比较"},
       Witness::symbolic,
       [](const Setting&) { return scale_invariant(); }},
      random_points_check("scale-invariant", scaled_at_random_points)};
  claim.controls = {twin('a', R"(y = \frac{b}{a+b})", {"the wrong numerator", "分子取错"}, swapped),
                    twin('b', R"(y = \frac{a}{a+2b})", {"b counted twice", "b 算了两次"}, twice_b),
                    twin('c', R"(y = \frac{a}{b})",
                         {"odds instead of a probability", "把比值 a/b 当成概率"}, odds),
                    twin('d', R"(y = \frac{\sqrt a}{\sqrt a + \sqrt b})",
                         {"square roots of the densities", "对密度开了平方根"}, roots)};
}

}  // namespace gancheck
