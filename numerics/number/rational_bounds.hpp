// Exact interval arithmetic: bounds of a number that are rationals or infinite.
//
// The bounds of a quantity are decimals, and what follows from them by sums and by positive factors
// is exact again. Roots and logarithms come from balls and are rounded outwards.
#pragma once

#include <optional>
#include <string>

#include "numerics/number/ball.hpp"
#include "numerics/number/rational.hpp"

namespace gancheck {

/// A point of the extended real line.
struct Extended {
  Rational value = 0;  ///< 0 at the infinities
  int infinite = 0;    ///< -1, 0 or 1
  static Extended infinity(int sign) { return {0, sign}; }
};
bool operator==(const Extended& x, const Extended& y);
bool operator<(const Extended& x, const Extended& y);
Extended operator-(const Extended& x);

/// Every number from `lower` to `upper`, the ends included; lower <= upper.
struct Bounds {
  Extended lower, upper;

  static Bounds of(const Rational& x) { return {{x, 0}, {x, 0}}; }
  bool is_finite() const { return lower.infinite == 0 && upper.infinite == 0; }
  /// A single point, which may be an infinity.
  bool is_exact() const { return lower == upper; }
  bool is_inside(const Bounds& other) const;
  bool meets(const Bounds& other) const;
};

/// From decimals as a quantity prints them, "inf" and "-inf". What lies beyond 1e±10000 is rounded
/// outwards. Throws std::invalid_argument for another text.
Bounds read_bounds(const std::string& lower, const std::string& upper);

/// All numbers of the ball, to 300 digits.
Bounds bounds_of(const Ball& ball);

Bounds operator-(const Bounds& x);
/// An infinite end stays infinite; inf + (-inf), which no pair of quantities has, is unbounded.
Bounds operator+(const Bounds& x, const Bounds& y);
Bounds operator-(const Bounds& x, const Bounds& y);
/// By a factor that is finite and positive; else throws std::invalid_argument.
Bounds operator*(const Bounds& x, const Bounds& factor);

/// To 300 digits. What of `x` lies below 0 is left out; empty if all of it does.
std::optional<Bounds> square_root(const Bounds& x);

/// log 2 and log 10 to 300 digits.
const Bounds& bounds_of_log2();
const Bounds& bounds_of_log10();

/// The bounds in decimal to `digits` digits, rounded outwards; "inf", "-inf".
std::string lower_text(const Bounds& x, int digits);
std::string upper_text(const Bounds& x, int digits);

}  // namespace gancheck
