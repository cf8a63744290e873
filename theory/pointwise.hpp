// Points (a, b, y) at which the pointwise claims on h(y) = a log y + b log(1-y) are checked.
#pragma once

#include <string>
#include <vector>

#include "numerics/number/float50.hpp"
#include "theory/claim.hpp"
#include "theory/formulas.hpp"
#include "theory/residuals.hpp"

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

/// A 50-digit reference as a tracked number. `scale` is the sum of the magnitudes of the terms that
/// the reference was formed from. 50-digit floats round at 2^-167; 1 - y with y up to 1 - 1e-12
/// costs 2^40, and no formula here has 64 operations: 2^-120 of the scale covers them.
Tracked reference(const Float50& value, const Float50& scale);

/// h and its first two derivatives at x, by automatic differentiation at 50 digits: nothing of the
/// formulas for h' and h'' enters.
struct Derivatives {
  Tracked first, second;
};
Derivatives differentiate(const PointCase& x);

}  // namespace gancheck
