// A real number that is known exactly: a double, a decimal, a quotient, or a formula that can be
// enclosed to any precision. Weights and points are of this type, so no digit of the input is lost
// before an arithmetic asks for it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "numerics/number/ball.hpp"
#include "numerics/number/decimal.hpp"
#include "numerics/number/rational.hpp"
#include "numerics/number/tracked.hpp"

namespace gancheck {

/// A number given by a formula. `enclose` works at the precision of the BallPrecision in force, and
/// its radius tends to 0 as that precision grows. Equal texts mean equal numbers.
class Expression {
 public:
  virtual ~Expression() = default;
  virtual Ball enclose() const = 0;
  virtual std::string text() const = 0;
};

class Real {
 public:
  Real() : value_(Decimal{}) {}
  Real(int whole) : value_(Decimal{whole, 0}) {}  // NOLINT: whole literals convert
  Real(Rational x)
      : value_(std::make_shared<const Rational>(std::move(x))) {}  // NOLINT: a rational is a real
  Real(double) = delete;
  Real(Decimal x) : value_(x) {}  // NOLINT: a decimal is a real
  explicit Real(std::shared_ptr<const Expression> formula) : value_(std::move(formula)) {}
  /// This double exactly; must be finite.
  static Real dyadic(double x);

  bool is_rational() const;
  /// The double or the whole number that it is stored as, if it is.
  std::optional<double> as_double() const;
  std::optional<std::int64_t> as_whole() const;
  /// Must be rational: throws std::logic_error otherwise.
  Rational rational() const;
  /// Contains the number; relative radius about 2^-bits of the precision in force.
  Ball enclose() const;
  std::string text() const;
  /// Known to be exactly 0 (a formula never is: the families make none that vanishes).
  bool is_zero() const;

  friend Real operator+(const Real& x, const Real& y);
  friend Real operator-(const Real& x, const Real& y);
  friend Real operator*(const Real& x, const Real& y);
  friend Real operator/(const Real& x, const Real& y);

  /// x - y within a few ulp of the exact difference, formed from all digits of both.
  friend Tracked difference(const Real& x, const Real& y);

 private:
  friend struct RealAccess;
  /// Tables have many numbers: the two kinds that they hold are stored in place.
  std::variant<double, Decimal, std::shared_ptr<const Rational>, std::shared_ptr<const Expression>>
      value_;
};

/// The number in the arithmetic T; T is double, Tracked, Ball, Rational, or Float50 (float50.hpp).
/// double is the nearest one or, for a formula, within one ulp.
template <class T>
T exactly(const Real& x);
template <>
double exactly<double>(const Real& x);
template <>
Tracked exactly<Tracked>(const Real& x);
template <>
Ball exactly<Ball>(const Real& x);
template <>
Rational exactly<Rational>(const Real& x);

/// Exact functions of exact numbers; values that are rational by rule are (exp 0, log 1, sqrt 4),
/// and inverse pairs cancel (log exp x, exp log x, square sqrt x, sqrt square x, logit sigmoid x,
/// sigmoid logit x, atanh tanh x, tanh atanh x). The argument must lie in the domain.
/// sigmoid(x) = 1/(1+e^-x); logit(x) = log(x/(1-x)).
Real exp(const Real& x);
Real log(const Real& x);
Real sqrt(const Real& x);
Real abs(const Real& x);
Real sigmoid(const Real& x);
Real tanh(const Real& x);
Real logit(const Real& x);
Real atanh(const Real& x);

/// -1, 0, 1. Decided exactly for rationals and equal texts, else by enclosures of up to 4096 bits.
/// Throws std::domain_error naming both numbers where these do not separate them.
int compare(const Real& x, const Real& y);

}  // namespace gancheck
