// A formula as the report prints it: evaluating a formula in this arithmetic writes its TeX.
#pragma once

#include <string>

#include "numerics/number/exactly.hpp"

namespace gancheck {

class Tex {
 public:
  Tex() : Tex(0) {}
  Tex(int whole);  // NOLINT: whole literals in formulas convert
  Tex(double) = delete;
  /// A name as TeX: "p", "P_g", "D^*".
  static Tex name(std::string tex);

  const std::string& text() const { return text_; }

  friend Tex operator-(const Tex& x);
  friend Tex operator+(const Tex& x, const Tex& y);
  friend Tex operator-(const Tex& x, const Tex& y);
  friend Tex operator*(const Tex& x, const Tex& y);
  friend Tex operator/(const Tex& x, const Tex& y);  ///< \frac
  friend Tex log(const Tex& x);
  friend Tex sqrt(const Tex& x);
  friend Tex abs(const Tex& x);
  friend Tex times_log(const Tex& p, const Tex& d);

 private:
  /// From loose to tight. An open product ends in a logarithm, which would take in what follows it.
  enum class Binding { sum, negated, open_product, product, atom };
  Tex(std::string text, Binding binding) : text_(std::move(text)), binding_(binding) {}
  std::string at_least(Binding binding) const;

  std::string text_;
  Binding binding_;
};

template <>
Tex exactly<Tex>(const Rational& x);

}  // namespace gancheck
