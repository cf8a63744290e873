// Formulas as nodes of exact numbers: what the arithmetic of `Real` makes where a result is not
// rational. Terms with equal texts merge, so p/2 + p/2 is p again and p - p is 0.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "numerics/number/real.hpp"

namespace gancheck {

using ExpressionPointer = std::shared_ptr<const Expression>;

/// What a `Real` is made of, for its arithmetic alone.
struct RealAccess {
  static const auto& of(const Real& x) { return x.value_; }
  /// Null where `x` is rational.
  static ExpressionPointer formula(const Real& x);
};

enum class Elementary { exp, log, sqrt, sigmoid, tanh };

/// The t of x = function(t) where `x` is such a node, else null.
const Real* argument_of(const Real& x, Elementary function);

/// x + y, x·y, x/y for y != 0, where x or y is a formula.
Real formula_sum(const Real& x, const Real& y);
Real formula_product(const Real& x, const Real& y);
Real formula_quotient(const Real& x, const Real& y);

/// x^exponent; x^0 = 1. Rational where the digits of the result are few, else a formula. Throws
/// std::domain_error where nested powers exceed 2^62.
Real power(const Real& x, unsigned long exponent);

/// The base of x = base^(2n), n > 0, to the power n, where `x` is such a formula: a root of it, of
/// either sign.
std::optional<Real> root_of_power(const Real& x);

/// A number that `enclose` encloses as the contract of `Expression` says and `text` identifies:
/// whoever makes two with one text makes one number. The last enclosure is kept, for any thread.
Real named(std::string text, std::function<Ball()> enclose);

/// The sum of many numbers: exact if all are rational, else the number that `text` names.
Real total(std::string text, std::vector<Real> terms);

}  // namespace gancheck
