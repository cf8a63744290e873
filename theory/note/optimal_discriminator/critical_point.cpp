// Claim 27: for a, b > 0 the derivative of a log y + b log(1-y) vanishes exactly at y = a/(a+b).
#include <fmt/format.h>

#include <utility>

#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using formulas::optimal_discriminator;

enum class Ratios { of_pairs, extreme_too };

/// left = right, where `sides` gives both from the weights a and b: those at every point of every
/// pair where both densities are positive and, where the setting has the box, those with a/b from
/// 1e-300 to 1e300 in steps of 1e10.
template <class F>
Comparisons at_positive_weights(const F& sides, Ratios ratios) {
  return [sides, ratios](const Setting& setting, Take<Tracked>& take) {
    const bool extreme = ratios == Ratios::extreme_too && setting.pointwise_box;
    const Text added = extreme ? Text{", and 61 ratios a/b from 1e-300 to 1e300",
                                      "，另取 61 个比值 a/b，从 1e-300 到 1e300"}
                               : Text{"", ""};
    take.over({"every point with p, q > 0 of " + setting.scope.en + added.en,
               setting.scope.zh + "中每个 p, q > 0 的点" + added.zh});
    const auto compare = [&](const Tracked& a, const Tracked& b, const Where& where) {
      const std::pair<Tracked, Tracked> both = sides(a, b);
      take.equal(both.first, both.second, where);
    };
    for (const auto& pair : setting.pairs) {
      const Columns<Tracked>& c = pair->tracked();
      for (std::size_t i = 0; i < c.size(); ++i) {
        if (is_null(c, i) || c.p[i].value() == 0 || c.q[i].value() == 0) continue;
        compare(c.p[i], c.q[i], [&] { return name_of_point(*pair, i); });
      }
    }
    for (int exponent = -300; extreme && exponent <= 300; exponent += 10) {
      compare(exactly<Tracked>(power_of_ten(exponent / 2)),
              exactly<Tracked>(power_of_ten(exponent / 2 - exponent)),
              [exponent] { return fmt::format("a/b = 1e{}", exponent); });
    }
  };
}

/// The sign change found by bisection against a formula for the critical point, in the coordinate
/// that is small there.
template <class F>
Comparisons zero_is(const F& formula) {
  return at_positive_weights(
      [formula](const Tracked& a, const Tracked& b) -> std::pair<Tracked, Tracked> {
        const Maximiser found = maximise_pointwise(a.value(), b.value());
        return {small_coordinate(found, as_chance(found, a, b)),
                small_coordinate(found, formula(a, b))};
      },
      Ratios::extreme_too);
}

/// The sign changes found for (3a, 3b) and (a, b).
constexpr auto scaled_and_once = [](const Tracked& a,
                                    const Tracked& b) -> std::pair<Tracked, Tracked> {
  const Tracked a3 = a * 3, b3 = b * 3;
  const Maximiser once = maximise_pointwise(a.value(), b.value());
  const Maximiser scaled = maximise_pointwise(a3.value(), b3.value());
  const Chance<Tracked> y3 = as_chance(scaled, a3, b3), y = as_chance(once, a, b);
  if (once.small == 0.5) return {y3.yes, y.yes};
  return {small_coordinate(once, y3), small_coordinate(once, y)};
};

/// v'(y)·(y* - y), which is >= 0: the derivative changes sign only at y*.
constexpr auto towards_zero = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  const T to_maximum = optimal_discriminator(a, b).yes - y.yes;
  return formulas::slope(a, b, y) * to_maximum;
};

Evidence vanishes() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  return same_form(formulas::slope(a, b, optimal_discriminator(a, b)), Symbol(0),
                   all_positive("a, b"));
}

/// v'(y) = (a+b)(y* - y)/(y(1-y)): the only zero in (0, 1) is y*, and the sign changes there.
Evidence only_zero() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  const Chance<Symbol> y = free_chance();
  const Symbol distance = optimal_discriminator(a, b).yes - y.yes;
  return same_form(formulas::slope(a, b, y), (a + b) * distance / (y.yes * y.no),
                   {"all a, b > 0 and 0 < y < 1", "一切 a、b > 0 与 0 < y < 1"});
}

Evidence scale_invariant() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), c = Symbol::positive("c");
  return same_form(optimal_discriminator(a * c, b * c).yes, optimal_discriminator(a, b).yes,
                   all_positive("a, b, c"));
}

Evidence zero_at_random_points() {
  return at_random_points({"a", "b"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    return {{formulas::slope(x[0], x[1], optimal_discriminator(x[0], x[1])), 0}};
  });
}
Evidence factored_at_random_points() {
  return at_random_points(
      {"a", "b", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        const Chance<Rational> y = rational_chance(x[2], x[3]);
        const Rational distance = optimal_discriminator(x[0], x[1]).yes - y.yes;
        return {{formulas::slope(x[0], x[1], y), (x[0] + x[1]) * distance / (y.yes * y.no)}};
      });
}
Evidence scaled_at_random_points() {
  return at_random_points({"a", "b", "c"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    const Rational a = x[0] * x[2], b = x[1] * x[2];
    return {{optimal_discriminator(a, b).yes, optimal_discriminator(x[0], x[1]).yes}};
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

void add_checks(Claim& claim) {
  PartOf(claim, "zero")
      .summed(zero_is(optimal_discriminator),
              {"sign change of v' found by bisection", "用二分法求 v' 的变号点"})
      .proved({"v'(a/(a+b)) as a rational function", "把 v'(a/(a+b)) 作为有理函数化简"}, vanishes)
      .at_random_points(zero_at_random_points);
  PartOf(claim, "only-zero")
      .summed(at_points(at_most(0, towards_zero)), {"v'(y) (y* - y) ≥ 0", "v'(y) (y* - y) ≥ 0"})
      .swept({"1/(y(1-y)) ≥ 3.99 on (0, 1): v' has the sign of y* - y on both sides",
              "(0, 1) 上 1/(y(1-y)) ≥ 3.99：在 y* 两侧 v' 都与 y* - y 同号"},
             [] { return slope_points_to_maximum(); })
      .at_random_points(factored_at_random_points)
      .proved({"v'(y) = (a+b)(y* - y)/(y(1-y))", "v'(y) = (a+b)(y* - y)/(y(1-y))"}, only_zero);
  PartOf(claim, "scale-invariant")
      .summed(at_positive_weights(scaled_and_once, Ratios::of_pairs),
              {"sign changes found for (a, b) and (3a, 3b)", "比较 (a, b) 与 (3a, 3b) 的变号点"})
      .proved({"both points as rational functions", "把两点作为有理函数比较"}, scale_invariant)
      .at_random_points(scaled_at_random_points);
}

}  // namespace

void critical_point(Claim& claim) {
  add_checks(claim);
  Twins(claim, zero_is(optimal_discriminator))
      .on("W7")
      .grid(R"(y = \frac{b}{a+b})", {"the wrong numerator", "分子取错"}, zero_is(swapped))
      .grid(R"(y = \frac{a}{a+2b})", {"b counted twice", "b 算了两次"}, zero_is(twice_b))
      .grid(R"(y = \frac{a}{b})", {"odds instead of a probability", "把比值 a/b 当成概率"},
            zero_is(odds))
      .grid(R"(y = \frac{\sqrt a}{\sqrt a + \sqrt b})",
            {"square roots of the densities", "对密度开了平方根"}, zero_is(roots));
}

}  // namespace gancheck
