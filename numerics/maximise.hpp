// The maximum over (0, 1) of a concave function, found from the sign of its derivative alone.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace gancheck {

/// A point of [0, 1] by its distance to the nearer end, so that it keeps full relative accuracy at
/// both ends: y or 1 - y, whichever is at most 1/2.
struct Maximiser {
  double small;       ///< in [0, 1/2]
  bool small_is_yes;  ///< true: small = y; false: small = 1 - y
  double yes() const { return small_is_yes ? small : 1 - small; }
  double no() const { return small_is_yes ? 1 - small : small; }
};

/// The double halfway between two positive doubles in the order of their bits.
inline double halfway(double low, double high) {
  const auto a = std::bit_cast<std::uint64_t>(low);
  const auto b = std::bit_cast<std::uint64_t>(high);
  return std::bit_cast<double>(a + (b - a) / 2);
}

/// The sign change of `slope(y, 1 - y)` on (0, 1), for a slope that decreases strictly.
///
/// Bisection over the doubles themselves: the midpoint is taken in their order, which halves the
/// exponent first and the significand then (a bisection in the logit that ends at neighbouring
/// doubles). The sign of the slope is all that is used, never its value, so no formula of the
/// maximiser is hidden in the method. Exact to the rounding of `slope`: where the slope is a
/// difference of two quotients, each rounded once, small is within 4u relative.
/// A slope that has one sign on all of (0, 1) gives the end it points to: small = 0.
template <class Slope>
Maximiser find_maximum(const Slope& slope) {
  const double at_half = slope(0.5, 0.5);
  const bool small_is_yes = at_half < 0;
  // Is the maximum further from the near end than `small`?
  const auto is_beyond = [&](double small) {
    return small_is_yes ? slope(small, 1 - small) > 0 : slope(1 - small, small) < 0;
  };
  if (at_half == 0) return {0.5, small_is_yes};
  double low = std::numeric_limits<double>::denorm_min();
  double high = 0.5;
  if (!is_beyond(low)) return {0.0, small_is_yes};
  for (double middle = halfway(low, high); middle != low; middle = halfway(low, high)) {
    (is_beyond(middle) ? low : high) = middle;
  }
  return {low, small_is_yes};
}

}  // namespace gancheck
