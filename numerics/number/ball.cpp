#include "numerics/number/ball.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "numerics/number/arb/ball.hpp"
#include "numerics/number/arb/poisson.hpp"
#include "numerics/number/arb/rational.hpp"

namespace gancheck {

namespace {

arb_ptr arb_of(Ball& x) {
  return BallAccess::of(x);
}
arb_srcptr arb_of(const Ball& x) {
  return BallAccess::of(x);
}

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

// The memory of a Ball becomes an arb_t here and stays one until its destructor.
Ball::Ball() {
  new (storage_) arb_struct;
  arb_init(arb_of(*this));
}
Ball::Ball(int whole) {
  new (storage_) arb_struct;
  arb_init(arb_of(*this));
  arb_set_si(arb_of(*this), whole);
}
Ball::Ball(const Ball& other) {
  new (storage_) arb_struct;
  arb_init(arb_of(*this));
  arb_set(arb_of(*this), arb_of(other));
}
// Arb's numbers hold no pointers to themselves: they may be moved bit by bit.
Ball::Ball(Ball&& other) noexcept {
  new (storage_) arb_struct(*arb_of(other));
  arb_init(arb_of(other));
}
Ball& Ball::operator=(const Ball& other) {
  if (this != &other) arb_set(arb_of(*this), arb_of(other));
  return *this;
}
Ball& Ball::operator=(Ball&& other) noexcept {
  arb_swap(arb_of(*this), arb_of(other));
  return *this;
}
Ball::~Ball() {
  arb_clear(arb_of(*this));
}

Ball Ball::exact(double value) {
  Ball y;
  arb_set_d(arb_of(y), value);
  if (is_nan(arb_of(y))) arb_zero_pm_inf(arb_of(y));
  return y;
}

Ball Ball::hull(const Rational& lower, const Rational& upper) {
  Ball y;
  Enclosure at_lower, at_upper;
  const slong bits = BallPrecision::bits();
  arb::set_rational(at_lower.value, lower, bits + arb::guard_bits);
  arb::set_rational(at_upper.value, upper, bits + arb::guard_bits);
  arb::set_union(arb_of(y), at_lower.value, at_upper.value, bits);
  return y;
}

Ball Ball::hull(double lower, double upper) {
  Ball y;
  Point at_lower, at_upper;
  arf_set_d(at_lower.value, lower);
  arf_set_d(at_upper.value, upper);
  arb::set_interval(arb_of(y), at_lower.value, at_upper.value, BallPrecision::bits());
  return y;
}

Ball Ball::hull(const Ball& x, const Ball& y) {
  Ball z;
  arb::set_union(arb_of(z), arb_of(x), arb_of(y), BallPrecision::bits());
  return z;
}

Ball Ball::indeterminate() {
  Ball y;
  arb_indeterminate(arb_of(y));
  return y;
}

Ball Ball::at_most(const Ball& x) {
  if (!x.is_finite()) return indeterminate();
  Ball y;
  const Ends ends(arb_of(x), BallPrecision::bits());
  if (arf_sgn(ends.upper.value) > 0) arf_set(arb_midref(arb_of(y)), ends.upper.value);
  return y;
}

Ball Ball::log_factorial(unsigned long k) {
  Ball y;
  arb_set_ui(arb_of(y), k);
  arb_add_ui(arb_of(y), arb_of(y), 1, ARF_PREC_EXACT);
  arb_lgamma(arb_of(y), arb_of(y), BallPrecision::bits());
  return y;
}

Ball Ball::poisson_above(const Ball& rate, long k) {
  Ball y;
  arb::enclose_poisson_tail(arb_of(y), arb_of(rate), k, true, BallPrecision::bits());
  return y;
}

Ball Ball::poisson_up_to(const Ball& rate, long k) {
  Ball y;
  arb::enclose_poisson_tail(arb_of(y), arb_of(rate), k, false, BallPrecision::bits());
  return y;
}

// Arb answers the questions about a NaN as if it were the whole line; here it is certain of
// nothing.
bool Ball::is_finite() const {
  return arb_is_finite(arb_of(*this));
}
bool Ball::contains_whole_number() const {
  return !is_finite() || arb_contains_int(arb_of(*this)) != 0;
}
bool Ball::contains_zero() const {
  return is_nan(arb_of(*this)) || arb_contains_zero(arb_of(*this));
}
bool Ball::is_zero() const {
  return arb_is_zero(arb_of(*this));
}
bool Ball::is_positive() const {
  return arb_is_positive(arb_of(*this));
}
bool Ball::is_negative() const {
  return arb_is_negative(arb_of(*this));
}
bool Ball::is_nonnegative() const {
  return arb_is_nonnegative(arb_of(*this));
}

bool Ball::contains(const Rational& x) const {
  if (is_nan(arb_of(*this))) return false;
  const fmpq quotient{*fmpz_of(numerator(x)), *fmpz_of(denominator(x))};
  return arb_contains_fmpq(arb_of(*this), &quotient) != 0;  // which only reads
}

bool Ball::overlaps(const Ball& other) const {
  return !is_nan(arb_of(*this)) && !is_nan(arb_of(other)) &&
         arb_overlaps(arb_of(*this), arb_of(other));
}

Ball Ball::centre() const {
  Ball y;
  arf_set(arb_midref(arb_of(y)), arb_midref(arb_of(*this)));
  return y;
}

double Ball::midpoint() const {
  return arf_get_d(arb_midref(arb_of(*this)), ARF_RND_NEAR);
}

double Ball::radius() const {
  Point r;
  arf_set_mag(r.value, arb_radref(arb_of(*this)));
  return arf_get_d(r.value, ARF_RND_CEIL);
}

double Ball::lower() const {
  if (is_nan(arb_of(*this))) return -std::numeric_limits<double>::infinity();
  return arf_get_d(Ends(arb_of(*this), BallPrecision::bits()).lower.value, ARF_RND_FLOOR);
}

double Ball::upper() const {
  if (is_nan(arb_of(*this))) return std::numeric_limits<double>::infinity();
  return arf_get_d(Ends(arb_of(*this), BallPrecision::bits()).upper.value, ARF_RND_CEIL);
}

double Ball::magnitude() const {
  return std::max(-lower(), upper());
}

long Ball::exponent() const {
  constexpr long most = std::numeric_limits<long>::max() / 4;
  if (!is_finite()) return most;
  Point magnitude;
  arb_get_abs_ubound_arf(magnitude.value, arb_of(*this), MAG_BITS);
  if (arf_is_zero(magnitude.value)) return -most;
  return std::clamp(arf_abs_bound_lt_2exp_si(magnitude.value), -most, most);
}

long Ball::relative_bits() const {
  return is_finite() ? arb_rel_accuracy_bits(arb_of(*this)) : -std::numeric_limits<long>::max();
}

std::string Ball::lower_text(int digits) const {
  if (is_nan(arb_of(*this))) return "-inf";
  return arb::lower_decimal(Ends(arb_of(*this), BallPrecision::bits()).lower.value, digits);
}

std::string Ball::upper_text(int digits) const {
  const std::string negated = (-*this).lower_text(digits);
  if (negated[0] == '-') return negated.substr(1);
  return negated == "0" ? negated : "-" + negated;
}

Ball operator-(const Ball& x) {
  Ball y;
  arb_neg(arb_of(y), arb_of(x));
  return y;
}

Ball operator+(const Ball& x, const Ball& y) {
  Ball z;
  arb_add(arb_of(z), arb_of(x), arb_of(y), BallPrecision::bits());
  return z;
}

Ball operator-(const Ball& x, const Ball& y) {
  Ball z;
  arb_sub(arb_of(z), arb_of(x), arb_of(y), BallPrecision::bits());
  return z;
}

Ball operator*(const Ball& x, const Ball& y) {
  Ball z;
  arb::enclose_by_corners(arb_of(z), arb_of(x), arb_of(y), BallPrecision::bits(), arb_mul);
  return z;
}

Ball operator/(const Ball& x, const Ball& y) {
  Ball z;
  if (y.contains_zero()) {
    arb_indeterminate(arb_of(z));
  } else {
    arb::enclose_by_corners(arb_of(z), arb_of(x), arb_of(y), BallPrecision::bits(), arb_div);
  }
  return z;
}

Ball log(const Ball& x) {
  Ball y;
  arb::enclose_monotone(arb_of(y), arb_of(x), BallPrecision::bits(), arb_log);
  return y;
}

Ball log1p(const Ball& x) {
  Ball y;
  arb::enclose_monotone(arb_of(y), arb_of(x), BallPrecision::bits(), arb_log1p);
  return y;
}

Ball exp(const Ball& x) {
  // Arb gives up on exponents that do not fit a machine word: far below, 0 < e^x < e^-2^40.
  constexpr double farthest = -0x1p40;
  if (arb::may_be_far_below(arb_of(x)) && x.upper() < farthest)
    return exp(Ball::exact(farthest)) * Ball::hull(0.0, 1.0);
  Ball y;
  arb::enclose_monotone(arb_of(y), arb_of(x), BallPrecision::bits(), arb_exp);
  return y;
}

Ball sqrt(const Ball& x) {
  Ball y;
  arb::enclose_monotone(arb_of(y), arb_of(x), BallPrecision::bits(), arb_sqrt);
  return y;
}

Ball tanh(const Ball& x) {
  Ball y;
  arb::enclose_monotone(arb_of(y), arb_of(x), BallPrecision::bits(), arb_tanh);
  return y;
}

Ball abs(const Ball& x) {
  if (!x.is_finite() || !x.contains_zero()) return x.is_negative() ? -x : x;
  Ball y;
  Ends ends(arb_of(x), BallPrecision::bits());
  arf_neg(ends.lower.value, ends.lower.value);
  arf_max(ends.upper.value, ends.upper.value, ends.lower.value);
  arb::set_interval(arb_of(y), Point().value, ends.upper.value, BallPrecision::bits());
  return y;
}

Ball max(const Ball& x, const Ball& y) {
  Ball z;
  const slong bits = BallPrecision::bits();
  if (!x.is_finite() || !y.is_finite()) {
    arb_indeterminate(arb_of(z));
    return z;
  }
  Ends of_x(arb_of(x), bits);
  const Ends of_y(arb_of(y), bits);
  arf_max(of_x.lower.value, of_x.lower.value, of_y.lower.value);
  arf_max(of_x.upper.value, of_x.upper.value, of_y.upper.value);
  arb::set_interval(arb_of(z), of_x.lower.value, of_x.upper.value, bits);
  return z;
}

Ball min(const Ball& x, const Ball& y) {
  return -max(-x, -y);
}

Ball power(const Ball& x, unsigned long exponent) {
  Ball y;
  // An even power falls and rises where its base may be 0; of |x| it only rises.
  const auto raise = [&](const Ball& base) {
    arb::enclose_monotone(
        arb_of(y), arb_of(base), BallPrecision::bits(),
        [&](arb_t at, const arb_t b, slong bits) { arb_pow_ui(at, b, exponent, bits); });
  };
  exponent % 2 == 0 && x.contains_zero() ? raise(abs(x)) : raise(x);
  return y;
}

Ball times_log(const Ball& p, const Ball& d) {
  if (p.is_zero()) return Ball(0);
  return p * log(d);
}

Ball x_log_x(const Ball& x) {
  Ball y;
  const slong bits = BallPrecision::bits();
  Ends ends(arb_of(x), bits);
  if (!x.is_finite() || arf_sgn(ends.upper.value) < 0) {
    arb_indeterminate(arb_of(y));
    return y;
  }
  if (arf_sgn(ends.lower.value) < 0) arf_zero(ends.lower.value);
  Enclosure at_lower, at_upper, turn, minimum;
  x_log_x_at(at_lower.value, ends.lower.value, bits);
  x_log_x_at(at_upper.value, ends.upper.value, bits);
  arb::set_union(arb_of(y), at_lower.value, at_upper.value, bits);
  arb_set_si(turn.value, -1);
  arb_exp(turn.value, turn.value, bits);
  arb_neg(minimum.value, turn.value);
  if (arb_overlaps(turn.value, arb_of(x)))
    arb::set_union(arb_of(y), arb_of(y), minimum.value, bits);
  return y;
}

template <>
Ball exactly<Ball>(const Rational& x) {
  return Ball::hull(x, x);
}

}  // namespace gancheck
