#include "numerics/number/tex.hpp"

#include <cctype>

namespace gancheck {

namespace {

bool is_digit_of_number(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Juxtaposed, 2 3 would read as 23 and 2 \frac{1}{3} as a mixed number.
bool needs_dot(const std::string& left, const std::string& right) {
  const std::string fraction = "\\frac{";
  return is_digit_of_number(right.front()) ||
         (is_digit_of_number(left.back()) && right.starts_with(fraction) &&
          is_digit_of_number(right[fraction.size()]));
}

}  // namespace

Tex::Tex(int whole)
    : text_(std::to_string(whole)), binding_(whole < 0 ? Binding::negated : Binding::atom) {}

Tex Tex::name(std::string tex) {
  return Tex(std::move(tex), Binding::atom);
}

std::string Tex::at_least(Binding binding) const {
  return binding_ < binding ? "\\left(" + text_ + "\\right)" : text_;
}

Tex operator-(const Tex& x) {
  return Tex("-" + x.at_least(Tex::Binding::open_product), Tex::Binding::negated);
}

Tex operator+(const Tex& x, const Tex& y) {
  const bool opens_with_sign = y.text_.front() == '-';
  const std::string right = opens_with_sign ? y.at_least(Tex::Binding::open_product) : y.text_;
  return Tex(x.text_ + "+" + right, Tex::Binding::sum);
}

Tex operator-(const Tex& x, const Tex& y) {
  return Tex(x.text_ + "-" + y.at_least(Tex::Binding::open_product), Tex::Binding::sum);
}

Tex operator*(const Tex& x, const Tex& y) {
  const std::string left = x.at_least(Tex::Binding::product);
  const std::string right = y.at_least(Tex::Binding::open_product);
  const bool open = y.binding_ == Tex::Binding::open_product;
  return Tex(left + (needs_dot(left, right) ? " \\cdot " : " ") + right,
             open ? Tex::Binding::open_product : Tex::Binding::product);
}

Tex operator/(const Tex& x, const Tex& y) {
  return Tex("\\frac{" + x.text_ + "}{" + y.text_ + "}", Tex::Binding::atom);
}

Tex log(const Tex& x) {
  return Tex("\\log " + x.at_least(Tex::Binding::atom), Tex::Binding::open_product);
}

Tex sqrt(const Tex& x) {
  return Tex("\\sqrt{" + x.text_ + "}", Tex::Binding::atom);
}

Tex abs(const Tex& x) {
  return Tex("\\left|" + x.text_ + "\\right|", Tex::Binding::atom);
}

Tex times_log(const Tex& p, const Tex& d) {
  return p * log(d);
}

template <>
Tex exactly<Tex>(const Rational& x) {
  if (denominator(x) == 1) {
    const Tex magnitude = Tex::name(Integer(abs(numerator(x))).str());
    return x < 0 ? -magnitude : magnitude;
  }
  const Rational magnitude = abs(x);
  const Tex fraction =
      Tex::name(numerator(magnitude).str()) / Tex::name(denominator(magnitude).str());
  return x < 0 ? -fraction : fraction;
}

}  // namespace gancheck
