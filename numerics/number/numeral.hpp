// Decimal text to an exact number.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "numerics/number/real.hpp"

namespace gancheck {

/// Numbers with more digits are refused by who reads them.
inline constexpr std::size_t most_digits = 1000;

struct Numeral {
  Real value;           ///< exact; 0 where `leading` lies beyond ±farthest
  long leading = 0;     ///< the value is d·10^leading with 1 <= |d| < 10, but for 0
  long last_digit = 0;  ///< the exponent of the last digit that is written
  std::size_t digits = 0;
  std::size_t length = 0;  ///< characters read
  static constexpr long farthest = 10000;
};

/// The longest beginning of `text` that is a decimal: sign, digits, point, digits, exponent. Empty
/// if there is none. No exponent and no length overflow.
std::optional<Numeral> read_numeral(std::string_view text);

/// The number that begins `text`; empty where there is none (an infinity), and where it lies beyond
/// the exponents that are read.
std::optional<Rational> read_decimal(std::string_view text);

}  // namespace gancheck
