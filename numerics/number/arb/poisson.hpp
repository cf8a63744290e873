// The tails of a Poisson law, in balls, with full relative accuracy however far out.
//
// Includes Arb, so only ball.cpp includes it.
#pragma once

#include <arb_hypgeom.h>

#include "numerics/number/arb/intervals.hpp"

namespace gancheck::arb {

/// P(X = n) = rate^n e^-rate/n!
inline void poisson_mass(arb_t y, const arb_t rate, const arb_t n, slong bits) {
  Enclosure log_factorial;
  arb_add_ui(log_factorial.value, n, 1, bits);
  arb_lgamma(log_factorial.value, log_factorial.value, bits);
  arb_log(y, rate, bits);
  arb_mul(y, y, n, bits);
  arb_sub(y, y, rate, bits);
  arb_sub(y, y, log_factorial.value, bits);
  arb_exp(y, y, bits);
}

/// P(X > k) for an exact rate <= k+1: P(X = k+1)·Σ_i rate^i/((k+2)···(k+1+i)), which cannot cancel.
/// Its ratios fall, so what follows a term t with the ratio r < 1 is less than t·r/(1-r). The sum
/// is cut where that outweighs the rounding, lest a wrong bound of it hide there.
inline void poisson_far_above(arb_t y, const arb_t rate, long k, slong bits) {
  Enclosure index, term, sum, ratio, rest;
  arb_set_si(index.value, k);
  arb_add_ui(index.value, index.value, 1, ARF_PREC_EXACT);
  poisson_mass(y, rate, index.value, bits);
  arb_one(term.value);
  arb_one(sum.value);
  do {
    arb_add_ui(index.value, index.value, 1, ARF_PREC_EXACT);
    arb_div(ratio.value, rate, index.value, bits);
    arb_mul(term.value, term.value, ratio.value, bits);
    arb_add(sum.value, sum.value, term.value, bits);
  } while (arf_cmpabs_2exp_si(arb_midref(term.value), guard_bits / 2 - bits) > 0);
  arb_sub_ui(rest.value, ratio.value, 1, bits);
  arb_div(rest.value, ratio.value, rest.value, bits);
  arb_mul(rest.value, rest.value, term.value, bits);
  arb_add_error(sum.value, rest.value);
  arb_mul(y, y, sum.value, bits);
}

/// P(X > k) or P(X <= k), k >= 0, at an exact rate: the smaller of the two is computed, at a
/// precision that grows until the result has the bits asked for. One that never gets them stays
/// wide, and valid.
inline void poisson_tail(arb_t y, const arb_t rate, long k, bool above, slong bits) {
  const bool far_above = arf_cmp_si(arb_midref(rate), k) <= 0;
  Enclosure shape;
  arb_set_si(shape.value, k);
  arb_add_ui(shape.value, shape.value, 1, ARF_PREC_EXACT);
  for (slong working = bits + guard_bits; working <= 64 * (bits + guard_bits); working *= 2) {
    if (far_above) {
      poisson_far_above(y, rate, k, working);
    } else {
      arb_hypgeom_gamma_upper(y, shape.value, rate, 1, working);  // P(X <= k) = Q(k+1, rate)
    }
    if (above != far_above) {
      arb_sub_ui(y, y, 1, working);
      arb_neg(y, y);
    }
    if (arb_rel_accuracy_bits(y) >= bits) return;
  }
}

/// P(X > k) or P(X <= k): monotone in the rate. NaN unless the rate is certainly positive.
inline void enclose_poisson_tail(arb_t y, const arb_t rate, long k, bool above, slong bits) {
  if (!arb_is_finite(rate) || !arb_is_positive(rate)) return arb_indeterminate(y);
  if (k < 0) return arb_set_ui(y, above ? 1 : 0);
  const auto tail = [&](arb_t at, const arb_t exact_rate, slong) {
    poisson_tail(at, exact_rate, k, above, bits);
  };
  if (arb_is_exact(rate)) {
    tail(y, rate, bits);
  } else {
    enclose_between_ends(y, rate, bits, tail);
  }
}

}  // namespace gancheck::arb
