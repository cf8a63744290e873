// The maximum over (0, 1) of a concave function, found from the sign of its derivative alone.
#pragma once

#include <functional>

namespace gancheck {

/// A point of [0, 1] by its distance to the nearer end, so that it keeps full relative accuracy at
/// both ends: y or 1 - y, whichever is at most 1/2.
struct Maximiser {
  double small;       ///< in [0, 1/2]
  bool small_is_yes;  ///< true: small = y; false: small = 1 - y
  double yes() const { return small_is_yes ? small : 1 - small; }
  double no() const { return small_is_yes ? 1 - small : small; }
};

/// The sign change of `slope(y, 1 - y)` on (0, 1), for a slope that decreases strictly.
///
/// Bisection over the doubles themselves: the midpoint is taken in their order, which halves the
/// exponent first and the significand then (a bisection in the logit that ends at neighbouring
/// doubles). The sign of the slope is all that is used, never its value, so no formula of the
/// maximiser is hidden in the method. Exact to the rounding of `slope`: where the slope is a
/// difference of two quotients, each rounded once, small is within 4u relative.
/// A slope that has one sign on all of (0, 1) gives the end it points to: small = 0.
Maximiser find_maximum(const std::function<double(double yes, double no)>& slope);

}  // namespace gancheck
