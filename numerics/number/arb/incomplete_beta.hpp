// The regularised incomplete beta function I_x(a, b) in balls, of full relative accuracy where it
// is tiny.
//
// With y = 1-x and up to x/y = (a+1)/(b+1), I_x(a, b) = x^a y^(b-1)/(a·B(a, b))·H(a, b),
// H(a, b) = 1 + (b-1)/(a+1)·x/y·H(a+1, b-1) [DLMF 8.17.19], down to b in (0, 1], where
// H = 2F1(1, 1-b; a+1; -x/y) is Gauss's fraction 1/(1 + c_1/(1 + c_2/...)) of positive terms,
//   c_(2k+1) = (1-b+k)(a+k)/((a+2k)(a+2k+1))·x/y,  c_(2k) = k(a+b+k-1)/((a+2k-1)(a+2k))·x/y
// [DLMF 15.7.1]. Beyond, it is 1 - I_y(b, a), which loses no more than the digits of a small b.
#pragma once

#include <arb_hypgeom.h>

#include "numerics/number/arb/fraction.hpp"

namespace gancheck::arb {

/// An exact point of [0, 1] by the smaller one of x and 1-x.
struct UnitPoint {
  Enclosure small;
  bool is_from_one;  ///< small = 1-x
};

/// log x and log y, each of full relative accuracy.
inline void unit_logs(arb_t log_x, arb_t log_y, const UnitPoint& point, slong bits) {
  Enclosure negated;
  arb_neg(negated.value, point.small.value);
  arb_log(log_x, point.small.value, bits);
  arb_log1p(log_y, negated.value, bits);
  if (point.is_from_one) arb_swap(log_x, log_y);
}

/// x/y
inline void odds(arb_t y, const UnitPoint& point, slong bits) {
  Enclosure other;
  arb_sub_ui(other.value, point.small.value, 1, bits);
  arb_neg(other.value, other.value);
  if (point.is_from_one) {
    arb_div(y, other.value, point.small.value, bits);
  } else {
    arb_div(y, point.small.value, other.value, bits);
  }
}

/// exp(a·log x + (b-1)·log y - log Gamma(a+1) - log Gamma(b) + log Gamma(a+b))
inline void beta_factor(arb_t y, const arb_t a, const arb_t b, const UnitPoint& point, slong bits) {
  Enclosure log_x, log_y, part, shape;
  unit_logs(log_x.value, log_y.value, point, bits);
  arb_mul(y, a, log_x.value, bits);
  arb_sub_ui(shape.value, b, 1, bits);
  arb_addmul(y, shape.value, log_y.value, bits);
  arb_add_ui(shape.value, a, 1, bits);
  arb_lgamma(part.value, shape.value, bits);
  arb_sub(y, y, part.value, bits);
  arb_lgamma(part.value, b, bits);
  arb_sub(y, y, part.value, bits);
  arb_add(shape.value, a, b, bits);
  arb_lgamma(part.value, shape.value, bits);
  arb_add(y, y, part.value, bits);
  arb_exp(y, y, bits);
}

/// H(a, b) for 0 < b <= 1.
inline bool beta_fraction(arb_t y, const arb_t a, const arb_t b, const arb_t z, slong bits) {
  Enclosure first, second;
  const auto coefficient = [&](arb_t c, slong n) {
    const slong k = n / 2;
    if (n % 2 == 0) {
      arb_add(first.value, a, b, bits);
      arb_add_si(first.value, first.value, k - 1, bits);
      arb_mul_si(c, first.value, k, bits);
    } else {
      arb_sub_si(first.value, b, k + 1, bits);
      arb_neg(first.value, first.value);
      arb_add_si(second.value, a, k, bits);
      arb_mul(c, first.value, second.value, bits);
    }
    arb_add_si(first.value, a, n - 1, bits);
    arb_add_si(second.value, a, n, bits);
    arb_mul(first.value, first.value, second.value, bits);
    arb_div(c, c, first.value, bits);
    arb_mul(c, c, z, bits);
  };
  return stieltjes_fraction(y, coefficient, bits);
}

/// I_x(a, b) for exact a, b and x/y <= (a+1)/(b+1). The sum, which loses nothing, at
/// the precision sum_bits; the factor, whose logarithms cancel for large a or b, at another.
inline bool beta_near_zero(arb_t y, const arb_t a, const arb_t b, const UnitPoint& point,
                           slong sum_bits, slong bits) {
  Enclosure z, sum, less, more;
  odds(z.value, point, sum_bits);
  const auto ratio = [&](arb_t r, slong k) {
    arb_sub_si(r, b, k + 1, sum_bits);
    if (!arb_is_positive(r)) return false;
    arb_add_si(more.value, a, k + 1, sum_bits);
    arb_div(r, r, more.value, sum_bits);
    arb_mul(r, r, z.value, sum_bits);
    return true;
  };
  const auto rest = [&](arb_t f, slong k) {
    arb_sub_si(less.value, b, k, sum_bits);
    arb_add_si(more.value, a, k, sum_bits);
    return beta_fraction(f, more.value, less.value, z.value, sum_bits);
  };
  if (!falling_sum(sum.value, ratio, rest, sum_bits)) return false;
  beta_factor(y, a, b, point, bits);
  arb_mul(y, y, sum.value, bits);
  return true;
}

/// Whether x lies below (a+1)/(a+b+2).
inline bool is_near_zero(const arb_t a, const arb_t b, const UnitPoint& point, slong bits) {
  Enclosure z, middle, shape;
  odds(z.value, point, bits);
  arb_add_ui(middle.value, a, 1, bits);
  arb_add_ui(shape.value, b, 1, bits);
  arb_div(middle.value, middle.value, shape.value, bits);
  return arb_lt(z.value, middle.value);
}

/// I_x(a, b) at exact a, b > 0 and a point of [0, 1].
inline void beta_tail(arb_t y, const arb_t a, const arb_t b, const UnitPoint& point, slong bits) {
  if (arb_is_zero(point.small.value)) return arb_set_ui(y, point.is_from_one ? 1 : 0);
  const bool near_zero = is_near_zero(a, b, point, bits);
  UnitPoint mirrored;
  arb_set(mirrored.small.value, point.small.value);
  mirrored.is_from_one = !point.is_from_one;
  tail_at(y, bits, [&](arb_t at, slong working) {
    if (near_zero) return beta_near_zero(at, a, b, point, bits + guard_bits, working);
    if (!beta_near_zero(at, b, a, mirrored, working, working)) return false;
    arb_sub_ui(at, at, 1, working);
    arb_neg(at, at);
    return true;
  });
}

/// The end of x, or of 1-y, as a point: `upper` is the end of the larger x.
inline void set_point(UnitPoint& point, const arb_t x, const arb_t y, bool upper, slong bits) {
  point.is_from_one = arf_cmp(arb_midref(y), arb_midref(x)) < 0;
  const Ends ends(point.is_from_one ? y : x, bits);
  arb_set_arf(point.small.value, (upper != point.is_from_one ? ends.upper : ends.lower).value);
  if (arb_is_negative(point.small.value)) arb_zero(point.small.value);
}

/// I_x(a, b) falls in a, rises in b and in x: over balls its range lies between two corners. What
/// of x or y lies below 0 is left out; NaN unless a and b are certainly positive.
inline void enclose_beta_tail(arb_t z, const arb_t a, const arb_t b, const arb_t x, const arb_t y,
                              slong bits) {
  if (!arb_is_finite(a) || !arb_is_finite(b) || !arb_is_finite(x) || !arb_is_finite(y) ||
      !arb_is_positive(a) || !arb_is_positive(b))
    return arb_indeterminate(z);
  const Ends of_a(a, bits), of_b(b, bits);
  Enclosure first, second, at_most;
  UnitPoint point;
  const auto corner = [&](arb_t at, bool upper) {
    arb_set_arf(first.value, (upper ? of_a.lower : of_a.upper).value);
    arb_set_arf(second.value, (upper ? of_b.upper : of_b.lower).value);
    set_point(point, x, y, upper, bits);
    beta_tail(at, first.value, second.value, point, bits);
  };
  corner(z, false);
  corner(at_most.value, true);
  set_union(z, z, at_most.value, bits);
}

}  // namespace gancheck::arb
