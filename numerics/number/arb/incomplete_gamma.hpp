// The regularised incomplete gamma functions P(s, x) and Q(s, x) = 1 - P(s, x) in balls, each of
// full relative accuracy where it is tiny.
//
// Up to x = s+1, P(s, x) = x^s e^-x/Gamma(s+1)·Σ_k x^k/((s+1)···(s+k)) [DLMF 8.7.1]; beyond,
// Q(s, x) = x^(s-1) e^-x/Gamma(s)·G(s), G(s) = 1 + (s-1)/x·G(s-1) [DLMF 8.8.2], down to a shape in
// (0, 1], where G = 1/(1 + (1-s)/x/(1 + 1/x/(1 + (2-s)/x/(1 + 2/x/...)))) [DLMF 8.9.2]. The other
// one of the two is not small there (for small s it is of the order s) and is the complement.
#pragma once

#include <arb_hypgeom.h>

#include "numerics/number/arb/fraction.hpp"

namespace gancheck::arb {

/// exp(s·log x - x - log Gamma(s+1))
inline void gamma_factor(arb_t y, const arb_t s, const arb_t x, slong bits) {
  Enclosure next;
  arb_add_ui(next.value, s, 1, bits);
  arb_lgamma(next.value, next.value, bits);
  arb_log(y, x, bits);
  arb_mul(y, y, s, bits);
  arb_sub(y, y, x, bits);
  arb_sub(y, y, next.value, bits);
  arb_exp(y, y, bits);
}

/// P(s, x) for an exact x <= s+1. The series, which loses nothing, at the precision sum_bits; the
/// factor, whose logarithms cancel for large s, at another.
inline bool gamma_near_zero(arb_t y, const arb_t s, const arb_t x, slong sum_bits, slong bits) {
  Enclosure sum;
  const auto ratio = [&](arb_t r, slong k) {
    arb_add_si(r, s, k + 1, sum_bits);
    arb_div(r, x, r, sum_bits);
    return true;
  };
  const auto no_rest = [](arb_t, slong) { return false; };
  if (!falling_sum(sum.value, ratio, no_rest, sum_bits)) return false;
  gamma_factor(y, s, x, bits);
  arb_mul(y, y, sum.value, bits);
  return true;
}

/// G(s) for 0 < s <= 1.
inline bool gamma_fraction(arb_t y, const arb_t s, const arb_t x, slong bits) {
  const auto coefficient = [&](arb_t c, slong n) {
    if (n % 2 == 0) {
      arb_set_si(c, n / 2);
    } else {
      arb_sub_si(c, s, (n + 1) / 2, bits);
      arb_neg(c, c);
    }
    arb_div(c, c, x, bits);
  };
  return stieltjes_fraction(y, coefficient, bits);
}

/// Q(s, x) for an exact s and x >= s+1.
inline bool gamma_far_out(arb_t y, const arb_t s, const arb_t x, slong sum_bits, slong bits) {
  Enclosure sum, shape;
  const auto ratio = [&](arb_t r, slong k) {
    arb_sub_si(r, s, k + 1, sum_bits);
    if (!arb_is_positive(r)) return false;
    arb_div(r, r, x, sum_bits);
    return true;
  };
  const auto rest = [&](arb_t f, slong k) {
    arb_sub_si(shape.value, s, k, sum_bits);
    return gamma_fraction(f, shape.value, x, sum_bits);
  };
  if (!falling_sum(sum.value, ratio, rest, sum_bits)) return false;
  gamma_factor(y, s, x, bits);
  arb_mul(y, y, s, bits);
  arb_div(y, y, x, bits);
  arb_mul(y, y, sum.value, bits);
  return true;
}

/// P(s, x), or Q(s, x), at exact s > 0 and x >= 0.
inline void gamma_tail(arb_t y, const arb_t s, const arb_t x, bool upper, slong bits) {
  if (arb_is_zero(x)) return arb_set_ui(y, upper ? 1 : 0);
  Enclosure middle;
  arb_add_ui(middle.value, s, 1, bits);
  const bool far_out = arb_gt(x, middle.value);
  const bool complement = upper != far_out;
  tail_at(y, bits, [&](arb_t at, slong working) {
    const slong sum_bits = complement ? working : bits + guard_bits;
    if (!(far_out ? gamma_far_out : gamma_near_zero)(at, s, x, sum_bits, working)) return false;
    if (complement) {
      arb_sub_ui(at, at, 1, working);
      arb_neg(at, at);
    }
    return true;
  });
}

/// P falls in s and rises in x: over balls its range lies between two corners. What of x lies below
/// 0 is left out; NaN unless s is certainly positive.
inline void enclose_gamma_tail(arb_t y, const arb_t s, const arb_t x, bool upper, slong bits) {
  if (!arb_is_finite(s) || !arb_is_finite(x) || !arb_is_positive(s) || arb_is_negative(x))
    return arb_indeterminate(y);
  const Ends of_s(s, bits), of_x(x, bits);
  Enclosure shape, point, at_most;
  arb_set_arf(shape.value, of_s.upper.value);
  arb_set_arf(point.value, of_x.lower.value);
  if (arb_is_negative(point.value)) arb_zero(point.value);
  gamma_tail(y, shape.value, point.value, upper, bits);
  if (is_point(of_s) && is_point(of_x)) return;
  arb_set_arf(shape.value, of_s.lower.value);
  arb_set_arf(point.value, of_x.upper.value);
  gamma_tail(at_most.value, shape.value, point.value, upper, bits);
  set_union(y, y, at_most.value, bits);
}

}  // namespace gancheck::arb
