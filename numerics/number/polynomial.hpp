// Polynomials over the rationals as they are printed: monomials in one fixed order.
#pragma once

#include <map>
#include <string>

#include "numerics/number/rational.hpp"

namespace gancheck {

/// A product of powers of variables. Ordered by degree, the highest first, then by name and power.
struct Monomial {
  std::map<std::string, int> powers;  ///< exponents >= 1

  int degree() const;
  std::string text() const;  ///< "a^2*b"; "" for 1
  friend bool operator<(const Monomial& x, const Monomial& y);
};

/// Coefficients, none of them 0; no entry for the polynomial 0.
using Polynomial = std::map<Monomial, Rational>;

/// -1 or 1 where all coefficients have that sign, else 0. On positive variables such a polynomial
/// has that sign itself.
int sign_of_coefficients(const Polynomial& polynomial);

/// "-2*a-2*b", "0".
std::string to_text(const Polynomial& polynomial);

/// "a", "-a/2", "(a-b)/(a^2+b)"; the first coefficient of the denominator, not 0, made positive.
std::string to_text(const Polynomial& numerator, const Polynomial& denominator);

}  // namespace gancheck
