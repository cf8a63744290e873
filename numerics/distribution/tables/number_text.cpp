#include "numerics/distribution/tables/number_text.hpp"

#include <algorithm>
#include <array>

#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 4> blanks{" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

std::string_view trimmed(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view b : blanks)
      if (text.ends_with(b)) text.remove_suffix(b.size()), found = true;
  }
  return text;
}

std::string_view without_percent(std::string_view text) {
  return trimmed(has_percent_sign(text) ? text.substr(0, text.size() - 1) : text);
}

/// U+2212, which word processors make of a minus.
constexpr std::string_view minus_sign = "\xE2\x88\x92";

std::string_view without_sign(std::string_view text) {
  if (text.starts_with(minus_sign)) return text.substr(minus_sign.size());
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return text;
}

bool has_needless_zero(std::string_view digits) {
  return digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]);
}

/// 12, 12.5, .5, 1e-3, without a sign.
bool is_plain_decimal(std::string_view text) {
  if (text.empty() || text[0] == '+' || text[0] == '-' || has_needless_zero(text)) return false;
  const auto numeral = read_numeral(text);
  return numeral && numeral->length == text.size();
}

bool is_quotient(std::string_view text) {
  const std::size_t bar = text.find('/');
  return bar != std::string_view::npos && is_plain_decimal(text.substr(0, bar)) &&
         is_plain_decimal(text.substr(bar + 1));
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Whether `whole` is digits in groups of three after the first, or at most three digits.
template <class IsGroupMark>
bool is_grouped(std::string_view whole, const IsGroupMark& mark_length) {
  std::size_t in_group = 0, at = 0;
  bool first = true;
  while (at < whole.size() && is_digit(whole[at])) ++at, ++in_group;
  if (in_group == 0 || in_group > 3) return false;
  while (at < whole.size()) {
    const std::size_t mark = mark_length(whole.substr(at));
    if (mark == 0 || (first && whole[0] == '0')) return false;
    first = false;
    at += mark;
    for (in_group = 0; at < whole.size() && is_digit(whole[at]); ++at) ++in_group;
    if (in_group != 3) return false;
  }
  return true;
}

/// Groups before a decimal sign, digits behind it; more than three digits without groups are no
/// number of a column that has groups.
template <class IsGroupMark>
bool is_grouped_decimal(std::string_view text, char decimal, const IsGroupMark& mark_length) {
  const std::size_t point = text.find(decimal);
  const std::string_view behind =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  return are_digits(behind) && !has_needless_zero(text) &&
         is_grouped(text.substr(0, point), mark_length);
}

std::size_t comma(std::string_view text) {
  return text[0] == ',' ? 1 : 0;
}
std::size_t point(std::string_view text) {
  return text[0] == '.' ? 1 : 0;
}
std::size_t apostrophe(std::string_view text) {
  constexpr std::string_view typographic = "\xE2\x80\x99";  // U+2019
  return text[0] == '\'' ? 1 : text.starts_with(typographic) ? typographic.size() : 0;
}
std::size_t blank(std::string_view text) {
  for (const std::string_view b : blanks)
    if (text.starts_with(b)) return b.size();
  return 0;
}

/// 1250,5 without groups, of any length.
bool is_plain_decimal_comma(std::string_view text) {
  if (text.find('.') != std::string_view::npos) return false;
  std::string with_point(text);
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  return is_plain_decimal(with_point);
}

/// What `text` is with a decimal point, without groups and percent sign.
std::string plain_text(std::string_view text, Writing writing) {
  const bool comma_is_decimal =
      writing == Writing::decimal_comma || writing == Writing::blank_groups_comma;
  std::string plain;
  const std::string_view number = without_percent(text);
  for (std::size_t i = 0; i < number.size(); ++i) {
    const char c = number[i];
    if (number.substr(i).starts_with(minus_sign)) {
      plain += '-';
      i += minus_sign.size() - 1;
    } else if (c == ',' || c == '.') {
      if ((c == ',') == comma_is_decimal) plain += '.';
    } else if (is_digit(c) || c == '-' || c == '+' || c == 'e' || c == 'E') {
      plain += c;
    }
  }
  return plain;
}

/// Of digits with at most one point among them, as most entries are, without further ado; empty for
/// anything else.
std::optional<unsigned> writings_of_simple(std::string_view number) {
  std::size_t whole = 0, behind = 0;
  bool has_point = false;
  for (const char c : number) {
    if (c == '.' && !has_point)
      has_point = true;
    else if (is_digit(c))
      ++(has_point ? behind : whole);
    else
      return std::nullopt;
  }
  if (whole + behind == 0 || has_needless_zero(number)) return 0;
  const auto bits = [](auto... writings) { return (static_cast<unsigned>(writings) | ...); };
  const bool is_group = whole >= 1 && whole <= 3;
  unsigned found = bits(Writing::plain);
  if (is_group)
    found |= bits(Writing::comma_groups, Writing::apostrophe_groups, Writing::blank_groups);
  if (!has_point) found |= bits(Writing::decimal_comma);
  if (!has_point && is_group) found |= bits(Writing::blank_groups_comma);
  if (has_point && is_group && behind == 3 && number[0] != '0')
    found |= bits(Writing::decimal_comma);
  return found;
}

}  // namespace

unsigned writings_of(std::string_view text) {
  const std::string_view number = without_sign(without_percent(text));
  if (number.empty() || !(is_digit(number[0]) || number[0] == '.' || number[0] == ',')) return 0;
  if (const auto simple = writings_of_simple(number)) return *simple;
  unsigned found = 0;
  const auto add = [&](Writing writing, bool is_it) {
    if (is_it) found |= static_cast<unsigned>(writing);
  };
  add(Writing::plain, is_plain_decimal(number) || is_quotient(number));
  add(Writing::comma_groups, is_grouped_decimal(number, '.', comma));
  add(Writing::decimal_comma,
      is_plain_decimal_comma(number) || is_grouped_decimal(number, ',', point));
  add(Writing::apostrophe_groups, is_grouped_decimal(number, '.', apostrophe));
  add(Writing::blank_groups, is_grouped_decimal(number, '.', blank));
  add(Writing::blank_groups_comma, is_grouped_decimal(number, ',', blank));
  return found;
}

bool is_number(std::string_view text) {
  return writings_of(text) != 0;
}

bool is_missing(std::string_view text) {
  constexpr std::array<std::string_view, 16> words{"",     "NA",   "N/A", "n/a",  "na",   "#N/A",
                                                   "NaN",  "nan",  "NAN", "null", "NULL", "Null",
                                                   "None", "none", "-",   "."};
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool has_percent_sign(std::string_view text) {
  return !text.empty() && text.back() == '%';
}

std::optional<NumberText> read_number(std::string_view text, Writing writing) {
  const bool percent = has_percent_sign(text);
  const std::string_view number = without_percent(text);
  NumberText read;
  if (const std::size_t bar = number.find('/'); bar != std::string_view::npos) {
    const std::string over = plain_text(number.substr(0, bar), writing);
    const std::string under = plain_text(number.substr(bar + 1), writing);
    const auto above = read_decimal(over), below = read_decimal(under);
    if (!above || !below || *below == 0) return std::nullopt;
    read.value = Rational(*above / (percent ? Rational(100 * *below) : *below));
    read.is_quotient = true;
    if (*above != 0) read.leading = read_numeral(over)->leading - read_numeral(under)->leading;
    return read;
  }
  const bool as_it_is = writing == Writing::plain && !number.starts_with(minus_sign);
  const auto numeral = as_it_is ? read_numeral(number) : read_numeral(plain_text(number, writing));
  if (!numeral) return std::nullopt;
  const long shift = percent ? -2 : 0;
  read.value = percent ? numeral->value * Real(Decimal{1, -2}) : numeral->value;
  read.leading = numeral->leading + shift;
  read.last_digit = numeral->last_digit + shift;
  read.digits = numeral->digits;
  return read;
}

}  // namespace gancheck
