#include "numerics/distribution/tables/number_run.hpp"

#include <cmath>
#include <vector>

#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/years.hpp"

namespace gancheck {
namespace {

bool is_plain(const ColumnLook& look) {
  return look.is_numeric() && look.missing == 0 &&
         (look.writings & static_cast<unsigned>(Writing::plain)) != 0;
}

Real plain_value(const Sheet& sheet, std::size_t row, std::size_t column) {
  const auto number = read_number(sheet.text_at(row, column), Writing::plain);
  return number ? number->value : Real(0);
}

/// Whether the numbers are as many as they reach from 0 or 1, each once.
bool is_shuffled_count(const Sheet& sheet, std::size_t column) {
  const std::size_t rows = sheet.rows();
  std::vector<bool> is_met(rows + 1, false);
  for (std::size_t i = 0; i < rows; ++i) {
    const double value = exactly<double>(plain_value(sheet, i, column));
    const bool is_in =
        value >= 0 && value <= static_cast<double>(rows) && value == std::floor(value);
    if (!is_in || is_met[static_cast<std::size_t>(value)]) return false;
    is_met[static_cast<std::size_t>(value)] = true;
  }
  return rows > 2 && !(is_met[0] && is_met[rows]);
}

}  // namespace

double value_at(const Sheet& sheet, std::size_t row, std::size_t column, const ColumnLook& look) {
  const std::string_view text = sheet.text_at(row, column);
  const unsigned first = look.writings & (~look.writings + 1);
  const bool is_it = first != 0 && (writings_of(text) & first) != 0;
  const auto number = is_it ? read_number(text, static_cast<Writing>(first)) : std::nullopt;
  return number ? exactly<double>(number->value) : std::nan("");
}

NumberRun run_of(const Sheet& sheet, std::size_t column, const ColumnLook& look) {
  NumberRun run;
  if (sheet.rows() < 2 || !is_plain(look)) return run;
  Real before = plain_value(sheet, 0, column);
  const bool from_one = before.is_rational() && before.rational() == 1;
  const int order = compare(before, plain_value(sheet, 1, column));
  const Rational step = plain_value(sheet, 1, column).rational() - before.rational();
  run.is_even = sheet.rows() > 2;
  run.counts = step == 1 && (before.is_zero() || from_one);
  run.are_years = is_year(sheet.text_at(0, column));
  for (std::size_t i = 1; i < sheet.rows(); ++i) {
    const Real value = plain_value(sheet, i, column);
    if (order == 0 || compare(before, value) != order) {
      run = {};
      run.is_shuffled = is_shuffled_count(sheet, column);
      return run;
    }
    const bool is_same_step = value.rational() - before.rational() == step;
    run.is_even &= is_same_step;
    run.counts &= is_same_step;
    run.are_years &= is_year(sheet.text_at(i, column));
    before = value;
  }
  run.is_strict = true;
  return run;
}

}  // namespace gancheck
