// The interval that a printed quantity stands for, as exact numbers.
#pragma once

#include <optional>
#include <string>

#include "numerics/number/numeral.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {

/// Empty ends are infinite.
struct PrintedInterval {
  std::optional<Rational> lower, upper;
  bool is_infinite = false;  ///< +infinity or -infinity itself
};

inline PrintedInterval interval_of(const Quantity& q) {
  if (q.lower == q.upper && (q.lower == "inf" || q.lower == "-inf"))
    return {std::nullopt, std::nullopt, true};
  return {read_decimal(q.lower), read_decimal(q.upper)};
}

/// Two statements about one number do not contradict each other.
inline bool overlap(const PrintedInterval& x, const PrintedInterval& y) {
  if (x.is_infinite || y.is_infinite) {
    const PrintedInterval& other = x.is_infinite ? y : x;
    return other.is_infinite || !other.upper || !other.lower;
  }
  return (!x.lower || !y.upper || *x.lower <= *y.upper) &&
         (!y.lower || !x.upper || *y.lower <= *x.upper);
}

}  // namespace gancheck
