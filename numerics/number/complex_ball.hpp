// Rigorous complex enclosures, for the integration of analytic functions: Arb's rectangular balls.
//
// A ball with an imaginary part of exactly 0 stands for real numbers, and a function of it encloses
// their real images. Any other ball stands for a set in the plane on which the integrator asks for
// an analytic function: where a function is not analytic on all of it (the cut of a logarithm, the
// kink of |x|), the result is indeterminate, never the value of some branch. So nothing has to be
// told whether analyticity matters, and no caller can forget to ask.
#pragma once

#include "numerics/number/ball.hpp"

namespace gancheck {

class ComplexBall {
 public:
  ComplexBall();                  ///< 0
  ComplexBall(int whole);         // NOLINT: whole literals in formulas convert
  ComplexBall(const Ball& real);  // NOLINT: real numbers are complex ones
  ComplexBall(double) = delete;
  ComplexBall(const ComplexBall&);
  ComplexBall(ComplexBall&&) noexcept;
  ComplexBall& operator=(const ComplexBall&);
  ComplexBall& operator=(ComplexBall&&) noexcept;
  ~ComplexBall();

  static ComplexBall of_parts(const Ball& real, const Ball& imaginary);
  static ComplexBall indeterminate();

  bool is_finite() const;
  bool is_real() const;  ///< the imaginary part is exactly 0
  bool is_zero() const;
  bool is_positive() const;  ///< every real part in the ball is > 0
  bool is_negative() const;
  /// An e with |x| < 2^e for every x in the ball, as in Ball.
  long exponent() const;
  Ball real() const;
  Ball imaginary() const;

  friend ComplexBall operator-(const ComplexBall& x);
  friend ComplexBall operator+(const ComplexBall& x, const ComplexBall& y);
  friend ComplexBall operator-(const ComplexBall& x, const ComplexBall& y);
  friend ComplexBall operator*(const ComplexBall& x, const ComplexBall& y);
  friend ComplexBall operator/(const ComplexBall& x, const ComplexBall& y);
  // A real factor moves both parts alone: tighter and faster than a complex one.
  friend ComplexBall operator*(const ComplexBall& x, const Ball& y);
  friend ComplexBall operator*(const Ball& x, const ComplexBall& y);
  friend ComplexBall operator/(const ComplexBall& x, const Ball& y);
  friend ComplexBall operator*(const ComplexBall& x, int y);
  friend ComplexBall operator*(int x, const ComplexBall& y);
  friend ComplexBall operator/(const ComplexBall& x, int y);
  friend ComplexBall log(const ComplexBall& x);    ///< principal, cut (-oo, 0]
  friend ComplexBall log1p(const ComplexBall& x);  ///< principal, cut (-oo, -1]
  friend ComplexBall exp(const ComplexBall& x);
  friend ComplexBall expm1(const ComplexBall& x);
  friend ComplexBall sqrt(const ComplexBall& x);  ///< principal, cut (-oo, 0]
  friend ComplexBall tanh(const ComplexBall& x);
  /// |x| of real numbers; of others its analytic continuation from the half line that the ball
  /// lies above.
  friend ComplexBall abs(const ComplexBall& x);
  friend ComplexBall max(const ComplexBall& x, const ComplexBall& y);
  friend ComplexBall min(const ComplexBall& x, const ComplexBall& y);
  /// p·log d with 0·log 0 = 0.
  friend ComplexBall times_log(const ComplexBall& p, const ComplexBall& d);

 private:
  friend struct ComplexBallAccess;  // numerics/number/arb/complex_ball.hpp
  static constexpr std::size_t size = 96;
  alignas(long) unsigned char storage_[size];  ///< Arb's acb_t, in place as in Ball
};

/// log(1 + e^x) on a ball, by the exponential that does not overflow: where the real part is below
/// 0 log1p(e^x), above it x + log1p(e^-x). Analytic where |Im x| < pi.
ComplexBall soft_plus(const ComplexBall& x);
Ball soft_plus(const Ball& x);

template <>
ComplexBall exactly<ComplexBall>(const Rational& x);

}  // namespace gancheck
