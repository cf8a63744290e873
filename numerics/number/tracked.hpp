// A double with a running bound of its rounding error.
//
// Every operation adds what its own rounding may cost to what it inherits from its operands, so a
// formula evaluated in this arithmetic derives the bound that its residual has to meet. The model
// of the operations and the assumed errors of the library functions: docs/error-bounds.md.
#pragma once

#include <limits>

#include "numerics/number/exactly.hpp"

namespace gancheck {

class Tracked {
 public:
  Tracked() = default;
  Tracked(int whole) : value_(whole) {}  // NOLINT: whole literals in formulas convert
  Tracked(double) = delete;

  /// A number within `error` of `value`. `error` is at least 0 and may be +infinity.
  static Tracked within(double value, double error) {
    Tracked x;
    x.value_ = value;
    x.error_ = error;
    return x;
  }
  /// A number that the double `value` holds exactly; an infinity is exact too.
  static Tracked exact(double value) { return within(value, 0.0); }

  double value() const { return value_; }
  /// |truth - value()| is at most this; 0 for an exact infinity; NaN where the value is NaN.
  double error() const { return error_; }
  /// Bounds of the truth, rounded outwards.
  double lower() const;
  double upper() const;

  friend Tracked operator-(const Tracked& x) { return within(-x.value_, x.error_); }
  friend Tracked operator+(const Tracked& x, const Tracked& y);
  friend Tracked operator-(const Tracked& x, const Tracked& y);
  friend Tracked operator*(const Tracked& x, const Tracked& y);
  /// Exact x / exact 0 is an exact infinity for x != 0; a divisor whose band reaches 0 gives an
  /// infinite error.
  friend Tracked operator/(const Tracked& x, const Tracked& y);

  friend Tracked log(const Tracked& x);
  friend Tracked log1p(const Tracked& x);
  friend Tracked exp(const Tracked& x);
  friend Tracked sqrt(const Tracked& x);
  friend Tracked abs(const Tracked& x);
  friend Tracked max(const Tracked& x, const Tracked& y);
  friend Tracked min(const Tracked& x, const Tracked& y);
  /// p·log d with 0·log 0 = 0; the rule applies where p is exactly 0.
  friend Tracked times_log(const Tracked& p, const Tracked& d);

 private:
  double value_ = 0.0;
  double error_ = 0.0;
};

template <>
Tracked exactly<Tracked>(const Rational& x);

}  // namespace gancheck
