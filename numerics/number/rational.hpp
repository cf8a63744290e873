// Exact rational numbers: parameters, weights and the points of a grid.
#pragma once

#include "numerics/number/integer.hpp"

namespace gancheck {

/// numerator/denominator in lowest terms, denominator > 0.
class Rational {
 public:
  Rational() noexcept : denominator_(1) {}  ///< 0
  template <std::integral I>
  Rational(I n) : numerator_(n), denominator_(1) {}  // NOLINT: whole literals in formulas convert
  Rational(Integer n) : numerator_(std::move(n)), denominator_(1) {}  // NOLINT: so do whole numbers
  Rational(double) = delete;
  /// n/d. Throws std::domain_error for d = 0.
  Rational(Integer n, Integer d);
  /// n/d where that is in lowest terms with d > 0, which nobody checks.
  static Rational in_lowest_terms(Integer n, Integer d);

  std::string str() const;  ///< "3" or "1/3"

  Rational& operator+=(const Rational& x);
  Rational& operator-=(const Rational& x);
  Rational& operator*=(const Rational& x);
  Rational& operator/=(const Rational& x);  ///< throws std::domain_error for x = 0

  friend Rational operator-(const Rational& x);
  friend Rational operator+(const Rational& x, const Rational& y);
  friend Rational operator-(const Rational& x, const Rational& y);
  friend Rational operator*(const Rational& x, const Rational& y);
  friend Rational operator/(const Rational& x, const Rational& y);

  friend std::strong_ordering operator<=>(const Rational& x, const Rational& y);
  friend bool operator==(const Rational& x, const Rational& y) = default;
  friend std::ostream& operator<<(std::ostream& out, const Rational& x);

  friend const Integer& numerator(const Rational& x) { return x.numerator_; }
  friend const Integer& denominator(const Rational& x) { return x.denominator_; }

 private:
  Integer numerator_, denominator_;
};

Rational abs(const Rational& x);

/// The double nearest to `x` (ties to even); overflows to an infinity, underflows gradually.
double nearest_double(const Rational& x);

/// 10^exponent, exactly; the exponent may be negative.
Rational power_of_ten(int exponent);

/// The exact value of a finite double. Throws std::invalid_argument for an infinity or a NaN.
Rational exact_rational(double x);

/// "3", "0.25" where the decimal ends within 20 digits, else "1/3".
std::string to_text(const Rational& x);

/// `x` in decimal, `digits` significant digits, rounded down (towards minus infinity) or up;
/// an exact value that needs fewer digits is printed exactly ("0.5", "1e-300").
std::string decimal_rounded_down(const Rational& x, int digits);
std::string decimal_rounded_up(const Rational& x, int digits);
/// To nearest (ties away from 0), with all the digits: zeros at the end say that they are right.
std::string decimal_rounded(const Rational& x, int digits);

}  // namespace gancheck
