// Series and continued fractions of positive terms in balls: no term cancels another, so what they
// lose is the rounding of their own operations.
//
// Includes Arb, so only special_functions.cpp includes it, through the functions built on it.
#pragma once

#include "numerics/number/arb/intervals.hpp"

namespace gancheck::arb {

/// Series and fractions longer than this are given up.
inline constexpr slong most_terms = 1 << 17;

/// y = 1/(1 + c_1/(1 + c_2/(1 + ...))) for c_n >= 0, a Stieltjes fraction: its convergents lie on
/// alternating sides of it (H. S. Wall, Analytic Theory of Continued Fractions, 1948, § 28), so two
/// neighbours enclose it. coefficient(c, n) sets c_n. False where they stay too far apart.
template <class Coefficient>
bool stieltjes_fraction(arb_t y, const Coefficient& coefficient, slong bits) {
  constexpr slong between_looks = 8;
  Enclosure c, last_above, above, last_below, below, last, step;
  arb_one(last_above.value);
  arb_one(last_below.value);
  arb_one(above.value);
  coefficient(c.value, 1);
  arb_add_ui(below.value, c.value, 1, bits);
  for (slong n = 2; n <= most_terms; ++n) {
    coefficient(c.value, n);
    arb_mul(step.value, c.value, last_above.value, bits);
    arb_swap(last_above.value, above.value);
    arb_add(above.value, last_above.value, step.value, bits);
    arb_mul(step.value, c.value, last_below.value, bits);
    arb_swap(last_below.value, below.value);
    arb_add(below.value, last_below.value, step.value, bits);
    if (n % between_looks != 0) continue;
    arb_div(y, above.value, below.value, bits);
    arb_div(last.value, last_above.value, last_below.value, bits);
    arb_sub(step.value, y, last.value, bits);
    arb_div(step.value, step.value, y, bits);
    const bool meets = arf_cmpabs_2exp_si(arb_midref(step.value), guard_bits / 2 - bits) < 0;
    if (meets || arb_rel_accuracy_bits(y) < bits / 2) {
      set_union(y, y, last.value, bits);
      return meets;
    }
  }
  return false;
}

/// Whether falling ratios leave 2^-bits or more after the most terms, as the last one shows.
template <class Ratio>
bool falls_too_slowly(const Ratio& ratio, slong bits) {
  Enclosure r;
  if (!ratio(r.value, most_terms)) return false;
  const double fall = 1 - arf_get_d(arb_midref(r.value), ARF_RND_NEAR);
  return fall * static_cast<double>(most_terms) < 0.5 * static_cast<double>(bits);
}

/// y = 1 + r_0(1 + r_1(1 + ...)) for falling r_k < 1. ratio(r, k) sets r_k; where it returns false,
/// the sum ends with rest(f, k) in place of the bracket, 0 < f <= 1. What follows a term t before
/// the ratio r is at most t·r/(1-r). False where the sum is too long.
template <class Ratio, class Rest>
bool falling_sum(arb_t y, const Ratio& ratio, const Rest& rest, slong bits) {
  Enclosure term, r, gap;
  arb_one(term.value);
  arb_zero(y);
  if (falls_too_slowly(ratio, bits)) return false;
  for (slong k = 0; k < most_terms; ++k) {
    if (!ratio(r.value, k)) {
      if (!rest(r.value, k)) return false;
      arb_addmul(y, term.value, r.value, bits);
      return true;
    }
    arb_add(y, y, term.value, bits);
    arb_mul(term.value, term.value, r.value, bits);
    if (arf_cmpabs_2exp_si(arb_midref(term.value), guard_bits / 2 - bits) > 0) continue;
    arb_sub_ui(gap.value, r.value, 1, bits);
    arb_div(gap.value, term.value, gap.value, bits);
    if (!arb_is_finite(gap.value)) return false;
    // Once the rest is below the rounding of the sum it counts as an error.
    if (mag_cmp_2exp_si(arb_radref(gap.value), 0) < 0 &&
        arf_cmpabs_2exp_si(arb_midref(gap.value), guard_bits / 2 - bits) <= 0) {
      arb_add_error(y, gap.value);
      return true;
    }
  }
  return false;
}

/// An exact number of more bits than the precision has is no point: its ends differ.
inline bool is_point(const Ends& ends) {
  return arf_equal(ends.lower.value, ends.upper.value) != 0;
}

/// What of y is no less than 0, for a number that is not: so that its sign is known.
inline void set_nonnegative(arb_t y, slong bits) {
  if (!arb_is_finite(y) || !arb_contains_negative(y)) return;
  const Ends ends(y, bits);
  set_interval(y, Point().value, ends.upper.value, bits);
}

/// A tail of a law at an exact point, by compute(y, bits), at a precision that grows until the
/// result has the bits asked for. compute returns false to give up. A result that never gets them
/// stays wide, and valid: at worst [0, 1].
template <class Compute>
void tail_at(arb_t y, slong bits, const Compute& compute) {
  constexpr slong most_growth = 64;
  constexpr slong nothing = -(WORD(1) << 50);  // beyond this exponent e^-x is an interval about 0
  const slong start = bits + guard_bits;
  bool found = false;
  for (slong working = start; working <= most_growth * start; working *= 2) {
    found = compute(y, working);
    if (!found || arb_rel_accuracy_bits(y) >= bits) break;
    if (arb_contains_zero(y) && mag_cmp_2exp_si(arb_radref(y), nothing) < 0) break;
  }
  if (found && arb_is_finite(y) && mag_cmp_2exp_si(arb_radref(y), 0) < 0)
    return set_nonnegative(y, bits);
  arb_one(y);
  arb_mul_2exp_si(y, y, -1);
  mag_set_ui_2exp_si(arb_radref(y), 1, -1);
}

}  // namespace gancheck::arb
