// Intervals over Arb's balls: what ball arithmetic to first order leaves too wide.
//
// Includes Arb, so only sources and arb_*.hpp include it. Every function encloses: the ball that it
// sets contains the exact result for every number of its operands.
#pragma once

#include <arb.h>

namespace gancheck::arb {

/// Digits carried beyond the working precision where several roundings meet in one result.
inline constexpr slong guard_bits = 32;

/// An exact dyadic number, or an infinity.
struct Point {
  Point() { arf_init(value); }
  ~Point() { arf_clear(value); }
  Point(const Point&) = delete;
  Point& operator=(const Point&) = delete;
  arf_t value;
};

struct Enclosure {
  Enclosure() { arb_init(value); }
  ~Enclosure() { arb_clear(value); }
  Enclosure(const Enclosure&) = delete;
  Enclosure& operator=(const Enclosure&) = delete;
  arb_t value;
};

struct Ends {
  Ends(const arb_t x, slong bits) {
    arb_get_interval_arf(lower.value, upper.value, x, bits + guard_bits);
  }
  Point lower, upper;
};

/// Balls of a relative radius above 2^-10. Below it the first-order propagation of a radius through
/// a smooth function differs from the range between the end points by about that factor.
inline bool is_wide(const arb_t x) {
  return !arb_is_exact(x) && arb_rel_accuracy_bits(x) < 10;
}

/// Whether x may lie below -2^40 as a whole, decided without forming its ends.
inline bool may_be_far_below(const arb_t x) {
  constexpr slong half_as_far = 39;
  return arf_cmpabs_2exp_si(arb_midref(x), half_as_far) > 0;
}

/// The radius that reaches `far` from the midpoint of y, rounded up to its 30 bits.
inline void set_radius(arb_t y, const arf_t far) {
  Point distance;
  arf_sub(distance.value, far, arb_midref(y), MAG_BITS, ARF_RND_UP);
  arf_get_mag_lower(arb_radref(y), distance.value);  // exact, of 30 bits
}

/// A ball from `near`, exactly, to `far` or just beyond, for 0 <= |near| < |far| of one sign; from
/// 0, if the midpoint needs more bits than there are.
inline void set_anchored(arb_t y, const arf_t near, const arf_t far, slong bits) {
  Point half;
  arf_sub(half.value, far, near, MAG_BITS, ARF_RND_UP);
  arf_mul_2exp_si(half.value, half.value, -1);
  arf_get_mag_lower(arb_radref(y), half.value);
  if (arf_add(arb_midref(y), near, half.value, bits + guard_bits, ARF_RND_DOWN) != 0)
    set_anchored(y, Point().value, far, bits);
}

/// Encloses [lower, upper]. A radius is rounded up to 30 bits, so around the true midpoint an
/// interval that ends at or near 0 would reach across it, and log, sqrt and every sign were lost:
/// such an interval keeps its near end (to 30 bits) and pays at the far one.
inline void set_interval(arb_t y, const arf_t lower, const arf_t upper, slong bits) {
  if (arf_is_nan(lower) || arf_is_nan(upper)) return arb_indeterminate(y);
  if (arf_is_inf(lower) || arf_is_inf(upper)) return arb_zero_pm_inf(y);
  arf_add(arb_midref(y), lower, upper, bits, ARF_RND_NEAR);
  arf_mul_2exp_si(arb_midref(y), arb_midref(y), -1);
  set_radius(y, lower);
  Enclosure to_upper;
  arf_set(arb_midref(to_upper.value), arb_midref(y));
  set_radius(to_upper.value, upper);
  mag_max(arb_radref(y), arb_radref(y), arb_radref(to_upper.value));
  if (arf_sgn(lower) < 0 && arf_sgn(upper) > 0) return;
  const bool above = arf_sgn(lower) >= 0;
  const int margin = arf_cmpabs_mag(arb_midref(y), arb_radref(y));
  Point near;
  arf_set_round(near.value, above ? lower : upper, MAG_BITS, ARF_RND_DOWN);
  if (margin > 0 || (margin == 0 && arf_is_zero(near.value))) return;
  set_anchored(y, near.value, above ? upper : lower, bits);
}

/// Encloses both; NaN where one of them is not finite.
inline void set_union(arb_t y, const arb_t a, const arb_t b, slong bits) {
  if (!arb_is_finite(a) || !arb_is_finite(b)) return arb_indeterminate(y);
  const Ends of_a(a, bits), of_b(b, bits);
  const bool a_first = arf_cmp(of_a.lower.value, of_b.lower.value) < 0;
  const bool a_last = arf_cmp(of_a.upper.value, of_b.upper.value) > 0;
  set_interval(y, (a_first ? of_a : of_b).lower.value, (a_last ? of_a : of_b).upper.value, bits);
}

/// The range of f, monotone on the finite ball x, from its two ends; f(y, x, bits) encloses.
template <class Function>
void enclose_between_ends(arb_t y, const arb_t x, slong bits, const Function& f) {
  const Ends ends(x, bits);
  Enclosure end, at_lower, at_upper;
  arb_set_arf(end.value, ends.lower.value);
  f(at_lower.value, end.value, bits);
  arb_set_arf(end.value, ends.upper.value);
  f(at_upper.value, end.value, bits);
  set_union(y, at_lower.value, at_upper.value, bits);
}

/// f over x, where f is monotone on its domain; outside that f must give NaN.
template <class Function>
void enclose_monotone(arb_t y, const arb_t x, slong bits, const Function& f) {
  if (arb_is_finite(x) && is_wide(x)) {
    enclose_between_ends(y, x, bits, f);
  } else {
    f(y, x, bits);
  }
}

/// f(x, y) where f is monotone in each operand as long as the other is fixed, so that over wide
/// balls the extremes lie at the corners: products, and quotients by a ball without 0.
template <class Operation>
void enclose_by_corners(arb_t z, const arb_t x, const arb_t y, slong bits, const Operation& f) {
  enclose_monotone(z, y, bits, [&](arb_t at_y, const arb_t fixed_y, slong) {
    enclose_monotone(at_y, x, bits, [&](arb_t at_x, const arb_t fixed_x, slong) {
      f(at_x, fixed_x, fixed_y, bits);
    });
  });
}

}  // namespace gancheck::arb
