// A function of one variable on a ball, by its value and its derivative there (the chain rule).
//
// Over a wide ball an interval formula is the wider the more often it names its variable: log p -
// log q of two power laws, (a - b) log x, comes out as wide as (a + b) log x. The mean value form
//   f(m) + f'(ball)·(ball - m)
// is wide by f' alone, in which such terms cancel [Neumaier 1990, "Interval methods for systems of
// equations", 2.3].
#pragma once

#include "numerics/number/complex_ball.hpp"

namespace gancheck {

/// The derivative may be known where the value is not: beyond the cut of a logarithm. Where it is
/// finite on a ball the function goes on analytically to all of it.
struct Jet {
  Jet(int whole) : value(whole), slope(0) {}  // NOLINT: constants in formulas convert
  Jet(const Ball& constant);                  // NOLINT: as above
  Jet(ComplexBall at, ComplexBall change) : value(std::move(at)), slope(std::move(change)) {}
  static Jet variable(const ComplexBall& t) { return {t, ComplexBall(1)}; }

  bool is_zero() const { return value.is_zero() && slope.is_zero(); }
  bool is_positive() const { return value.is_positive(); }  ///< every real part is > 0
  bool is_negative() const { return value.is_negative(); }

  long exponent() const { return value.exponent(); }  ///< as that of the value

  ComplexBall value, slope;

  friend Jet operator-(const Jet& x);
  friend Jet operator+(const Jet& x, const Jet& y);
  friend Jet operator-(const Jet& x, const Jet& y);
  friend Jet operator*(const Jet& x, const Jet& y);
  friend Jet operator/(const Jet& x, const Jet& y);
  friend Jet operator*(const Jet& x, const Ball& y);
  friend Jet operator*(const Ball& x, const Jet& y);
  friend Jet operator/(const Jet& x, const Ball& y);
  friend Jet operator*(const Jet& x, int y);
  friend Jet operator*(int x, const Jet& y);
  friend Jet operator/(const Jet& x, int y);
  friend Jet log(const Jet& x);
  friend Jet log1p(const Jet& x);
  friend Jet exp(const Jet& x);
  friend Jet expm1(const Jet& x);
  friend Jet sqrt(const Jet& x);
  /// As for ComplexBall: continued from the side on which the ball lies.
  friend Jet abs(const Jet& x);
  friend Jet max(const Jet& x, const Jet& y);
  friend Jet min(const Jet& x, const Jet& y);
};

/// Of two enclosures of one analytic function the one that says more.
const ComplexBall& sharper(const ComplexBall& x, const ComplexBall& y);

/// The point about which a ball is written, a real one if the ball holds that.
ComplexBall centre_of(const ComplexBall& t);

/// f on the ball t by the mean value form, from f at the point `centre` of t; f analytic there, and
/// `slope` its derivative on t.
ComplexBall by_mean_value(const ComplexBall& at_centre, const ComplexBall& slope,
                          const ComplexBall& t, const ComplexBall& centre);

}  // namespace gancheck
