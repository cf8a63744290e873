// Exact algebra: rational functions of positive variables and their logarithms.
//
// Built on GiNaC, which stays behind the pointer in symbol.cpp (GPL: see docs/decisions/). A build
// without it has the same interface, and every constructor throws std::logic_error: ask
// `Symbol::available()` first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "numerics/number/exactly.hpp"

namespace gancheck {

class Symbol {
 public:
  Symbol() : Symbol(0) {}
  Symbol(int whole);  // NOLINT: whole literals in formulas convert
  Symbol(double) = delete;
  Symbol(const Symbol&);
  Symbol(Symbol&&) noexcept;
  Symbol& operator=(const Symbol&);
  Symbol& operator=(Symbol&&) noexcept;
  ~Symbol();

  static bool available();
  static std::string library();  ///< "GiNaC 1.8.4"; empty where it is not in this build
  /// A variable that takes positive values. The same name is the same variable.
  static Symbol positive(const std::string& name);

  friend Symbol operator-(const Symbol& x);
  friend Symbol operator+(const Symbol& x, const Symbol& y);
  friend Symbol operator-(const Symbol& x, const Symbol& y);
  friend Symbol operator*(const Symbol& x, const Symbol& y);
  friend Symbol operator/(const Symbol& x, const Symbol& y);
  friend Symbol log(const Symbol& x);
  /// Rational for the square of a product of polynomials with coefficients of one sign each.
  friend Symbol sqrt(const Symbol& x);
  /// p·log d; 0 where p is the number 0.
  friend Symbol times_log(const Symbol& p, const Symbol& d);
  friend Symbol derivative(const Symbol& f, const Symbol& variable);
  friend Symbol substitute(const Symbol& f, const Symbol& variable, const Symbol& value);

  /// The expression as text, for messages; its order of terms is not stable.
  std::string text() const;

 private:
  friend struct SymbolAccess;
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

template <>
Symbol exactly<Symbol>(const Rational& x);

/// The log-linear normal form of an expression (technique T6 of the derivation): R_0 + sum of
/// R_i·log F_i with F_i prime numbers and irreducible polynomials, sorted by F_i, every R a
/// rational function in lowest terms. Over the rational functions the logarithms of distinct
/// irreducibles and primes are linearly independent, so an expression is identically 0 iff no term
/// is left.
struct NormalForm {
  struct Term {
    std::string of;           ///< "1" for R_0, else "log 2", "log a", "log(a+b)"
    std::string coefficient;  ///< never "0"
  };
  std::vector<Term> terms;
  /// Empty, or why the form could not be decided: a logarithm of something that is not a quotient
  /// of polynomials with positive coefficients has no certified sign.
  std::string obstacle;

  bool decided() const { return obstacle.empty(); }
  bool is_zero() const { return decided() && terms.empty(); }
  /// "0", or "(-2*a-2*b)*log 2 + a*log a".
  std::string text() const;
};

NormalForm normal_form(const Symbol& x);

}  // namespace gancheck
