#include "numerics/number/rational.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <stdexcept>

#include "numerics/number/fmpz_access.hpp"

#include <flint/fmpq.h>

namespace gancheck {

namespace {

constexpr int significand_bits = std::numeric_limits<double>::digits;

Integer power_of(unsigned base, unsigned exponent) {
  return pow(Integer(base), exponent);
}

/// 2^exponent <= n/d < 2^(exponent+1) for positive n, d.
int binary_exponent(const Integer& n, const Integer& d) {
  const int guess = static_cast<int>(msb(n)) - static_cast<int>(msb(d));
  const bool reaches = guess >= 0 ? n >= d << guess : n << -guess >= d;
  return reaches ? guess : guess - 1;
}

/// The double nearest to n/d, both positive: the quotient counted in units of the last place.
double nearest_quotient(const Integer& n, const Integer& d) {
  constexpr int smallest_unit = std::numeric_limits<double>::min_exponent - significand_bits;
  const int unit = std::max(binary_exponent(n, d) - (significand_bits - 1), smallest_unit);
  const Integer scaled = unit < 0 ? n << -unit : n;
  const Integer divisor = unit > 0 ? d << unit : d;
  Integer units, rest;
  divide_qr(scaled, divisor, units, rest);
  const Integer twice = rest << 1;
  if (twice > divisor || (twice == divisor && is_odd(units))) ++units;
  return std::ldexp(static_cast<double>(static_cast<std::int64_t>(units)), unit);
}

/// 10^exponent <= x < 10^(exponent+1) for positive x.
int decimal_exponent(const Rational& x) {
  const int binary = binary_exponent(numerator(x), denominator(x));
  auto exponent = static_cast<int>(std::floor(binary * std::log10(2.0)));
  while (x < power_of_ten(exponent)) --exponent;
  while (x >= power_of_ten(exponent + 1)) ++exponent;
  return exponent;
}

void remove_trailing_zeros(std::string& digits) {
  digits.erase(digits.find_last_not_of('0') + 1);
}

/// The number 0.d1d2d3...·10^(exponent+1) with the digits d1 != 0, in plain or scientific notation.
std::string written(const std::string& digits, int exponent) {
  const int count = static_cast<int>(digits.size());
  if (exponent < -5 || exponent >= 15) {
    const std::string fraction = count > 1 ? "." + digits.substr(1) : "";
    return digits.substr(0, 1) + fraction + "e" + std::to_string(exponent);
  }
  const auto zeros = [](int n) { return std::string(static_cast<std::size_t>(n), '0'); };
  if (exponent < 0) return "0." + zeros(-exponent - 1) + digits;
  const int before_point = exponent + 1;
  if (count <= before_point) return digits + zeros(before_point - count);
  const auto whole = static_cast<std::size_t>(before_point);
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

enum class Towards { zero, infinity, nearest };

/// |x| in decimal, with all the digits where it is rounded to nearest; x != 0.
std::string magnitude_rounded(const Rational& x, int digits, Towards towards) {
  if (digits < 1)
    throw std::invalid_argument("decimal of " + std::to_string(digits) +
                                " digits: ask for at least 1");
  const Rational magnitude = abs(x);
  int exponent = decimal_exponent(magnitude);
  const Rational scaled = magnitude * power_of_ten(digits - 1 - exponent);
  const Integer n = numerator(scaled), d = denominator(scaled);
  Integer units, rest;
  divide_qr(n, d, units, rest);
  const bool is_up =
      towards == Towards::infinity ? rest != 0 : towards == Towards::nearest && 2 * rest >= d;
  if (is_up) ++units;
  std::string text = units.str();
  if (static_cast<int>(text.size()) > digits) {  // 9.99 became 10.0
    text.pop_back();
    ++exponent;
  }
  if (rest == 0 && towards != Towards::nearest) remove_trailing_zeros(text);
  return written(text, exponent);
}

}  // namespace

Rational::Rational(Integer n, Integer d) : numerator_(std::move(n)), denominator_(std::move(d)) {
  if (denominator_ == 0) throw std::domain_error(numerator_.str() + " divided by 0");
  _fmpq_canonicalise(fmpz_of(numerator_), fmpz_of(denominator_));
}

Rational Rational::in_lowest_terms(Integer n, Integer d) {
  Rational x(std::move(n));
  x.denominator_ = std::move(d);
  return x;
}

std::string Rational::str() const {
  return denominator_ == 1 ? numerator_.str() : numerator_.str() + "/" + denominator_.str();
}

Rational& Rational::operator+=(const Rational& x) {
  _fmpq_add(fmpz_of(numerator_), fmpz_of(denominator_), fmpz_of(numerator_), fmpz_of(denominator_),
            fmpz_of(x.numerator_), fmpz_of(x.denominator_));
  return *this;
}
Rational& Rational::operator-=(const Rational& x) {
  _fmpq_sub(fmpz_of(numerator_), fmpz_of(denominator_), fmpz_of(numerator_), fmpz_of(denominator_),
            fmpz_of(x.numerator_), fmpz_of(x.denominator_));
  return *this;
}
Rational& Rational::operator*=(const Rational& x) {
  _fmpq_mul(fmpz_of(numerator_), fmpz_of(denominator_), fmpz_of(numerator_), fmpz_of(denominator_),
            fmpz_of(x.numerator_), fmpz_of(x.denominator_));
  return *this;
}
Rational& Rational::operator/=(const Rational& x) {
  if (x == 0) throw std::domain_error(str() + " divided by 0");
  Rational y = x;  // which may be this number
  std::swap(y.numerator_, y.denominator_);
  if (y.denominator_ < 0) {
    fmpz_neg(fmpz_of(y.numerator_), fmpz_of(y.numerator_));
    fmpz_neg(fmpz_of(y.denominator_), fmpz_of(y.denominator_));
  }
  return *this *= y;
}
Rational operator+(const Rational& x, const Rational& y) {
  Rational z;
  _fmpq_add(fmpz_of(z.numerator_), fmpz_of(z.denominator_), fmpz_of(x.numerator_),
            fmpz_of(x.denominator_), fmpz_of(y.numerator_), fmpz_of(y.denominator_));
  return z;
}
Rational operator-(const Rational& x, const Rational& y) {
  Rational z;
  _fmpq_sub(fmpz_of(z.numerator_), fmpz_of(z.denominator_), fmpz_of(x.numerator_),
            fmpz_of(x.denominator_), fmpz_of(y.numerator_), fmpz_of(y.denominator_));
  return z;
}
Rational operator*(const Rational& x, const Rational& y) {
  Rational z;
  _fmpq_mul(fmpz_of(z.numerator_), fmpz_of(z.denominator_), fmpz_of(x.numerator_),
            fmpz_of(x.denominator_), fmpz_of(y.numerator_), fmpz_of(y.denominator_));
  return z;
}
Rational operator/(const Rational& x, const Rational& y) {
  Rational z = x;
  return z /= y;
}

Rational operator-(const Rational& x) {
  Rational y = x;
  fmpz_neg(fmpz_of(y.numerator_), fmpz_of(y.numerator_));
  return y;
}

std::strong_ordering operator<=>(const Rational& x, const Rational& y) {
  return _fmpq_cmp(fmpz_of(x.numerator_), fmpz_of(x.denominator_), fmpz_of(y.numerator_),
                   fmpz_of(y.denominator_)) <=> 0;
}

std::ostream& operator<<(std::ostream& out, const Rational& x) {
  return out << x.str();
}

Rational abs(const Rational& x) {
  return x < 0 ? -x : x;
}

double nearest_double(const Rational& x) {
  static const Integer exact_below = Integer(1) << significand_bits;
  const Integer n = abs(numerator(x)), d = denominator(x);
  if (n == 0) return 0.0;
  // The division of two doubles that hold their integers is correctly rounded.
  const double magnitude = n < exact_below && d < exact_below
                               ? static_cast<double>(static_cast<std::int64_t>(n)) /
                                     static_cast<double>(static_cast<std::int64_t>(d))
                               : nearest_quotient(n, d);
  return numerator(x) < 0 ? -magnitude : magnitude;
}

Rational power_of_ten(int exponent) {
  if (exponent >= 0) return Rational(power_of(10, static_cast<unsigned>(exponent)));
  return Rational(Integer(1), power_of(10, 0U - static_cast<unsigned>(exponent)));
}

Rational exact_rational(double x) {
  if (!std::isfinite(x))
    throw std::invalid_argument("the double " + std::to_string(x) +
                                " is not a number of the real line: give a finite one");
  if (x == 0) return 0;
  int exponent = 0;
  const double fraction = std::frexp(x, &exponent);
  auto significand = static_cast<std::int64_t>(std::ldexp(fraction, significand_bits));
  const int zeros = std::countr_zero(static_cast<std::uint64_t>(significand));
  significand >>= zeros;
  exponent += zeros - significand_bits;
  if (exponent >= 0) return Rational(Integer(significand) << exponent);
  return Rational::in_lowest_terms(significand, Integer(1) << -exponent);
}

std::string to_text(const Rational& x) {
  constexpr unsigned most_digits = 20;
  const Integer d = denominator(x);
  if (d == 1) return numerator(x).str();
  if (power_of(10, most_digits) % d != 0) return numerator(x).str() + "/" + d.str();
  const Integer units = abs(numerator(x)) * (power_of(10, most_digits) / d);
  std::string digits = units.str();
  if (digits.size() <= most_digits) digits.insert(0, most_digits + 1 - digits.size(), '0');
  digits.insert(digits.size() - most_digits, ".");
  remove_trailing_zeros(digits);
  return numerator(x) < 0 ? "-" + digits : digits;
}

std::string decimal_rounded_down(const Rational& x, int digits) {
  if (x == 0) return "0";
  return x < 0 ? "-" + magnitude_rounded(x, digits, Towards::infinity)
               : magnitude_rounded(x, digits, Towards::zero);
}

std::string decimal_rounded_up(const Rational& x, int digits) {
  if (x == 0) return "0";
  return x < 0 ? "-" + magnitude_rounded(x, digits, Towards::zero)
               : magnitude_rounded(x, digits, Towards::infinity);
}

std::string decimal_rounded(const Rational& x, int digits) {
  if (x == 0) return "0";
  return (x < 0 ? "-" : "") + magnitude_rounded(x, digits, Towards::nearest);
}

}  // namespace gancheck
