#include "numerics/number/complex_ball.hpp"

#include <algorithm>

#include "numerics/number/arb/complex_ball.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

acb_ptr acb_of(ComplexBall& x) {
  return ComplexBallAccess::of(x);
}
acb_srcptr acb_of(const ComplexBall& x) {
  return ComplexBallAccess::of(x);
}

/// A function of real numbers, on the real part alone.
template <class Function>
ComplexBall of_real(const ComplexBall& x, const Function& f) {
  ComplexBall y;
  arb::enclose_monotone(acb_realref(acb_of(y)), acb_realref(acb_of(x)), BallPrecision::bits(), f);
  return y;
}
template <class Operation>
ComplexBall of_reals(const ComplexBall& x, const ComplexBall& y, const Operation& f) {
  ComplexBall z;
  arb::enclose_by_corners(acb_realref(acb_of(z)), acb_realref(acb_of(x)), acb_realref(acb_of(y)),
                          BallPrecision::bits(), f);
  return z;
}

ComplexBall square_of_real(const ComplexBall& x) {
  if (arb::is_wide(acb_realref(acb_of(x)))) return power(x.real(), 2);
  ComplexBall y;
  arb_sqr(acb_realref(acb_of(y)), acb_realref(acb_of(x)), BallPrecision::bits());
  return y;
}

/// Whether the ball may meet the half line (-oo, end] of the real axis.
bool may_meet_cut(const acb_t x, int end) {
  if (!arb_contains_zero(acb_imagref(x))) return false;
  arb::Enclosure distance;
  arb_sub_si(distance.value, acb_realref(x), end, BallPrecision::bits());
  return !arb_is_positive(distance.value);
}

}  // namespace

ComplexBall::ComplexBall() {
  new (storage_) acb_struct;
  acb_init(acb_of(*this));
}
ComplexBall::ComplexBall(int whole) {
  new (storage_) acb_struct;
  acb_init(acb_of(*this));
  acb_set_si(acb_of(*this), whole);
}
ComplexBall::ComplexBall(const Ball& real) {
  new (storage_) acb_struct;
  acb_init(acb_of(*this));
  acb_set_arb(acb_of(*this), BallAccess::of(real));
}
ComplexBall::ComplexBall(const ComplexBall& other) {
  new (storage_) acb_struct;
  acb_init(acb_of(*this));
  acb_set(acb_of(*this), acb_of(other));
}
ComplexBall::ComplexBall(ComplexBall&& other) noexcept {
  new (storage_) acb_struct(*acb_of(other));
  acb_init(acb_of(other));
}
ComplexBall& ComplexBall::operator=(const ComplexBall& other) {
  if (this != &other) acb_set(acb_of(*this), acb_of(other));
  return *this;
}
ComplexBall& ComplexBall::operator=(ComplexBall&& other) noexcept {
  acb_swap(acb_of(*this), acb_of(other));
  return *this;
}
ComplexBall::~ComplexBall() {
  acb_clear(acb_of(*this));
}

ComplexBall ComplexBall::of_parts(const Ball& real, const Ball& imaginary) {
  ComplexBall y;
  acb_set_arb_arb(acb_of(y), BallAccess::of(real), BallAccess::of(imaginary));
  return y;
}

ComplexBall ComplexBall::indeterminate() {
  ComplexBall y;
  acb_indeterminate(acb_of(y));
  return y;
}

bool ComplexBall::is_finite() const {
  return acb_is_finite(acb_of(*this));
}
bool ComplexBall::is_real() const {
  return acb_is_real(acb_of(*this));
}
bool ComplexBall::is_zero() const {
  return acb_is_zero(acb_of(*this));
}
bool ComplexBall::is_positive() const {
  return arb_is_positive(acb_realref(acb_of(*this)));
}
bool ComplexBall::is_negative() const {
  return arb_is_negative(acb_realref(acb_of(*this)));
}

long ComplexBall::exponent() const {
  // |x| <= sqrt 2 max(|re|, |im|).
  return std::max(real().exponent(), imaginary().exponent()) + 1;
}

Ball ComplexBall::real() const {
  Ball y;
  arb_set(BallAccess::of(y), acb_realref(acb_of(*this)));
  return y;
}
Ball ComplexBall::imaginary() const {
  Ball y;
  arb_set(BallAccess::of(y), acb_imagref(acb_of(*this)));
  return y;
}

ComplexBall operator-(const ComplexBall& x) {
  ComplexBall y;
  acb_neg(acb_of(y), acb_of(x));
  return y;
}
ComplexBall operator+(const ComplexBall& x, const ComplexBall& y) {
  ComplexBall z;
  acb_add(acb_of(z), acb_of(x), acb_of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator-(const ComplexBall& x, const ComplexBall& y) {
  ComplexBall z;
  acb_sub(acb_of(z), acb_of(x), acb_of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator*(const ComplexBall& x, const ComplexBall& y) {
  if (x.is_real() && y.is_real()) return &x == &y ? square_of_real(x) : of_reals(x, y, arb_mul);
  ComplexBall z;
  if (&x == &y)
    acb_sqr(acb_of(z), acb_of(x), BallPrecision::bits());
  else
    acb_mul(acb_of(z), acb_of(x), acb_of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator/(const ComplexBall& x, const ComplexBall& y) {
  if (x.is_real() && y.is_real()) {
    const bool by_zero = arb_contains_zero(acb_realref(acb_of(y)));
    return by_zero ? ComplexBall::indeterminate() : of_reals(x, y, arb_div);
  }
  ComplexBall z;
  acb_div(acb_of(z), acb_of(x), acb_of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator*(const ComplexBall& x, const Ball& y) {
  ComplexBall z;
  acb_mul_arb(acb_of(z), acb_of(x), BallAccess::of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator*(const Ball& x, const ComplexBall& y) {
  return y * x;
}
ComplexBall operator/(const ComplexBall& x, const Ball& y) {
  ComplexBall z;
  acb_div_arb(acb_of(z), acb_of(x), BallAccess::of(y), BallPrecision::bits());
  return z;
}
ComplexBall operator*(const ComplexBall& x, int y) {
  ComplexBall z;
  acb_mul_si(acb_of(z), acb_of(x), y, BallPrecision::bits());
  return z;
}
ComplexBall operator*(int x, const ComplexBall& y) {
  return y * x;
}
ComplexBall operator/(const ComplexBall& x, int y) {
  ComplexBall z;
  if (y == 2)
    acb_mul_2exp_si(acb_of(z), acb_of(x), -1);
  else
    acb_div_si(acb_of(z), acb_of(x), y, BallPrecision::bits());
  return z;
}

ComplexBall log(const ComplexBall& x) {
  if (x.is_real()) return of_real(x, arb_log);
  ComplexBall y;
  acb_log_analytic(acb_of(y), acb_of(x), 1, BallPrecision::bits());
  return y;
}

ComplexBall log1p(const ComplexBall& x) {
  if (x.is_real()) return of_real(x, arb_log1p);
  if (may_meet_cut(acb_of(x), -1)) return ComplexBall::indeterminate();
  ComplexBall y;
  acb_log1p(acb_of(y), acb_of(x), BallPrecision::bits());
  return y;
}

ComplexBall exp(const ComplexBall& x) {
  // As in exp(Ball): far below, |e^x| < e^-2^40.
  constexpr double farthest = -0x1p40;
  const bool may_be_far = arb::may_be_far_below(acb_realref(acb_of(x)));
  if (x.is_real()) return may_be_far ? ComplexBall(exp(x.real())) : of_real(x, arb_exp);
  ComplexBall y;
  if (may_be_far && x.real().upper() < farthest) {
    const Ball least = exp(Ball::exact(farthest)) * Ball::hull(-1.0, 1.0);
    return ComplexBall::of_parts(least, least);
  } else {
    acb_exp(acb_of(y), acb_of(x), BallPrecision::bits());
  }
  return y;
}

ComplexBall expm1(const ComplexBall& x) {
  if (x.is_real()) return of_real(x, arb_expm1);
  ComplexBall y;
  acb_expm1(acb_of(y), acb_of(x), BallPrecision::bits());
  return y;
}

ComplexBall sqrt(const ComplexBall& x) {
  if (x.is_real()) return of_real(x, arb_sqrt);
  ComplexBall y;
  acb_sqrt_analytic(acb_of(y), acb_of(x), 1, BallPrecision::bits());
  return y;
}

ComplexBall tanh(const ComplexBall& x) {
  if (x.is_real()) return tanh(x.real());
  ComplexBall y;
  acb_tanh(acb_of(y), acb_of(x), BallPrecision::bits());
  return y;
}

ComplexBall abs(const ComplexBall& x) {
  if (x.is_real()) return abs(x.real());
  if (x.is_positive()) return x;
  return x.is_negative() ? -x : ComplexBall::indeterminate();
}

ComplexBall max(const ComplexBall& x, const ComplexBall& y) {
  if (x.is_real() && y.is_real()) return max(x.real(), y.real());
  const ComplexBall gap = x - y;
  if (gap.is_positive()) return x;
  return gap.is_negative() ? y : ComplexBall::indeterminate();
}

ComplexBall min(const ComplexBall& x, const ComplexBall& y) {
  return -max(-x, -y);
}

ComplexBall times_log(const ComplexBall& p, const ComplexBall& d) {
  return p.is_zero() ? ComplexBall(0) : p * log(d);
}

namespace {

/// About the midpoint c of x: log(1+e^x) lies within |x - c|·max|1/(1+e^-x)| of its value there.
/// For |Im x| <= pi/2 the real part of e^-x is >= 0, so that the slope is at most 1; up to pi it is
/// at most 1/sin|Im x|, since |1 + z| is at least the distance of -1 from the ray of z.
ComplexBall soft_plus_about_midpoint(const ComplexBall& x) {
  const Ball height = abs(x.imaginary()), quarter = pi() / Ball(2);
  Ball slope(1);
  if (!(quarter - height).is_positive()) {
    if (!(quarter * Ball(2) - height).is_positive()) return ComplexBall::indeterminate();
    slope = Ball(1) / sin(Ball::exact(height.upper()));
    if (!slope.is_positive()) return ComplexBall::indeterminate();
  }
  ComplexBall centre, y;
  acb_get_mid(acb_of(centre), acb_of(x));
  arb::Enclosure reach;
  acb_sub(acb_of(y), acb_of(x), acb_of(centre), BallPrecision::bits());
  acb_abs(reach.value, acb_of(y), BallPrecision::bits());
  Ball radius;
  arb_set(BallAccess::of(radius), reach.value);
  radius = radius * slope * Ball::hull(-1.0, 1.0);
  const ComplexBall at_centre =
      x.real().midpoint() <= 0 ? log1p(exp(centre)) : centre + log1p(exp(-centre));
  return at_centre + ComplexBall::of_parts(radius, radius);
}

}  // namespace

/// It grows with x: of a wide ball the values at both ends.
Ball soft_plus(const Ball& x) {
  Ball y;
  arb::enclose_monotone(BallAccess::of(y), BallAccess::of(x), BallPrecision::bits(),
                        [](arb_t at, const arb_t from, slong) {
                          Ball end;
                          arb_set(BallAccess::of(end), from);
                          const Ball value =
                              end.midpoint() <= 0 ? log1p(exp(end)) : end + log1p(exp(-end));
                          arb_set(at, BallAccess::of(value));
                        });
  return y;
}

ComplexBall soft_plus(const ComplexBall& x) {
  if (x.is_real()) return soft_plus(x.real());
  if (x.is_negative()) return log1p(exp(x));
  if (x.is_positive()) return x + log1p(exp(-x));
  return soft_plus_about_midpoint(x);
}

template <>
ComplexBall exactly<ComplexBall>(const Rational& x) {
  return exactly<Ball>(x);
}

}  // namespace gancheck
