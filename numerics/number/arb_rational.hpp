// Rationals in and out of Arb.
//
// Includes Arb, so only ball.cpp includes it.
#pragma once

#include <arb.h>

#include <iterator>
#include <string>
#include <vector>

#include "numerics/number/arb_intervals.hpp"
#include "numerics/number/rational.hpp"

namespace gancheck::arb {

struct Whole {
  explicit Whole(const Integer& n) {
    fmpz_init(value);
    std::vector<ulong> limbs;
    export_bits(n, std::back_inserter(limbs), FLINT_BITS, false);
    fmpz_set_ui_array(value, limbs.data(), static_cast<slong>(limbs.size()));
    if (n < 0) fmpz_neg(value, value);
  }
  Whole() { fmpz_init(value); }
  ~Whole() { fmpz_clear(value); }
  Whole(const Whole&) = delete;
  Whole& operator=(const Whole&) = delete;

  Integer integer() const {
    std::vector<ulong> limbs(static_cast<std::size_t>(fmpz_size(value)) + 1);
    Whole magnitude;
    fmpz_abs(magnitude.value, value);
    fmpz_get_ui_array(limbs.data(), static_cast<slong>(limbs.size()), magnitude.value);
    Integer n;
    import_bits(n, limbs.begin(), limbs.end(), FLINT_BITS, false);
    return fmpz_sgn(value) < 0 ? Integer(-n) : n;
  }

  fmpz_t value;
};

inline void set_rational(arb_t y, const Rational& x, slong bits) {
  arb_fmpz_div_fmpz(y, Whole(numerator(x)).value, Whole(denominator(x)).value, bits);
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
  Whole significand, exponent;
  arf_get_fmpz_2exp(significand.value, exponent.value, shown.value);
  const slong shift = fmpz_get_si(exponent.value);
  const Integer n = significand.integer();
  return decimal_rounded_down(
      shift < 0 ? Rational(n, Integer(1) << -shift) : Rational(Integer(n << shift)), digits);
}

}  // namespace gancheck::arb
