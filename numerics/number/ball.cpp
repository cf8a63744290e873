#include "numerics/number/ball.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "numerics/number/arb_ball.hpp"
#include "numerics/number/arb_poisson.hpp"
#include "numerics/number/arb_rational.hpp"

namespace gancheck {

namespace {

using arb::Enclosure;
using arb::Ends;
using arb::Point;

thread_local long precision_in_force = BallPrecision::standard_bits;

bool is_nan(const arb_t x) {
  return arf_is_nan(arb_midref(x)) != 0;
}

/// x log x at an exact x >= 0.
void x_log_x_at(arb_t y, const arf_t x, slong bits) {
  if (arf_is_zero(x)) return arb_zero(y);
  arb_log_arf(y, x, bits + arb::guard_bits);
  arb_mul_arf(y, y, x, bits);
}

}  // namespace

BallPrecision::BallPrecision(long bits) : previous_(precision_in_force) {
  if (bits < 2)
    throw std::invalid_argument("a precision of " + std::to_string(bits) +
                                " bits: balls need at least 2");
  precision_in_force = bits;
}
BallPrecision::~BallPrecision() {
  precision_in_force = previous_;
}
long BallPrecision::bits() {
  return precision_in_force;
}

BallThread::~BallThread() {
  flint_cleanup();
}

Ball::Ball(int whole) : storage_(std::make_unique<Storage>()) {
  arb_set_si(storage_->value, whole);
}
Ball::Ball(const Ball& other) : storage_(std::make_unique<Storage>()) {
  arb_set(storage_->value, other.storage_->value);
}
Ball::Ball(Ball&&) noexcept = default;
Ball& Ball::operator=(const Ball& other) {
  if (this != &other) *this = Ball(other);
  return *this;
}
Ball& Ball::operator=(Ball&&) noexcept = default;
Ball::~Ball() = default;

Ball Ball::exact(double value) {
  Ball y;
  arb_set_d(y.storage_->value, value);
  if (is_nan(y.storage_->value)) arb_zero_pm_inf(y.storage_->value);
  return y;
}

Ball Ball::hull(const Rational& lower, const Rational& upper) {
  Ball y;
  Enclosure at_lower, at_upper;
  const slong bits = BallPrecision::bits();
  arb::set_rational(at_lower.value, lower, bits + arb::guard_bits);
  arb::set_rational(at_upper.value, upper, bits + arb::guard_bits);
  arb::set_union(y.storage_->value, at_lower.value, at_upper.value, bits);
  return y;
}

Ball Ball::hull(double lower, double upper) {
  Ball y;
  Point at_lower, at_upper;
  arf_set_d(at_lower.value, lower);
  arf_set_d(at_upper.value, upper);
  arb::set_interval(y.storage_->value, at_lower.value, at_upper.value, BallPrecision::bits());
  return y;
}

Ball Ball::log_factorial(unsigned long k) {
  Ball y;
  arb_set_ui(y.storage_->value, k);
  arb_add_ui(y.storage_->value, y.storage_->value, 1, ARF_PREC_EXACT);
  arb_lgamma(y.storage_->value, y.storage_->value, BallPrecision::bits());
  return y;
}

Ball Ball::poisson_above(const Ball& rate, long k) {
  Ball y;
  arb::enclose_poisson_tail(y.storage_->value, rate.storage_->value, k, true,
                            BallPrecision::bits());
  return y;
}

Ball Ball::poisson_up_to(const Ball& rate, long k) {
  Ball y;
  arb::enclose_poisson_tail(y.storage_->value, rate.storage_->value, k, false,
                            BallPrecision::bits());
  return y;
}

// Arb answers the questions about a NaN as if it were the whole line; here it is certain of
// nothing.
bool Ball::is_finite() const {
  return arb_is_finite(storage_->value);
}
bool Ball::contains_zero() const {
  return is_nan(storage_->value) || arb_contains_zero(storage_->value);
}
bool Ball::is_zero() const {
  return arb_is_zero(storage_->value);
}
bool Ball::is_positive() const {
  return arb_is_positive(storage_->value);
}
bool Ball::is_negative() const {
  return arb_is_negative(storage_->value);
}
bool Ball::is_nonnegative() const {
  return arb_is_nonnegative(storage_->value);
}

bool Ball::contains(const Rational& x) const {
  if (is_nan(storage_->value)) return false;
  const arb::Whole n(numerator(x)), d(denominator(x));
  fmpq_t quotient;
  fmpq_init(quotient);
  fmpq_set_fmpz_frac(quotient, n.value, d.value);
  const bool inside = arb_contains_fmpq(storage_->value, quotient);
  fmpq_clear(quotient);
  return inside;
}

bool Ball::overlaps(const Ball& other) const {
  return !is_nan(storage_->value) && !is_nan(other.storage_->value) &&
         arb_overlaps(storage_->value, other.storage_->value);
}

double Ball::midpoint() const {
  return arf_get_d(arb_midref(storage_->value), ARF_RND_NEAR);
}

double Ball::radius() const {
  Point r;
  arf_set_mag(r.value, arb_radref(storage_->value));
  return arf_get_d(r.value, ARF_RND_CEIL);
}

double Ball::lower() const {
  if (is_nan(storage_->value)) return -std::numeric_limits<double>::infinity();
  return arf_get_d(Ends(storage_->value, BallPrecision::bits()).lower.value, ARF_RND_FLOOR);
}

double Ball::upper() const {
  if (is_nan(storage_->value)) return std::numeric_limits<double>::infinity();
  return arf_get_d(Ends(storage_->value, BallPrecision::bits()).upper.value, ARF_RND_CEIL);
}

double Ball::magnitude() const {
  return std::max(-lower(), upper());
}

std::string Ball::lower_text(int digits) const {
  if (is_nan(storage_->value)) return "-inf";
  return arb::lower_decimal(Ends(storage_->value, BallPrecision::bits()).lower.value, digits);
}

std::string Ball::upper_text(int digits) const {
  const std::string negated = (-*this).lower_text(digits);
  if (negated[0] == '-') return negated.substr(1);
  return negated == "0" ? negated : "-" + negated;
}

Ball operator-(const Ball& x) {
  Ball y;
  arb_neg(y.storage_->value, x.storage_->value);
  return y;
}

Ball operator+(const Ball& x, const Ball& y) {
  Ball z;
  arb_add(z.storage_->value, x.storage_->value, y.storage_->value, BallPrecision::bits());
  return z;
}

Ball operator-(const Ball& x, const Ball& y) {
  Ball z;
  arb_sub(z.storage_->value, x.storage_->value, y.storage_->value, BallPrecision::bits());
  return z;
}

Ball operator*(const Ball& x, const Ball& y) {
  Ball z;
  arb::enclose_by_corners(z.storage_->value, x.storage_->value, y.storage_->value,
                          BallPrecision::bits(), arb_mul);
  return z;
}

Ball operator/(const Ball& x, const Ball& y) {
  Ball z;
  if (y.contains_zero()) {
    arb_indeterminate(z.storage_->value);
  } else {
    arb::enclose_by_corners(z.storage_->value, x.storage_->value, y.storage_->value,
                            BallPrecision::bits(), arb_div);
  }
  return z;
}

Ball log(const Ball& x) {
  Ball y;
  arb::enclose_monotone(y.storage_->value, x.storage_->value, BallPrecision::bits(), arb_log);
  return y;
}

Ball log1p(const Ball& x) {
  Ball y;
  arb::enclose_monotone(y.storage_->value, x.storage_->value, BallPrecision::bits(), arb_log1p);
  return y;
}

Ball exp(const Ball& x) {
  // Arb gives up on exponents that do not fit a machine word: far below, 0 < e^x < e^-2^40.
  constexpr double farthest = -0x1p40;
  if (x.upper() < farthest) return exp(Ball::exact(farthest)) * Ball::hull(0.0, 1.0);
  Ball y;
  arb::enclose_monotone(y.storage_->value, x.storage_->value, BallPrecision::bits(), arb_exp);
  return y;
}

Ball sqrt(const Ball& x) {
  Ball y;
  arb::enclose_monotone(y.storage_->value, x.storage_->value, BallPrecision::bits(), arb_sqrt);
  return y;
}

Ball tanh(const Ball& x) {
  Ball y;
  arb::enclose_monotone(y.storage_->value, x.storage_->value, BallPrecision::bits(), arb_tanh);
  return y;
}

Ball abs(const Ball& x) {
  if (!x.is_finite() || !x.contains_zero()) return x.is_negative() ? -x : x;
  Ball y;
  Ends ends(x.storage_->value, BallPrecision::bits());
  arf_neg(ends.lower.value, ends.lower.value);
  arf_max(ends.upper.value, ends.upper.value, ends.lower.value);
  arb::set_interval(y.storage_->value, Point().value, ends.upper.value, BallPrecision::bits());
  return y;
}

Ball max(const Ball& x, const Ball& y) {
  Ball z;
  const slong bits = BallPrecision::bits();
  if (!x.is_finite() || !y.is_finite()) {
    arb_indeterminate(z.storage_->value);
    return z;
  }
  Ends of_x(x.storage_->value, bits);
  const Ends of_y(y.storage_->value, bits);
  arf_max(of_x.lower.value, of_x.lower.value, of_y.lower.value);
  arf_max(of_x.upper.value, of_x.upper.value, of_y.upper.value);
  arb::set_interval(z.storage_->value, of_x.lower.value, of_x.upper.value, bits);
  return z;
}

Ball min(const Ball& x, const Ball& y) {
  return -max(-x, -y);
}

Ball power(const Ball& x, unsigned long exponent) {
  Ball y;
  // An even power falls and rises where its base may be 0; of |x| it only rises.
  const Ball base = exponent % 2 == 0 && x.contains_zero() ? abs(x) : x;
  arb::enclose_monotone(
      y.storage_->value, base.storage_->value, BallPrecision::bits(),
      [&](arb_t at, const arb_t b, slong bits) { arb_pow_ui(at, b, exponent, bits); });
  return y;
}

Ball times_log(const Ball& p, const Ball& d) {
  if (p.is_zero()) return Ball(0);
  return p * log(d);
}

Ball x_log_x(const Ball& x) {
  Ball y;
  const slong bits = BallPrecision::bits();
  Ends ends(x.storage_->value, bits);
  if (!x.is_finite() || arf_sgn(ends.upper.value) < 0) {
    arb_indeterminate(y.storage_->value);
    return y;
  }
  if (arf_sgn(ends.lower.value) < 0) arf_zero(ends.lower.value);
  Enclosure at_lower, at_upper, turn, minimum;
  x_log_x_at(at_lower.value, ends.lower.value, bits);
  x_log_x_at(at_upper.value, ends.upper.value, bits);
  arb::set_union(y.storage_->value, at_lower.value, at_upper.value, bits);
  arb_set_si(turn.value, -1);
  arb_exp(turn.value, turn.value, bits);
  arb_neg(minimum.value, turn.value);
  if (arb_overlaps(turn.value, x.storage_->value))
    arb::set_union(y.storage_->value, y.storage_->value, minimum.value, bits);
  return y;
}

template <>
Ball exactly<Ball>(const Rational& x) {
  return Ball::hull(x, x);
}

}  // namespace gancheck
