#include "numerics/distribution/tables/column_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/number/exact_sum.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

Writing first_of(unsigned writings) {
  unsigned bit = 1;
  while ((writings & bit) == 0) bit <<= 1U;
  return static_cast<Writing>(bit);
}

bool has(unsigned writings, Writing writing) {
  return (writings & static_cast<unsigned>(writing)) != 0;
}

/// Beside a column with decimal commas 1.000 is a thousand.
bool has_points_between_thousands(const Sheet& sheet, std::size_t column, unsigned writings) {
  if (!sheet.has_decimal_commas || !has(writings, Writing::decimal_comma)) return false;
  for (std::size_t i = 0; i < sheet.rows(); ++i)
    if (sheet.text_at(i, column).find('.') != std::string_view::npos) return true;
  return false;
}

/// 1.250 above 900 is a thousand and more where points part thousands, and otherwise not.
void refuse_doubtful_points(const Sheet& sheet, std::size_t column, unsigned writings) {
  if (sheet.separator == "," || !has(writings, Writing::decimal_comma)) return;
  std::optional<std::size_t> with, without;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const bool has_point = sheet.text_at(i, column).find('.') != std::string_view::npos;
    (has_point ? with : without) = i;
  }
  if (!with || !without) return;
  sheet.refuse_at(sheet.at(*with, column),
                  fmt::format("{} may be a decimal, or have a point between thousands as {} has "
                              "none: write all with decimals, or none with points",
                              in_quotes(sheet.text_at(*with, column)),
                              in_quotes(sheet.text_at(*without, column))));
}

/// 1,250 may be 1250 or 1.25. In a file parted by commas its quotes say that it is the former;
/// otherwise it must not matter, as where every entry is 1.25 times a thousand.
Writing writing_of(const Sheet& sheet, std::size_t column, unsigned writings,
                   bool only_ratios_matter) {
  if (has_points_between_thousands(sheet, column, writings)) return Writing::decimal_comma;
  if (has(writings, Writing::plain)) {
    refuse_doubtful_points(sheet, column, writings);
    return Writing::plain;
  }
  const bool is_open =
      has(writings, Writing::comma_groups) && has(writings, Writing::decimal_comma);
  if (!is_open || sheet.separator == ",") return first_of(writings);
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, column);
    const std::string_view text = sheet.text_of(cell);
    if (!only_ratios_matter || std::count(text.begin(), text.end(), ',') != 1)
      sheet.refuse_at(cell, fmt::format("the column may have decimal or thousands commas, {} is a "
                                        "number either way: write decimal points and no groups",
                                        in_quotes(text)));
  }
  return Writing::comma_groups;
}

Text words_for(Writing writing) {
  switch (writing) {
    case Writing::plain:
      return {"", ""};
    case Writing::comma_groups:
      return {"commas between thousands", "以逗号作千分位分隔符"};
    case Writing::decimal_comma:
      return {"decimal commas", "小数逗号"};
    case Writing::apostrophe_groups:
      return {"apostrophes between thousands", "以撇号作千分位分隔符"};
    case Writing::blank_groups:
      return {"blanks between thousands", "以空格作千分位分隔符"};
    case Writing::blank_groups_comma:
      break;
  }
  return {"blanks between thousands and decimal commas", "以空格作千分位分隔符，并用小数逗号"};
}

void check_size(const Sheet& sheet, const SheetCell& cell, const NumberText& number) {
  constexpr long largest = 300, least = -400;
  if (number.digits > most_digits)
    sheet.refuse_at(
        cell, fmt::format("an entry of {} digits: give at most {}", number.digits, most_digits));
  if (number.leading > largest || number.leading < least)
    sheet.refuse_at(cell, fmt::format("{} is not between 1e{} and 1e{} in magnitude",
                                      in_quotes(sheet.text_of(cell)), least, largest));
}

[[noreturn]] void refuse_entry(const Sheet& sheet, const SheetCell& cell, std::string_view what) {
  const std::string_view text = sheet.text_of(cell);
  if (is_missing(text))
    sheet.refuse_at(
        cell, text.empty() ? fmt::format("the {} is missing: write it, or leave the row out", what)
                           : fmt::format("the {} is missing ({}): write it, or leave the row out",
                                         what, text));
  sheet.refuse_at(cell, in_quotes(text) + " is not a number");
}

/// Half a unit of the last digit of many numbers together.
class LastDigits {
 public:
  /// A number that is written without a fraction is a count, not a rounded value, and below
  /// `finest` a 0 is written with an absurd exponent.
  void add(const NumberText& number) {
    constexpr long finest = -2 * Numeral::farthest;
    if (!number.is_quotient && number.last_digit < 0 && number.last_digit > finest)
      add(number.last_digit, !number.value.is_zero());
  }
  Rational half_units() const {
    constexpr std::int64_t half_in_tenths = 5;
    std::vector<Real> halves;
    halves.reserve(count_at_.size());
    for (const auto& [exponent, count] : count_at_)
      halves.emplace_back(Decimal{half_in_tenths * count, static_cast<int>(exponent) - 1});
    return exact_sum(halves);
  }
  const Roundings& roundings() const { return roundings_; }

 private:
  void add(long exponent, bool is_rounded) {
    ++count_at_[exponent];
    if (is_rounded) roundings_.add(exponent, 1);
  }

  std::map<long, std::int64_t> count_at_;
  Roundings roundings_;
};

/// The first entry of a column of numbers that is none, or is written in another way than others.
void refuse_other_entries(const Sheet& sheet, std::size_t column, const ColumnLook& look,
                          std::string_view what) {
  const bool are_numbers = look.texts + look.missing == 0;
  if (are_numbers && look.writings != 0) return;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, column);
    const std::string_view text = sheet.text_of(cell);
    if (!is_number(text)) refuse_entry(sheet, cell, what);
    if (are_numbers && !has(writings_of(text), Writing::plain))
      sheet.refuse_at(cell, fmt::format("{} is written otherwise than other numbers of the column: "
                                        "write them alike",
                                        in_quotes(text)));
  }
}

}  // namespace

Numbers read_numbers(const Sheet& sheet, std::size_t column, const ColumnLook& look,
                     std::string_view what, bool only_ratios_matter) {
  refuse_other_entries(sheet, column, look, what);
  const Writing writing = writing_of(sheet, column, look.writings, only_ratios_matter);
  Numbers numbers;
  numbers.values.reserve(sheet.rows());
  LastDigits last_digits;
  std::optional<std::size_t> percent, without;
  bool any_comma = false;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, column);
    const std::string_view text = sheet.text_of(cell);
    const auto number = read_number(text, writing);
    if (!number) sheet.refuse_at(cell, in_quotes(text) + " is no quotient: divide by no 0");
    check_size(sheet, cell, *number);
    if (has_percent_sign(text))
      percent = i;
    else if (!number->value.is_zero())
      without = i;
    any_comma |= text.find(',') != std::string_view::npos;
    last_digits.add(*number);
    numbers.values.push_back(number->value);
  }
  if (percent && without)
    sheet.refuse_at(sheet.at(*without, column),
                    fmt::format("{} has no percent sign, {} has one: write them alike",
                                in_quotes(sheet.text_at(*without, column)),
                                in_quotes(sheet.text_at(*percent, column))));
  numbers.half_units = last_digits.half_units();
  numbers.roundings = last_digits.roundings();
  if (percent) numbers.said.emplace_back("percent", "百分数");
  if (writing == Writing::decimal_comma && !any_comma)
    numbers.said.emplace_back("points between thousands", "以点号作千分位分隔符");
  else if (writing != Writing::plain)
    numbers.said.push_back(words_for(writing));
  return numbers;
}

}  // namespace gancheck
