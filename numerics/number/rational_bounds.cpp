#include "numerics/number/rational_bounds.hpp"

#include <algorithm>
#include <stdexcept>

#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

constexpr int digits_of_balls = 300;
constexpr long bits_of_balls = 1100;  ///< 300 digits need 997; the rest is for the rounding

/// An end of which only the sign and the exponent are of use: 0, 1e-10000, 1e10000 or infinity, on
/// the outer side.
Extended far_end(const Numeral& numeral, bool negative, bool up) {
  const bool away_from_0 = negative != up;
  Extended magnitude;
  if (numeral.leading < 0)
    magnitude.value = away_from_0 ? power_of_ten(-static_cast<int>(Numeral::farthest)) : 0;
  else if (away_from_0)
    magnitude = Extended::infinity(1);
  else
    magnitude.value = power_of_ten(static_cast<int>(Numeral::farthest));
  return negative ? -magnitude : magnitude;
}

Extended read_end(const std::string& text, bool up) {
  if (text == "inf" || text == "-inf") return Extended::infinity(text == "inf" ? 1 : -1);
  const auto numeral = read_numeral(text);
  if (!numeral || numeral->length != text.size())
    throw std::invalid_argument("the bound '" + text + "' is not a decimal");
  if (numeral->digits > most_digits)
    throw std::invalid_argument("a bound has " + std::to_string(numeral->digits) +
                                " digits: print it with at most " + std::to_string(most_digits));
  if (std::abs(numeral->leading) > Numeral::farthest)
    return far_end(*numeral, text.starts_with('-'), up);
  return {numeral->value.rational(), 0};
}

/// The root of one end, rounded down or up; x >= 0.
Extended root_of(const Extended& x, bool up) {
  if (x.infinite != 0 || x.value == 0) return x;
  const BallPrecision precision(bits_of_balls);
  const Bounds root = bounds_of(sqrt(exactly<Ball>(x.value)));
  return up ? root.upper : root.lower;
}

Bounds log_of(int whole) {
  const BallPrecision precision(bits_of_balls);
  return bounds_of(log(Ball(whole)));
}

/// x + y; where the two are opposite infinities, the one that `sign` says.
Extended sum(const Extended& x, const Extended& y, int sign) {
  if (x.infinite * y.infinite < 0) return Extended::infinity(sign);
  if (x.infinite != 0 || y.infinite != 0)
    return Extended::infinity(x.infinite + y.infinite > 0 ? 1 : -1);
  return {x.value + y.value, 0};
}

Extended product(const Extended& x, const Rational& positive) {
  return {x.value * positive, x.infinite};
}

bool is_negative(const Extended& x) {
  return x < Extended{};
}

std::string text_of_infinity(const Extended& x) {
  return x.infinite > 0 ? "inf" : "-inf";
}

}  // namespace

bool operator==(const Extended& x, const Extended& y) {
  return x.infinite == y.infinite && x.value == y.value;
}

bool operator<(const Extended& x, const Extended& y) {
  return x.infinite != y.infinite ? x.infinite < y.infinite : x.value < y.value;
}

Extended operator-(const Extended& x) {
  return {-x.value, -x.infinite};
}

bool Bounds::is_inside(const Bounds& other) const {
  return !(lower < other.lower) && !(other.upper < upper);
}

bool Bounds::meets(const Bounds& other) const {
  return !(upper < other.lower) && !(other.upper < lower);
}

Bounds read_bounds(const std::string& lower, const std::string& upper) {
  return {read_end(lower, false), read_end(upper, true)};
}

Bounds bounds_of(const Ball& ball) {
  return read_bounds(ball.lower_text(digits_of_balls), ball.upper_text(digits_of_balls));
}

Bounds operator-(const Bounds& x) {
  return {-x.upper, -x.lower};
}

Bounds operator+(const Bounds& x, const Bounds& y) {
  return {sum(x.lower, y.lower, -1), sum(x.upper, y.upper, 1)};
}

Bounds operator-(const Bounds& x, const Bounds& y) {
  return x + -y;
}

Bounds operator*(const Bounds& x, const Bounds& factor) {
  if (!factor.is_finite() || factor.lower.value <= 0)
    throw std::invalid_argument("bounds are multiplied by finite positive factors only");
  const Rational &least = factor.lower.value, &most = factor.upper.value;
  return {product(x.lower, is_negative(x.lower) ? most : least),
          product(x.upper, is_negative(x.upper) ? least : most)};
}

std::optional<Bounds> square_root(const Bounds& x) {
  if (is_negative(x.upper)) return std::nullopt;
  const Extended lower = is_negative(x.lower) ? Extended{} : x.lower;
  return Bounds{root_of(lower, false), root_of(x.upper, true)};
}

const Bounds& bounds_of_log2() {
  static const Bounds log2 = log_of(2);
  return log2;
}

const Bounds& bounds_of_log10() {
  static const Bounds log10 = log_of(10);
  return log10;
}

std::string lower_text(const Bounds& x, int digits) {
  return x.lower.infinite != 0 ? text_of_infinity(x.lower)
                               : decimal_rounded_down(x.lower.value, digits);
}

std::string upper_text(const Bounds& x, int digits) {
  return x.upper.infinite != 0 ? text_of_infinity(x.upper)
                               : decimal_rounded_up(x.upper.value, digits);
}

}  // namespace gancheck
