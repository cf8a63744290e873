// Points (a, b, y) at which the pointwise claims on h(y) = a log y + b log(1-y) are checked.
#pragma once

#include <string>
#include <vector>

#include "theory/claim.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/formulas.hpp"
#include "theory/pairs/setting.hpp"

namespace gancheck {

/// Two weights and a chance, exactly.
struct PointCase {
  Real a, b;
  Rational yes;
  std::string origin;  ///< the pair's name and its point, or "box"
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

/// Every point of the named pairs with p, q > 0, and the log-spaced box where the setting asks for
/// it, each with chances from 1e-12 to 1 - 1e-12.
std::vector<PointCase> interior_points(const Setting& setting);

/// "120 points (a, b, y)".
Text points_scope(std::size_t points);

/// Where a case lies, for the evidence.
std::string place(const PointCase& x);

/// h and its first two derivatives at x, by automatic differentiation at 50 digits: nothing of the
/// formulas for h' and h'' enters. The bounds are those of the 50-digit evaluation.
struct Derivatives {
  Tracked first, second;
};
Derivatives differentiate(const PointCase& x);

}  // namespace gancheck
