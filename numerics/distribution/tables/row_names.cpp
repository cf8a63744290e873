#include "numerics/distribution/tables/row_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/number_run.hpp"
#include "numerics/distribution/tables/readers.hpp"
#include "numerics/distribution/tables/words.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

/// Whether every column but the first is called by a number: actual,0,1.
bool others_are_called_by_numbers(const Sheet& sheet) {
  return !is_number((*sheet.header)[0]) &&
         std::all_of(sheet.header->begin() + 1, sheet.header->end(),
                     [](const std::string& name) { return is_number(name); });
}

using Looks = std::vector<ColumnLook>;

/// Whether every row, from a column on, sums to 1 or to 100.
bool rows_sum_up(const Sheet& sheet, const Looks& looks, std::size_t first, double total) {
  const double rounding = total / 200 * static_cast<double>(sheet.columns);  // of two decimals
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    double sum = 0;
    for (std::size_t j = first; j < sheet.columns; ++j) sum += value_at(sheet, i, j, looks[j]);
    if (!(std::abs(sum - total) <= rounding)) return false;
  }
  return true;
}

/// Rows of chances: they sum to one with the first column, or without it.
bool rows_sum_with_first(const Sheet& sheet, const Looks& looks) {
  return rows_sum_up(sheet, looks, 0, 1) || rows_sum_up(sheet, looks, 0, 100);
}
bool rows_sum_without_first(const Sheet& sheet, const Looks& looks) {
  return !rows_sum_with_first(sheet, looks) &&
         (rows_sum_up(sheet, looks, 1, 1) ||
          (sheet.rows() > 1 && rows_sum_up(sheet, looks, 1, 100)));
}

/// Whether all cells together sum to one.
bool cells_sum_to_one(const Sheet& sheet, const Looks& looks) {
  constexpr double rounding = 0.01;
  double sum = 0;
  for (std::size_t i = 0; i < sheet.rows(); ++i)
    for (std::size_t j = 0; j < sheet.columns; ++j) sum += value_at(sheet, i, j, looks[j]);
  return std::abs(sum - 1) <= rounding;
}

/// Whether a column has a fraction in it.
bool has_fractions(const Sheet& sheet, const Looks& looks, std::size_t column) {
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const double value = value_at(sheet, i, column, looks[column]);
    if (value != std::floor(value)) return true;
  }
  return false;
}

/// Whole numbers beside columns that all have fractions.
bool is_of_another_kind(const Sheet& sheet, const Looks& looks) {
  if (has_fractions(sheet, looks, 0)) return false;
  for (std::size_t j = 1; j < sheet.columns; ++j)
    if (!has_fractions(sheet, looks, j)) return false;
  return true;
}

/// How a first column of numbers was read, and whether that has to be said aloud.
struct FirstColumn {
  bool names_rows = false, is_guess = false;
};

FirstColumn read_first_column(const Sheet& sheet, const Looks& looks) {
  const NumberRun run = run_of(sheet, 0, looks[0]);
  const bool is_index = run.is_index() || (run.is_strict && is_of_another_kind(sheet, looks));
  const bool are_chances = rows_sum_with_first(sheet, looks) || cells_sum_to_one(sheet, looks);
  if (!sheet.header)
    return {false, !are_chances && (is_index || rows_sum_without_first(sheet, looks))};
  const std::string& name = (*sheet.header)[0];
  const bool is_alone = std::none_of(sheet.header->begin() + 1, sheet.header->end(),
                                     [](const std::string& other) { return names_rows(other); });
  if (names_points(name) || (names_rows(name) && is_alone)) return {true, false};
  if (names_weights(name)) return {false, others_are_called_by_numbers(sheet)};
  if (are_chances) return {false, false};
  if (others_are_called_by_numbers(sheet) || rows_sum_without_first(sheet, looks))
    return {true, false};
  return {is_index, run.is_strict || run.is_shuffled};
}

Text about_first_column(const Sheet& sheet, bool names_rows) {
  const Text begin = phrase("{}: {}, {} to {}, was read as ", "{}：{}（{} 至 {}）读作", sheet.name,
                            sheet.header ? described(sheet, 0) : Text{"the first column", "首列"},
                            sheet.text_at(0, 0), sheet.text_at(sheet.rows() - 1, 0));
  return names_rows
             ? phrase(
                   "{}the names of the rows: if it is weights, put it behind another "
                   "column",
                   "{}各行的名称：若它是权重，请把它放到另一列之后", begin)
             : phrase("{}weights: if it names the rows, write label={}",
                      "{}权重：若它是各行的名称，请写 label={}", begin, option_for(sheet, 0));
}

/// "'1' names the row in line 3 and is the place of that in line 2"
[[noreturn]] void refuse_ambiguous_row(const Sheet& sheet, const Matrix& m, const std::string& name,
                                       std::size_t named, std::size_t placed) {
  const std::string label = option_for(sheet, *m.names);
  const auto remedy = [&](std::size_t row) {
    return fmt::format("file({},label={},row={})", quoted_if_needed(sheet.name), label,
                       quoted_if_needed(sheet.label_of(sheet.at(row, *m.names))));
  };
  throw BadSpecification(fmt::format(
      "{}: row={}: {} names the row in {} {} and is the place of that in {} {}: write {} for the "
      "former, {} for the latter",
      sheet.name, quoted_if_needed(name), in_quotes(name), sheet.place,
      sheet.at(named, *m.names).line, sheet.place, sheet.at(placed, *m.names).line, remedy(named),
      remedy(placed)));
}

}  // namespace

namespace {

[[noreturn]] void refuse_two_names(const Sheet& sheet, std::size_t one, std::size_t other) {
  throw BadSpecification(
      fmt::format("{}: {} and {} are no columns of numbers to add up: name that "
                  "of the labels by label=",
                  sheet.name, described(sheet, one).en, described(sheet, other).en));
}

/// Whether the only column of numbers is a first one that names rows.
bool names_rows_only(const Sheet& sheet, const Matrix& m) {
  return m.columns == std::vector<std::size_t>{0} && sheet.header && names_rows((*sheet.header)[0]);
}

/// Another column names the rows: then the first one, if it counts them, is no weights either.
void look_at_first_of_others(const Sheet& sheet, const ColumnLook& look, Matrix& m,
                             bool is_asked_for) {
  if (!sheet.header || names_weights((*sheet.header)[0])) return;
  if (names_rows((*sheet.header)[0])) {
    if (!is_asked_for) refuse_two_names(sheet, 0, *m.names);
    m.columns.erase(m.columns.begin());
    m.left_out = 0;
  } else if (run_of(sheet, 0, look).is_index()) {
    m.warning = phrase(
        "{}: {}, {} to {}, was read as weights: if it numbers the rows, leave "
        "it out of the file",
        "{}：{}（{} 至 {}）读作权重：若它是各行的编号，请把它从文件中略去", sheet.name,
        described(sheet, 0), sheet.text_at(0, 0), sheet.text_at(sheet.rows() - 1, 0));
  }
}

}  // namespace

Matrix matrix_of(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                 const TableOptions& options) {
  Matrix m;
  const bool is_asked_for = !options.label.empty();
  if (is_asked_for) m.names = column_named(sheet, options.label, "label");
  for (std::size_t j = 0; j < sheet.columns; ++j) {
    if (looks[j].numbers + looks[j].texts == 0 || m.names == j) continue;
    if (looks[j].is_numeric())
      m.columns.push_back(j);
    else if (!m.names)
      m.names = j;
    else
      refuse_two_names(sheet, *m.names, j);
  }
  if (names_rows_only(sheet, m) && !is_asked_for) {
    if (m.names) refuse_two_names(sheet, 0, *m.names);
    m.columns.clear();
  }
  if (m.columns.empty()) throw BadSpecification(sheet.name + ": no column of numbers");
  if (m.columns.size() < 2 || m.columns[0] != 0) return m;
  if (m.names) {
    look_at_first_of_others(sheet, looks[0], m, is_asked_for);
    return m;
  }
  const FirstColumn first = read_first_column(sheet, looks);
  if (first.is_guess) m.warning = about_first_column(sheet, first.names_rows);
  if (!first.names_rows) return m;
  m.names = 0;
  m.columns.erase(m.columns.begin());
  return m;
}

std::size_t row_named(const Sheet& sheet, const Matrix& m, const TableOptions& options) {
  std::optional<std::size_t> named;
  for (std::size_t i = 0; m.names && i < sheet.rows(); ++i) {
    if (sheet.label_of(sheet.at(i, *m.names)) != options.row) continue;
    if (named) sheet.refuse_at(sheet.at(i, *m.names), "a second row of this name: give a number");
    named = i;
  }
  if (!named) return index_of(options.row, sheet.rows(), sheet.name, "row");
  const auto placed = place_in(options.row, sheet.rows());
  if (placed && placed != named && options.label.empty())
    refuse_ambiguous_row(sheet, m, options.row, *named, *placed);
  return *named;
}

}  // namespace gancheck
