// Decimals as a table prints them: mantissa·10^exponent with a mantissa of at most 18 digits.
#pragma once

#include <cstdint>
#include <optional>

#include "numerics/number/rational.hpp"
#include "numerics/number/tracked.hpp"

namespace gancheck {

/// mantissa·10^exponent: an entry of a table, as printed there.
struct Decimal {
  std::int64_t mantissa = 0;
  int exponent = 0;
};

/// The double nearest to `x` (ties to even).
double nearest_double(const Decimal& x);

/// Whether a double holds `x` exactly.
bool is_double(const Decimal& x);

Rational exact_rational(const Decimal& x);

/// `x` within half a unit of the last place; without error where a double holds it.
Tracked tracked(const Decimal& x);

/// The exact sum and product where they are decimals of 18 digits again.
std::optional<Decimal> add(const Decimal& x, const Decimal& y);
std::optional<Decimal> multiply(const Decimal& x, const Decimal& y);

/// x - y from all digits, within 4u of itself; empty where 128 bits do not hold the digits.
std::optional<Tracked> subtract(const Decimal& x, const Decimal& y);

/// The sign of x - y; empty where 128 bits do not hold the digits.
std::optional<int> order(const Decimal& x, const Decimal& y);

}  // namespace gancheck
