// A number as somebody printed it: its text says what it claims, and how exactly.
#pragma once

#include <string_view>

#include "numerics/number/rational_bounds.hpp"

namespace gancheck {

struct PrintedNumber {
  std::string text;    ///< as it was given, without white space around it
  Extended value;      ///< exactly what the text says
  Rational half_unit;  ///< half a unit of the last printed digit; 0 for an infinity
  std::size_t digits;  ///< significant ones: from the first that is not 0 to the last printed; 0
                       ///< for 0 and the infinities

  /// Every number within `tolerance` >= 0 of it.
  Bounds within(const Rational& tolerance) const;
};

/// A decimal ("0.1" is one tenth, "1e-9"), "inf" or "-inf" (or "infinity", in any case). Throws
/// std::invalid_argument with the remedy: for a NaN, a quotient, a number beyond 1e±10000 or of
/// more than 1000 digits, and what is no number.
PrintedNumber read_printed_number(std::string_view text);

/// A decimal that is finite and not negative. Throws std::invalid_argument with the remedy.
Rational read_tolerance(std::string_view text);

/// How many leading digits of `x` are those of the truth, where x and the bounds are finite: as
/// many as the decimals of x and of both bounds have in common, from the first that is not 0. 0
/// where the signs or the magnitudes differ.
std::size_t agreeing_digits(const Rational& x, const Bounds& truth);

}  // namespace gancheck
