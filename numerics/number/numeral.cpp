#include "numerics/number/numeral.hpp"

#include <algorithm>
#include <string>

namespace gancheck {

namespace {

constexpr std::size_t most_decimal_digits = 18;  ///< what an int64 holds for certain
constexpr long absurd = 1000000000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits of a number with the place of its point.
struct Digits {
  std::size_t begin = 0, end = 0;  ///< of the digits and the point in the text
  std::size_t count = 0;
  std::size_t after_point = 0;
  std::size_t first = 0, last = 0;  ///< the first and the last digit that is not 0
  bool is_zero = true;
};

Digits read_digits(std::string_view text, std::size_t at) {
  Digits d;
  d.begin = at;
  bool point = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    ++d.count;
    if (point) ++d.after_point;
    if (text[at] == '0') continue;
    if (d.is_zero) d.first = at;
    d.is_zero = false;
    d.last = at;
  }
  d.end = at;
  return d;
}

/// The exponent that begins at `at`, which moves behind it; 0 and no move where there is none.
long read_exponent(std::string_view text, std::size_t& at) {
  std::size_t i = at;
  if (i >= text.size() || (text[i] != 'e' && text[i] != 'E')) return 0;
  ++i;
  const bool negative = i < text.size() && text[i] == '-';
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
  if (i >= text.size() || !is_digit(text[i])) return 0;
  long exponent = 0;
  for (; i < text.size() && is_digit(text[i]); ++i)
    exponent = std::min(absurd, exponent * 10 + (text[i] - '0'));
  at = i;
  return negative ? -exponent : exponent;
}

/// The significant digits, from the first to the last that is not 0, times 10^exponent.
Real value_of(std::string_view significant, bool negative, long exponent) {
  std::int64_t mantissa = 0;
  if (significant.size() <= most_decimal_digits + 1) {
    std::size_t count = 0;
    for (const char c : significant) {
      if (c == '.') continue;
      if (++count > most_decimal_digits) break;
      mantissa = mantissa * 10 + (c - '0');
    }
    if (count <= most_decimal_digits)
      return Decimal{negative ? -mantissa : mantissa, static_cast<int>(exponent)};
  }
  std::string digits;
  for (const char c : significant)
    if (c != '.') digits += c;
  const Rational magnitude = Rational(Integer(digits)) * power_of_ten(static_cast<int>(exponent));
  return negative ? Rational(-magnitude) : magnitude;
}

}  // namespace

std::optional<Numeral> read_numeral(std::string_view text) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;
  const Digits digits = read_digits(text, at);
  if (digits.count == 0) return std::nullopt;
  at = digits.end;
  const long exponent = read_exponent(text, at);

  Numeral n;
  n.digits = digits.count;
  n.length = at;
  n.last_digit = exponent - static_cast<long>(digits.after_point);
  if (digits.is_zero) return n;
  const std::string_view behind = text.substr(digits.last + 1, digits.end - digits.last - 1);
  const auto zeros = static_cast<long>(std::count(behind.begin(), behind.end(), '0'));
  const auto significant = text.substr(digits.first, digits.last + 1 - digits.first);
  const bool point_inside = significant.find('.') != std::string_view::npos;
  const auto count = static_cast<long>(significant.size()) - (point_inside ? 1 : 0);
  n.leading = n.last_digit + zeros + count - 1;
  if (digits.count <= most_digits && std::abs(n.leading) <= Numeral::farthest)
    n.value = value_of(significant, negative, n.last_digit + zeros);
  return n;
}

std::optional<Rational> read_decimal(std::string_view text) {
  const auto numeral = read_numeral(text);
  if (!numeral || numeral->digits > most_digits || std::abs(numeral->leading) > Numeral::farthest)
    return std::nullopt;
  return numeral->value.rational();
}

}  // namespace gancheck
