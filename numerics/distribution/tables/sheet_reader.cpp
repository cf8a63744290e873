// Sheets as tables.
#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/column_numbers.hpp"
#include "numerics/distribution/tables/columns.hpp"
#include "numerics/distribution/tables/first_row.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/readers.hpp"
#include "numerics/distribution/tables/row_names.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

/// Each of n numbers that were rounded to doubles may be off by half a unit of the last place of 1.
Rational rounding_of_doubles(std::size_t n) {
  return Rational(Integer(n), Integer(1) << 53U);
}

/// Reads sheets: the columns that are chosen, a row, or all cells.
class SheetReader {
 public:
  SheetReader(Sheet sheet, const TableOptions& options, std::string_view what)
      : sheet_(std::move(sheet)), options_(options), what_(what) {}

  ValueTable read() {
    if (sheet_.rows() > 0) looks_ = find_header(sheet_, options_);
    if (sheet_.rows() == 0)
      throw BadSpecification(sheet_.name + ": a header and no rows: give weights");
    table_.place = sheet_.place;
    table_.has_header = sheet_.header.has_value() && !sheet_.header_is_doubtful;
    if (options_.joint || !options_.row.empty())
      read_matrix();
    else
      read_columns();
    const Rational doubles = rounding_of_doubles(table_.entries.size());
    table_.tolerance = std::max(table_.tolerance, doubles);
    table_.likely_miss = roundings_.likely();
    table_.unsaid_miss = miss_of_doubles(table_.entries.size());
    table_.columns_were_named = options_.names_a_column();
    return std::move(table_);
  }

 private:
  void add(Real point, Real value, std::uint32_t line) {
    table_.entries.push_back({std::move(point), std::move(value)});
    table_.lines.push_back(line);
  }

  Numbers numbers(std::size_t column, std::string_view what, bool only_ratios_matter) const {
    return read_numbers(sheet_, column, looks_[column], what, only_ratios_matter);
  }

  Real label_at_cell(const SheetCell& cell) const {
    const std::string label = sheet_.label_of(cell);
    if (label.empty() && sheet_.place == "line")
      sheet_.refuse_at(cell, "the label is missing: write it, or leave the row out");
    return point_of_label(label);
  }

  void read_columns() {
    const Choice choice = choose_columns(sheet_, looks_, options_);
    Numbers values = numbers(choice.values, what_, options_.only_ratios_matter);
    Numbers points;
    if (choice.places && !choice.places_are_labels)
      points = numbers(*choice.places, "point", false);
    table_.entries.reserve(sheet_.rows());
    table_.lines.reserve(sheet_.rows());
    for (std::size_t i = 0; i < sheet_.rows(); ++i) {
      Real place = !choice.places             ? nth_point(i + 1)
                   : choice.places_are_labels ? label_at_cell(sheet_.at(i, *choice.places))
                                              : points.values[i];
      add(std::move(place), std::move(values.values[i]), sheet_.at(i, choice.values).line);
    }
    if (choice.places)
      table_.on = choice.places_are_labels ? ValueTable::On::labels : ValueTable::On::points;
    table_.tolerance = values.half_units;
    roundings_ = values.roundings;
    table_.first_value = sheet_.text_at(0, choice.values);
    table_.value_column = described(sheet_, choice.values);
    if (choice.places) table_.place_column = described(sheet_, *choice.places);
    table_.said = values.said;
    for (const Text& how : points.said)
      table_.said.push_back(phrase("points with {}", "点的写法：{}", how));
    table_.ignored = choice.ignored;
    table_.warnings = choice.warnings;
    if (const auto warning = warning_of_decimal_commas(sheet_, looks_, choice))
      table_.warnings.push_back(*warning);
  }

  /// Other rows leave no trace, in the tolerance neither.
  void keep_row(std::size_t row) {
    const auto begin = sheet_.cells.begin() + static_cast<std::ptrdiff_t>(row * sheet_.columns);
    sheet_.cells =
        std::vector<SheetCell>(begin, begin + static_cast<std::ptrdiff_t>(sheet_.columns));
  }

  void read_matrix() {
    if (!options_.weight.empty() || !options_.point.empty())
      throw BadSpecification(sheet_.name +
                             ": joint and row= take all columns: leave weight= and point= out");
    const Matrix m = matrix_of(sheet_, looks_, options_);
    for (const auto& warning : {warning_of_first_row(sheet_, m.columns), m.warning})
      if (warning) table_.warnings.push_back(*warning);
    if (m.names)
      table_.said.push_back(phrase("rows named by {}", "行名取自{}", described(sheet_, *m.names)));
    if (m.left_out)
      table_.said.push_back(phrase("{} left out", "略去{}", described(sheet_, *m.left_out)));
    options_.joint ? read_cells(m) : read_row(m);
  }

  void read_cells(const Matrix& m) {
    const std::vector<Numbers> columns = numbers_of(m);
    const bool has_labels = sheet_.header && m.names;
    for (std::size_t i = 0, n = 1; i < sheet_.rows(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j, ++n)
        add(has_labels
                ? point_of_label(fmt::format("{} | {}", sheet_.label_of(sheet_.at(i, *m.names)),
                                             (*sheet_.header)[m.columns[j]]))
                : nth_point(n),
            columns[j].values[i], sheet_.at(i, m.columns[j]).line);
    if (has_labels) table_.on = ValueTable::On::labels;
    if (sheet_.header && !m.names)
      for (const std::size_t j : m.columns) table_.names_of_columns.push_back((*sheet_.header)[j]);
    table_.cell_columns = columns.size();
    table_.value_column = phrase("{} × {} cells, row by row", "{} × {} 个单元格，逐行",
                                 sheet_.rows(), columns.size());
  }

  void read_row(const Matrix& m) {
    const std::size_t row = row_named(sheet_, m, options_);
    table_.value_column = m.names ? phrase("row {}, {}", "第 {} 行 {}", row + 1,
                                           in_quotes(sheet_.label_of(sheet_.at(row, *m.names))))
                                  : phrase("row {}", "第 {} 行", row + 1);
    keep_row(row);
    const std::vector<Numbers> columns = numbers_of(m);
    for (std::size_t j = 0; j < columns.size(); ++j)
      add(sheet_.header ? point_of_label((*sheet_.header)[m.columns[j]]) : nth_point(j + 1),
          columns[j].values[0], sheet_.at(0, m.columns[j]).line);
    if (sheet_.header) table_.on = ValueTable::On::labels;
  }

  /// The columns of a matrix, which have to be written alike.
  std::vector<Numbers> numbers_of(const Matrix& m) {
    std::vector<Numbers> columns;
    for (const std::size_t j : m.columns) {
      columns.push_back(numbers(j, what_, false));
      table_.tolerance += columns.back().half_units;
      roundings_.add(columns.back().roundings);
      if (joined(columns.back().said, Language::en) != joined(columns[0].said, Language::en))
        sheet_.refuse_at(sheet_.at(0, j),
                         "the columns write their numbers in different ways: write them alike");
    }
    table_.said.insert(table_.said.begin(), columns[0].said.begin(), columns[0].said.end());
    return columns;
  }

  Sheet sheet_;
  std::vector<ColumnLook> looks_;
  const TableOptions& options_;
  std::string_view what_;
  Roundings roundings_;
  ValueTable table_;
};

}  // namespace

ValueTable read_sheet(Sheet sheet, const TableOptions& options, std::string_view what) {
  return SheetReader(std::move(sheet), options, what).read();
}

}  // namespace gancheck
