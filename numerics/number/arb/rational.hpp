// Rationals in and out of Arb.
//
// Includes Arb, so only ball.cpp includes it.
#pragma once

#include <arb.h>

#include <string>

#include "numerics/number/arb/intervals.hpp"
#include "numerics/number/fmpz_access.hpp"
#include "numerics/number/rational.hpp"

namespace gancheck::arb {

inline void set_rational(arb_t y, const Rational& x, slong bits) {
  arb_fmpz_div_fmpz(y, fmpz_of(numerator(x)), fmpz_of(denominator(x)), bits);
}

/// Decimal bounds beyond 2^±65536 are not written out: they give way outwards.
inline std::string lower_decimal(const arf_t x, int digits) {
  constexpr slong widest = 65536;
  if (arf_is_pos_inf(x)) return "inf";
  const bool huge = arf_cmpabs_2exp_si(x, widest) > 0, tiny = arf_cmpabs_2exp_si(x, -widest) < 0;
  if (!arf_is_finite(x) || (huge && arf_sgn(x) < 0)) return "-inf";
  if (arf_is_zero(x) || (tiny && arf_sgn(x) > 0)) return "0";
  Point shown;
  arf_set(shown.value, x);
  if (huge) arf_set_ui_2exp_si(shown.value, 1, widest);
  if (tiny) arf_set_si_2exp_si(shown.value, -1, -widest);
  Integer significand, exponent;
  arf_get_fmpz_2exp(fmpz_of(significand), fmpz_of(exponent), shown.value);
  const auto shift = static_cast<std::int64_t>(exponent);
  return decimal_rounded_down(
      shift < 0 ? Rational(significand, Integer(1) << -shift) : Rational(significand << shift),
      digits);
}

}  // namespace gancheck::arb
