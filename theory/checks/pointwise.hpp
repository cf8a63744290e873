// Points (a, b, y) at which the pointwise claims on v(y) = a log y + b log(1-y) are checked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "theory/checks/comparisons.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// Two weights and a chance, exactly.
struct PointCase {
  Real a, b;
  Rational yes;
  PlaceName origin;  ///< the pair's name and its point, or "box"
};

/// The arguments of a pointwise formula in one arithmetic.
template <class T>
struct At {
  T a, b;
  Chance<T> y;
};

template <class T>
At<T> at(const PointCase& x) {
  return {exactly<T>(x.a),
          exactly<T>(x.b),
          {exactly<T>(x.yes), exactly<T>(Rational(Rational(1) - x.yes))}};
}

/// Points of the named pairs with p, q > 0, of a pair with many a dozen where its mass is; and the
/// log-spaced box where the setting asks for it. Each with chances from 1e-12 to 1 - 1e-12.
std::vector<PointCase> interior_points(const Setting& setting);

/// "120 points (a, b, y)".
Text points_scope(std::size_t points);

/// Where a case lies, for the evidence.
PlaceName place(const PointCase& x);

/// Makes the comparisons at one point: x, the numbers of x in T, what takes them, the name of x.
template <class F, class T>
concept ComparesAtPoint = requires(const F& compare, const PointCase& x, const At<T>& numbers,
                                   Take<T>& take, const Where& where) {
  compare(x, numbers, take, where);
};

using Points = std::function<std::vector<PointCase>(const Setting&)>;

/// What `compare` says at each point, in Tracked and, where it can, in Ball.
template <ComparesAtPoint<Tracked> F>
Comparisons at_points(const F& compare, const Points& points = interior_points) {
  return [=]<class T>(const Setting& setting, Take<T>& take) requires ComparesAtPoint<F, T> {
    const std::vector<PointCase> cases = points(setting);
    take.over(points_scope(cases.size()));
    for (const PointCase& x : cases) compare(x, at<T>(x), take, [&x] { return place(x); });
  };
}

/// The relation between two formulas of a, b and y at every interior point.
Comparisons at_points(const GameRelation& relation);

/// v and its first two derivatives at x, by automatic differentiation at 50 digits: nothing of the
/// formulas for v' and v'' enters. The bounds are those of the 50-digit evaluation.
struct Derivatives {
  Tracked first, second;
};
Derivatives differentiate(const PointCase& x);

}  // namespace gancheck
