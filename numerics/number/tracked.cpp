#include "numerics/number/tracked.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

constexpr double tiniest = std::numeric_limits<double>::denorm_min();
constexpr double unit_roundoff = 0x1p-53;
/// Library functions are assumed within 1 ulp (glibc documents less) and charged with two: an ulp
/// is at most 2^-52 of the value. Tested against 50 digits.
constexpr double library_error = 2 * 0x1p-52;
/// Below this the residual of a product may itself underflow, so the rounding is bounded, not
/// found.
constexpr double residual_is_exact_above = 0x1p-960;

/// An upper bound of a bound that was computed with at most eight roundings to nearest, of which
/// four may have underflowed.
double rounded_up(double error) {
  return std::isnan(error) ? infinity : error * (1 + 16 * unit_roundoff) + 4 * tiniest;
}
/// The same, but 0 where nothing was inexact: exact operands, and an operation without rounding.
double rounded_up(double error, bool operands_are_exact) {
  return operands_are_exact && error == 0 ? 0.0 : rounded_up(error);
}

bool is_exact(const Tracked& x) {
  return x.error() == 0;
}
bool is_exactly_zero(const Tracked& x) {
  return x.value() == 0 && is_exact(x);
}
bool is_exactly_infinite(const Tracked& x) {
  return std::isinf(x.value()) && is_exact(x);
}
/// No number within the error of the value is 0.
bool excludes_zero(const Tracked& x) {
  return std::abs(x.value()) > x.error();
}

Tracked not_a_number() {
  return Tracked::within(std::nan(""), std::nan(""));
}

/// A value that is not finite: exact where an operand is an exact infinity, else an overflow.
Tracked not_finite(double value, bool exact) {
  if (std::isnan(value)) return not_a_number();
  return Tracked::within(value, exact ? 0.0 : infinity);
}

/// The rounding error of x + y = sum, exactly (Knuth's two-sum).
double rounding_of_sum(double x, double y, double sum) {
  const double y_part = sum - x;
  return std::abs((x - (sum - y_part)) + (y - y_part));
}

}  // namespace

double Tracked::lower() const {
  if (std::isinf(value_) && error_ == 0) return value_;
  return error_ == 0 ? value_ : std::nextafter(value_ - error_, -infinity);
}

double Tracked::upper() const {
  if (std::isinf(value_) && error_ == 0) return value_;
  return error_ == 0 ? value_ : std::nextafter(value_ + error_, infinity);
}

Tracked operator+(const Tracked& x, const Tracked& y) {
  const double value = x.value_ + y.value_;
  if (!std::isfinite(value)) {
    const bool finite_rest = std::isfinite(x.error_) && std::isfinite(y.error_);
    return not_finite(value, (is_exactly_infinite(x) || is_exactly_infinite(y)) && finite_rest);
  }
  const double rounding = rounding_of_sum(x.value_, y.value_, value);
  return Tracked::within(value,
                         rounded_up(x.error_ + y.error_ + rounding, is_exact(x) && is_exact(y)));
}

Tracked operator-(const Tracked& x, const Tracked& y) {
  return x + (-y);
}

Tracked operator*(const Tracked& x, const Tracked& y) {
  if (is_exactly_zero(x) && std::isfinite(y.value_)) return Tracked::exact(0.0);
  if (is_exactly_zero(y) && std::isfinite(x.value_)) return Tracked::exact(0.0);
  const double value = x.value_ * y.value_;
  if (!std::isfinite(value)) {
    const bool exact = (is_exactly_infinite(x) && excludes_zero(y)) ||
                       (is_exactly_infinite(y) && excludes_zero(x));
    return not_finite(value, exact);
  }
  const double rounding = std::abs(value) > residual_is_exact_above
                              ? std::abs(std::fma(x.value_, y.value_, -value))
                              : unit_roundoff * std::abs(value) + tiniest;
  const double inherited =
      std::abs(x.value_) * y.error_ + std::abs(y.value_) * x.error_ + x.error_ * y.error_;
  return Tracked::within(value, rounded_up(inherited + rounding, is_exact(x) && is_exact(y)));
}

Tracked operator/(const Tracked& x, const Tracked& y) {
  if (std::isnan(x.value_) || std::isnan(y.value_)) return not_a_number();
  if (is_exactly_zero(y)) {
    if (!excludes_zero(x)) return not_a_number();
    return Tracked::exact(x.value_ > 0 ? infinity : -infinity);
  }
  if (!excludes_zero(y)) return Tracked::within(x.value_ / y.value_, infinity);
  if (is_exactly_zero(x) && std::isfinite(y.value_)) return Tracked::exact(0.0);
  const double value = x.value_ / y.value_;
  if (!std::isfinite(value)) return not_finite(value, is_exactly_infinite(x));
  if (is_exactly_infinite(y))
    return Tracked::within(value, std::isfinite(x.error_) ? 0.0 : infinity);
  const bool residual_is_exact = std::abs(value) > residual_is_exact_above &&
                                 std::abs(x.value_) > residual_is_exact_above &&
                                 std::abs(y.value_) > residual_is_exact_above;
  const double rounding = residual_is_exact
                              ? std::abs(std::fma(-value, y.value_, x.value_) / y.value_)
                              : unit_roundoff * std::abs(value) + tiniest;
  // X/Y - x/y = ((X - x) - (x/y)(Y - y)) / Y; divided first, so that nothing underflows on the way
  // to a result that does not.
  const double least = std::abs(y.value_) - y.error_;
  const double inherited = x.error_ / least + (std::abs(value) + rounding) * (y.error_ / least);
  return Tracked::within(value, rounded_up(inherited + rounding, is_exact(x) && is_exact(y)));
}

Tracked log(const Tracked& x) {
  if (is_exactly_zero(x)) return Tracked::exact(-infinity);
  if (is_exactly_infinite(x) && x.value_ > 0) return x;
  const double value = std::log(x.value_);
  if (std::isnan(value)) return not_a_number();
  if (!(x.value_ > x.error_)) return Tracked::within(value, infinity);
  // |log X - log x| <= e/(x-e) for |X - x| <= e < x
  const double inherited = x.error_ / (x.value_ - x.error_);
  return Tracked::within(value,
                         rounded_up(inherited + library_error * std::abs(value), is_exact(x)));
}

Tracked log1p(const Tracked& x) {
  if (is_exactly_zero(x)) return Tracked(0);
  const double value = std::log1p(x.value_);
  if (std::isnan(value)) return not_a_number();
  const double room = (1 + x.value_) * (1 - 2 * unit_roundoff) - x.error_;
  if (!(room > 0)) {
    const bool at_end = x.value_ == -1 && is_exact(x);
    return Tracked::within(value, at_end ? 0.0 : infinity);
  }
  if (std::isinf(value)) return not_finite(value, is_exact(x));
  return Tracked::within(value,
                         rounded_up(x.error_ / room + library_error * std::abs(value) +
                                    (std::abs(value) < residual_is_exact_above ? tiniest : 0.0)));
}

Tracked exp(const Tracked& x) {
  const double value = std::exp(x.value_);
  if (std::isnan(value)) return not_a_number();
  if (is_exactly_infinite(x)) return Tracked::exact(value);
  if (std::isinf(value)) return not_finite(value, false);
  // |e^X - e^x| <= e^x (e^e - 1)
  const double inherited =
      (value * (1 + library_error) + tiniest) * std::expm1(x.error_) * (1 + library_error);
  return Tracked::within(value, rounded_up(inherited + library_error * value + tiniest));
}

Tracked sqrt(const Tracked& x) {
  const double value = std::sqrt(x.value_);
  if (std::isnan(value)) return not_a_number();
  if (std::isinf(value)) return not_finite(value, is_exact(x));
  // |sqrt X - sqrt x| = |X - x|/(sqrt X + sqrt x) <= min(e/sqrt x, sqrt e)
  const double inherited =
      value > 0 ? std::min(x.error_ / value, std::sqrt(x.error_)) : std::sqrt(x.error_);
  const bool is_square =
      x.value_ > residual_is_exact_above && std::fma(value, value, -x.value_) == 0;
  const double rounding = is_square ? 0.0 : unit_roundoff * value;
  return Tracked::within(value, rounded_up(inherited + rounding, is_exact(x)));
}

Tracked abs(const Tracked& x) {
  return Tracked::within(std::abs(x.value_), x.error_);
}

Tracked max(const Tracked& x, const Tracked& y) {
  if (std::isnan(x.value_) || std::isnan(y.value_)) return not_a_number();
  // The maximum moves by at most the larger move of its operands, whichever of them wins.
  const Tracked& larger = x.value_ >= y.value_ ? x : y;
  const Tracked& smaller = x.value_ >= y.value_ ? y : x;
  const bool apart = larger.lower() >= smaller.upper();
  return Tracked::within(larger.value_, apart ? larger.error_ : std::max(x.error_, y.error_));
}

Tracked min(const Tracked& x, const Tracked& y) {
  return -max(-x, -y);
}

Tracked times_log(const Tracked& p, const Tracked& d) {
  if (is_exactly_zero(p)) return Tracked::exact(0.0);
  return p * log(d);
}

template <>
Tracked exactly<Tracked>(const Rational& x) {
  if (denominator(x) == 1 && abs(numerator(x)) <= (std::int64_t{1} << 53)) {
    return Tracked::exact(static_cast<double>(static_cast<std::int64_t>(numerator(x))));
  }
  const double value = nearest_double(x);
  if (!std::isfinite(value)) return Tracked::within(value, infinity);
  const bool exact = exact_rational(value) == x;
  return Tracked::within(value,
                         exact ? 0.0 : rounded_up(unit_roundoff * std::abs(value) + tiniest));
}

}  // namespace gancheck
