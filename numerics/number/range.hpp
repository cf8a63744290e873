// Intervals of the line whose ends may be infinite: Arb's balls have a finite radius, or are the
// whole line.
#pragma once

#include <optional>

#include "numerics/number/ball.hpp"

namespace gancheck {

/// The numbers x with l <= x <= h for an l in the ball of the lower end and an h in that of the
/// upper one; an end that is empty is infinite. Every operation encloses the results of all
/// operands, at the precision in force.
class Range {
 public:
  /// An end that is not finite becomes an infinite one.
  Range(std::optional<Ball> lower, std::optional<Ball> upper);
  static Range point(const Ball& x) { return {x, x}; }
  static Range line() { return {std::nullopt, std::nullopt}; }

  const std::optional<Ball>& lower() const { return lower_; }
  const std::optional<Ball>& upper() const { return upper_; }
  bool is_zero() const;      ///< the point 0 itself
  bool is_positive() const;  ///< every number in it is > 0
  bool is_negative() const;
  bool is_nonnegative() const;
  bool is_nonpositive() const;
  /// An e with |x| < 2^e for every x in it; the largest long where there is none.
  long exponent() const;

  friend Range operator-(const Range& x);
  friend Range operator+(const Range& x, const Range& y);
  friend Range operator-(const Range& x, const Range& y);
  friend Range operator*(const Range& x, const Range& y);
  /// The whole line where 0 is not excluded from y.
  friend Range operator/(const Range& x, const Range& y);
  friend Range log(const Range& x);    ///< of the x > 0; the whole line where x may be < 0
  friend Range log1p(const Range& x);  ///< of the x > -1; the whole line where x may be < -1
  friend Range exp(const Range& x);
  friend Range expm1(const Range& x);
  friend Range sqrt(const Range& x);  ///< the whole line where x may be < 0
  friend Range abs(const Range& x);
  friend Range max(const Range& x, const Range& y);
  friend Range min(const Range& x, const Range& y);
  friend Range hull(const Range& x, const Range& y);
  /// Of two ranges of one number.
  friend Range intersection(const Range& x, const Range& y);

 private:
  std::optional<Ball> lower_, upper_;
};

}  // namespace gancheck
