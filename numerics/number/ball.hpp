// Rigorous real enclosures: Arb's balls, midpoint ± radius.
//
// Whatever the rounding, the ball of a result contains the exact result of the exact operands.
// FLINT 2.9 with Arb 2.23 and FLINT 3 (which contains Arb) both build this file.
#pragma once

#include <cstddef>
#include <string>

#include "numerics/number/exactly.hpp"

namespace gancheck {

/// The working precision of the balls of this thread, for as long as the object lives.
/// A wider scope than the computation needs leaves valid but useless enclosures: check radii.
class BallPrecision {
 public:
  static constexpr long standard_bits = 160;
  explicit BallPrecision(long bits);
  ~BallPrecision();
  BallPrecision(const BallPrecision&) = delete;
  BallPrecision& operator=(const BallPrecision&) = delete;
  static long bits();

 private:
  long previous_;
};

/// Frees Arb's caches of a thread when the thread ends: one lives in every thread that uses balls.
class BallThread {
 public:
  BallThread() = default;
  ~BallThread();
  BallThread(const BallThread&) = delete;
  BallThread& operator=(const BallThread&) = delete;
};

class Ball {
 public:
  Ball();           ///< 0
  Ball(int whole);  // NOLINT: whole literals in formulas convert
  Ball(double) = delete;
  Ball(const Ball&);
  Ball(Ball&&) noexcept;
  Ball& operator=(const Ball&);
  Ball& operator=(Ball&&) noexcept;
  ~Ball();

  /// The ball that holds exactly this double, or the whole line for a NaN.
  static Ball exact(double value);
  /// The smallest ball we can make that contains [lower, upper]; both finite, lower <= upper. Ends
  /// of one sign (or 0) keep it, at up to 2^-28 of the width.
  static Ball hull(const Rational& lower, const Rational& upper);
  static Ball hull(double lower, double upper);
  /// Contains both; not finite where one of them is not.
  static Ball hull(const Ball& x, const Ball& y);
  /// A number of which nothing is known: not finite, and so is what follows from it.
  static Ball indeterminate();
  /// The upper end of x, or 0 where that is below 0, as a point; x finite.
  static Ball at_most(const Ball& x);
  /// Pi-free special functions that masses need.
  static Ball log_factorial(unsigned long k);
  /// P(X > k) and P(X <= k) for X ~ Poisson(rate), rate > 0.
  static Ball poisson_above(const Ball& rate, long k);
  static Ball poisson_up_to(const Ball& rate, long k);

  bool is_finite() const;
  bool contains_zero() const;
  bool contains_whole_number() const;  ///< true where the ball is not finite
  bool is_zero() const;                ///< the point 0 itself
  bool is_positive() const;            ///< every number in the ball is > 0
  bool is_negative() const;
  bool is_nonnegative() const;
  bool contains(const Rational& x) const;
  bool overlaps(const Ball& other) const;

  Ball centre() const;      ///< the midpoint, exactly
  double midpoint() const;  ///< nearest double to the midpoint
  double radius() const;    ///< rounded up
  double lower() const;     ///< a double <= every number in the ball
  double upper() const;
  double magnitude() const;  ///< a double >= |x| for every x in the ball
  /// An e with |x| < 2^e for every x in the ball, at most 2 more than the least one; of the range
  /// of long where that is not: for 0, and for what is not finite.
  long exponent() const;
  /// About -log2 of the radius over |midpoint|, at least that less 2; very negative where the ball
  /// tells nothing, very large where it is a point.
  long relative_bits() const;
  /// Bounds as decimal strings with `digits` significant digits, rounded outwards; "-inf"/"inf".
  std::string lower_text(int digits) const;
  std::string upper_text(int digits) const;

  friend Ball operator-(const Ball& x);
  friend Ball operator+(const Ball& x, const Ball& y);
  friend Ball operator-(const Ball& x, const Ball& y);
  friend Ball operator*(const Ball& x, const Ball& y);
  friend Ball operator/(const Ball& x, const Ball& y);
  friend Ball log(const Ball& x);
  friend Ball log1p(const Ball& x);
  friend Ball exp(const Ball& x);
  friend Ball sqrt(const Ball& x);
  friend Ball tanh(const Ball& x);
  friend Ball abs(const Ball& x);
  friend Ball max(const Ball& x, const Ball& y);
  friend Ball min(const Ball& x, const Ball& y);
  friend Ball power(const Ball& x, unsigned long exponent);
  /// p·log d with 0·log 0 = 0. For an interval d that touches 0 with p the same interval use
  /// x_log_x, which is tight there.
  friend Ball times_log(const Ball& p, const Ball& d);
  /// x·log x on [0, oo), enclosed by its monotone pieces with the minimum -1/e at 1/e. What of the
  /// ball lies below 0 is left out: the caller's number must not.
  friend Ball x_log_x(const Ball& x);

 private:
  friend struct BallAccess;  // numerics/number/arb/ball.hpp
  /// Arb's arb_t in place, kept out of this header: temporaries of formulas touch no heap.
  static constexpr std::size_t size = 48;
  alignas(long) unsigned char storage_[size];
};

template <>
Ball exactly<Ball>(const Rational& x);

}  // namespace gancheck
