#include "numerics/number/polynomial.hpp"

namespace gancheck {

namespace {

Polynomial negated(Polynomial polynomial) {
  for (auto& [monomial, coefficient] : polynomial) coefficient = -coefficient;
  return polynomial;
}

}  // namespace

int Monomial::degree() const {
  int sum = 0;
  for (const auto& [name, power] : powers) sum += power;
  return sum;
}

std::string Monomial::text() const {
  std::string product;
  for (const auto& [name, power] : powers) {
    if (!product.empty()) product += "*";
    product += power == 1 ? name : name + "^" + std::to_string(power);
  }
  return product;
}

bool operator<(const Monomial& x, const Monomial& y) {
  const int degree_x = x.degree(), degree_y = y.degree();
  if (degree_x != degree_y) return degree_x > degree_y;
  auto i = x.powers.begin();
  auto j = y.powers.begin();
  for (; i != x.powers.end() && j != y.powers.end(); ++i, ++j) {
    if (i->first != j->first) return i->first < j->first;
    if (i->second != j->second) return i->second > j->second;
  }
  return false;  // of one degree and equal so far: equal
}

int sign_of_coefficients(const Polynomial& polynomial) {
  int sign = 0;
  for (const auto& [monomial, coefficient] : polynomial) {
    const int own = coefficient < 0 ? -1 : 1;
    if (sign != 0 && own != sign) return 0;
    sign = own;
  }
  return sign;
}

std::string to_text(const Polynomial& polynomial) {
  std::string sum;
  for (const auto& [monomial, coefficient] : polynomial) {
    const Rational magnitude = abs(coefficient);
    const std::string powers = monomial.text();
    if (coefficient < 0) {
      sum += "-";
    } else if (!sum.empty()) {
      sum += "+";
    }
    if (powers.empty()) {
      sum += magnitude.str();
    } else {
      sum += magnitude == 1 ? powers : magnitude.str() + "*" + powers;
    }
  }
  return sum.empty() ? "0" : sum;
}

std::string to_text(const Polynomial& numerator, const Polynomial& denominator) {
  if (denominator.begin()->second < 0) return to_text(negated(numerator), negated(denominator));
  const std::string above = to_text(numerator), below = to_text(denominator);
  if (below == "1") return above;
  const bool atom = below.find_first_of("+-*/") == std::string::npos;
  return (numerator.size() > 1 ? "(" + above + ")" : above) + "/" +
         (atom ? below : "(" + below + ")");
}

}  // namespace gancheck
