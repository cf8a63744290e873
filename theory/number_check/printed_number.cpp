#include "theory/number_check/printed_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

std::string_view without_space_around(std::string_view text) {
  constexpr std::string_view space = " \t\n\v\f\r";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

/// For a message: on one line, and shortened.
std::string quoted(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string line;
  for (const char c : text.substr(0, most)) {
    const auto byte = static_cast<unsigned char>(c);
    line += byte < 0x20 || byte == 0x7F ? '?' : c;
  }
  return "'" + line + (text.size() > most ? "...'" : "'");
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

/// -1 or 1 for an infinity, 0 for all else.
int infinity_named(std::string_view text) {
  std::string name = lower_case(text);
  const bool negative = name.starts_with('-');
  if (negative || name.starts_with('+')) name.erase(0, 1);
  if (name != "inf" && name != "infinity") return 0;
  return negative ? -1 : 1;
}

[[noreturn]] void refuse_rest(std::string_view text, std::size_t length) {
  if (text[length] == '/')
    throw std::invalid_argument(
        fmt::format("{} is a quotient: give the decimal that was printed, whose last digit says "
                    "how exact it is",
                    quoted(text)));
  if (text[length] == ',')
    throw std::invalid_argument(fmt::format("{} has a comma: write a decimal point", quoted(text)));
  throw std::invalid_argument(fmt::format("{} follows the number {}: remove it",
                                          quoted(text.substr(length)),
                                          quoted(text.substr(0, length))));
}

/// A number that is a decimal as a whole.
Numeral whole_numeral(std::string_view text) {
  if (text.empty()) throw std::invalid_argument("it is empty: give a number, for example 0.21576");
  if (lower_case(text).find("nan") != std::string::npos)
    throw std::invalid_argument(fmt::format(
        "{} is not a number, and equal to none: give a decimal, inf or -inf", quoted(text)));
  const auto numeral = read_numeral(text);
  if (!numeral)
    throw std::invalid_argument(
        fmt::format("{} is not a decimal: write for example 0.21576 or 1e-9", quoted(text)));
  if (numeral->length < text.size()) refuse_rest(text, numeral->length);
  if (numeral->digits > most_digits)
    throw std::invalid_argument(fmt::format("{} has {} digits: give at most {}", quoted(text),
                                            numeral->digits, most_digits));
  const long least_unit = -Numeral::farthest - static_cast<long>(most_digits);
  if (std::abs(numeral->leading) > Numeral::farthest || numeral->last_digit < least_unit ||
      numeral->last_digit > Numeral::farthest)
    throw std::invalid_argument(fmt::format("{} is not between 1e-{} and 1e{} in magnitude",
                                            quoted(text), Numeral::farthest, Numeral::farthest));
  return *numeral;
}

/// The exponent of the first digit; x != 0.
int leading_exponent(const Rational& x) {
  // To one digit the decimal is d·10^n exactly when rounded towards 0.
  const std::string text = decimal_rounded_down(abs(x), 1);
  return static_cast<int>(read_numeral(text)->leading);
}

/// The leading digits that two numbers have in common.
std::size_t common_digits(const Rational& x, const Rational& y, std::size_t most) {
  if (x == 0 || y == 0 || (x < 0) != (y < 0)) return 0;
  // One digit of x stands before the point; of a y of another magnitude none, or more than one.
  const Rational scale = power_of_ten(-leading_exponent(x));
  Rational a = abs(x) * scale, b = abs(y) * scale;
  std::size_t count = 0;
  for (; count < most; ++count) {
    const Integer digit = numerator(a) / denominator(a);
    if (numerator(b) / denominator(b) != digit) break;
    a = (a - Rational(digit)) * 10;
    b = (b - Rational(digit)) * 10;
  }
  return count;
}

}  // namespace

Bounds PrintedNumber::within(const Rational& tolerance) const {
  if (value.infinite != 0) return {value, value};
  return {{value.value - tolerance, 0}, {value.value + tolerance, 0}};
}

PrintedNumber read_printed_number(std::string_view text) {
  text = without_space_around(text);
  if (const int sign = infinity_named(text))
    return {std::string(text), Extended::infinity(sign), 0, 0};
  const Numeral numeral = whole_numeral(text);
  const Rational value = numeral.value.rational();
  const Rational unit = power_of_ten(static_cast<int>(numeral.last_digit));
  const auto digits =
      value == 0 ? 0 : static_cast<std::size_t>(numeral.leading - numeral.last_digit + 1);
  return {std::string(text), {value, 0}, unit / 2, digits};
}

Rational read_tolerance(std::string_view text) {
  text = without_space_around(text);
  if (infinity_named(text) != 0)
    throw std::invalid_argument(
        fmt::format("{} allows every number: give a finite tolerance", quoted(text)));
  const Rational tolerance = whole_numeral(text).value.rational();
  if (tolerance < 0)
    throw std::invalid_argument(
        fmt::format("{} is negative: a tolerance is at least 0", quoted(text)));
  return tolerance;
}

std::size_t agreeing_digits(const Rational& x, const Bounds& truth) {
  return std::min(common_digits(x, truth.lower.value, most_digits),
                  common_digits(x, truth.upper.value, most_digits));
}

}  // namespace gancheck
