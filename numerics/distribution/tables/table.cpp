#include "numerics/distribution/tables/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/distribution/tables/column_numbers.hpp"
#include "numerics/distribution/tables/columns.hpp"
#include "numerics/distribution/tables/first_row.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/npy.hpp"

namespace gancheck {
namespace {

Real whole(std::size_t n) {
  return Decimal{static_cast<std::int64_t>(n), 0};
}

/// Each of n numbers that were rounded to doubles may be off by half a unit of the last place of 1.
Rational rounding_of_doubles(std::size_t n) {
  return Rational(Integer(n), Integer(1) << 53U);
}

/// How far a sum of n doubles may be off that were printed with fifteen digits or more.
double miss_of_doubles(std::size_t n) {
  constexpr double half_of_fifteenth = 5e-16;
  return static_cast<double>(n) * half_of_fifteenth;
}

[[noreturn]] void refuse_with(const Array& array, const std::string& name,
                              const std::string& what) {
  std::string shape;
  for (const std::size_t n : array.shape) shape += (shape.empty() ? "" : ", ") + std::to_string(n);
  throw BadSpecification(fmt::format("{}: an array of shape ({}): {}", name, shape, what));
}

/// A number from 1 to `most`, less one.
std::size_t index_of(const std::string& text, std::size_t most, const std::string& name,
                     std::string_view option) {
  const bool is_whole =
      !text.empty() && text.size() <= 18 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t number = is_whole ? std::stoull(text) : 0;
  if (number >= 1 && number <= most) return number - 1;
  throw BadSpecification(
      fmt::format("{}: {}={}: give a number from 1 to {}", name, option, in_quotes(text), most));
}

/// Reads arrays: which of their entries are values, and which are points.
class ArrayReader {
 public:
  ArrayReader(const Array& array, const std::string& name, const TableOptions& options)
      : array_(array), name_(name), options_(options) {}

  ValueTable read() {
    if (array_.shape.size() > 2) refuse_with(array_, name_, "reshape it to one or two dimensions");
    if (array_.size() == 0) throw BadSpecification(name_ + ": no weights: give at least one");
    if (!options_.label.empty()) refuse_with(array_, name_, "it has no labels: leave label= out");
    rows_ = array_.shape[0];
    columns_ = array_.size() / rows_;
    table_.place = "row";
    if (options_.joint)
      read_cells();
    else if (!options_.row.empty())
      read_row(index_of(options_.row, rows_, name_, "row"));
    else
      read_columns();
    table_.tolerance = array_.half_unit() * Rational(Integer(table_.entries.size()));
    // Storing moves the sum by half a unit of 1 at most, computing the entries by a few.
    constexpr double few = 16;
    table_.likely_miss = few * nearest_double(array_.half_unit());
    table_.unsaid_miss = std::max(table_.likely_miss, miss_of_doubles(table_.entries.size()));
    table_.columns_were_named = options_.names_a_column();
    return std::move(table_);
  }

 private:
  Real at(std::size_t row, std::size_t column) const {
    try {
      return array_.at(array_.stored_at(row, column));
    } catch (const NotFinite& entry) {
      throw BadSpecification(fmt::format("{}:{}:{}: {} is not a number: give finite ones", name_,
                                         row + 1, column + 1, entry.value));
    }
  }
  void add(Real point, std::size_t line, std::size_t row, std::size_t column) {
    table_.entries.push_back({std::move(point), at(row, column)});
    table_.lines.push_back(static_cast<std::uint32_t>(line));
  }
  std::string column_name(std::size_t column) const {
    return columns_ == 1 ? "" : fmt::format("column {}", column + 1);
  }

  void read_cells() {
    table_.place = "cell";
    table_.value_column = fmt::format("{} × {} cells, row by row", rows_, columns_);
    for (std::size_t i = 0, n = 1; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j, ++n) add(whole(n), n, i, j);
  }

  void read_row(std::size_t row) {
    table_.place = "column";
    table_.value_column = fmt::format("row {}", row + 1);
    for (std::size_t j = 0; j < columns_; ++j) add(whole(j + 1), j + 1, row, j);
  }

  void read_columns() {
    std::size_t values = 0;
    std::optional<std::size_t> points;
    if (!options_.point.empty()) points = index_of(options_.point, columns_, name_, "point");
    if (!options_.weight.empty()) {
      values = index_of(options_.weight, columns_, name_, "weight");
    } else if (columns_ == 2) {
      if (!points) points = 0;
      values = 1 - *points;
    } else if (rows_ == 1 && columns_ > 2 && !points) {
      return read_row(0);
    } else if (columns_ > 1) {
      refuse_with(array_, name_,
                  "write joint for one law on its cells, or row= or weight= for one row or column");
    }
    if (points == values)
      refuse_with(array_, name_, "point= and weight= name one column: name two");
    table_.value_column = column_name(values);
    if (columns_ == 2 && !points) table_.ignored = {std::to_string(2 - values)};
    if (points) table_.place_column = column_name(*points);
    if (points) table_.on = ValueTable::On::points;
    table_.entries.reserve(rows_);
    table_.lines.reserve(rows_);
    for (std::size_t i = 0; i < rows_; ++i)
      add(points ? at(i, *points) : whole(i + 1), i + 1, i, values);
  }

  const Array& array_;
  const std::string& name_;
  const TableOptions& options_;
  std::size_t rows_ = 0, columns_ = 0;
  ValueTable table_;
};

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
    Numbers values = numbers(choice.values, what_, true);
    Numbers points;
    if (choice.places && !choice.places_are_labels)
      points = numbers(*choice.places, "point", false);
    table_.entries.reserve(sheet_.rows());
    table_.lines.reserve(sheet_.rows());
    for (std::size_t i = 0; i < sheet_.rows(); ++i) {
      Real place = !choice.places             ? whole(i + 1)
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
    for (const std::string& how : points.said) table_.said.push_back("points with " + how);
    table_.ignored = choice.ignored;
    table_.warnings = choice.warnings;
  }

  /// The columns of numbers, and the one that names the rows, if there is one.
  struct Matrix {
    std::vector<std::size_t> columns;
    std::optional<std::size_t> names;
  };
  Matrix matrix() const {
    Matrix m;
    for (std::size_t j = 0; j < sheet_.columns; ++j) {
      const bool is_label =
          !options_.label.empty() && column_named(sheet_, options_.label, "label") == j;
      const bool is_index =
          j == 0 && options_.label.empty() && sheet_.header && names_points((*sheet_.header)[0]);
      if (looks_[j].numbers + looks_[j].texts == 0) continue;
      if (!is_label && !is_index && looks_[j].is_numeric())
        m.columns.push_back(j);
      else if (is_label || !m.names)
        m.names = j;
      else
        throw BadSpecification(
            fmt::format("{}: {} and {} are no columns of numbers: name that of "
                        "the labels by label=",
                        sheet_.name, described(sheet_, *m.names), described(sheet_, j)));
    }
    if (m.columns.empty()) throw BadSpecification(sheet_.name + ": no column of numbers");
    return m;
  }

  std::size_t row_named(const Matrix& m) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; m.names && i < sheet_.rows(); ++i) {
      if (sheet_.label_of(sheet_.at(i, *m.names)) != options_.row) continue;
      if (found)
        sheet_.refuse_at(sheet_.at(i, *m.names), "a second row of this name: give a number");
      found = i;
    }
    return found ? *found : index_of(options_.row, sheet_.rows(), sheet_.name, "row");
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
    const Matrix m = matrix();
    if (std::string warning = warning_of_first_row(sheet_, m.columns); !warning.empty())
      table_.warnings.push_back(std::move(warning));
    const bool is_joint = options_.joint;
    const std::size_t row = is_joint ? 0 : row_named(m);
    if (!is_joint) keep_row(row);
    const bool has_labels = sheet_.header && (m.names || !is_joint);
    std::vector<Numbers> columns;
    for (const std::size_t j : m.columns) {
      columns.push_back(numbers(j, what_, false));
      table_.tolerance += columns.back().half_units;
      roundings_.add(columns.back().roundings);
    }
    for (std::size_t i = 0, n = 1; i < sheet_.rows(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j, ++n) {
        std::string label = has_labels ? (*sheet_.header)[m.columns[j]] : "";
        if (has_labels && is_joint)
          label = fmt::format("{} | {}", sheet_.label_of(sheet_.at(i, *m.names)), label);
        add(has_labels ? point_of_label(label) : whole(n), columns[j].values[i],
            sheet_.at(i, m.columns[j]).line);
      }
    if (has_labels) table_.on = ValueTable::On::labels;
    table_.value_column =
        is_joint ? fmt::format("{} × {} cells, row by row", sheet_.rows(), columns.size())
                 : fmt::format("row {}", row + 1);
    table_.said = columns[0].said;
    for (std::size_t j = 1; j < columns.size(); ++j)
      if (columns[j].said != columns[0].said)
        sheet_.refuse_at(sheet_.at(0, m.columns[j]),
                         "the columns write their numbers in different ways: write them alike");
  }

  Sheet sheet_;
  std::vector<ColumnLook> looks_;
  const TableOptions& options_;
  std::string_view what_;
  Roundings roundings_;
  ValueTable table_;
};

/// Workbooks are zip archives too: of Excel and of OpenDocument.
void refuse_workbook(std::string_view bytes, const std::string& name) {
  constexpr std::size_t name_at = 30, longest = 200;  // of the first file in an archive
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_at) return;
  const std::string_view first = bytes.substr(name_at, longest);
  const bool is_open_document =
      first.starts_with("mimetype") && first.find("opendocument") != std::string_view::npos;
  const bool is_excel = bytes.find("[Content_Types].xml") != std::string_view::npos;
  if (is_excel || is_open_document)
    throw BadSpecification(fmt::format("{}: {} workbook: save the sheet as CSV", name,
                                       is_excel ? "an Excel" : "an OpenDocument"));
}

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

ValueTable table_from(std::string bytes, const std::string& name, const TableOptions& options,
                      std::string_view what) {
  constexpr std::string_view npy_magic = "\x93NUMPY", zip_magic = "PK\x03\x04";
  const bool is_archive = bytes.starts_with(zip_magic);
  refuse_workbook(bytes, name);
  if (is_archive) bytes = archive_member(bytes, name, options.member);
  if (!is_archive && !options.member.empty())
    throw BadSpecification(name + ": member= is for .npz archives: leave it out");
  if (options.joint && !options.row.empty())
    throw BadSpecification(name + ": joint and row= exclude each other: leave one out");
  if (is_archive || bytes.starts_with(npy_magic))
    return ArrayReader(read_npy(bytes, name), name, options).read();
  std::string text = as_utf8(std::move(bytes), name);
  if (is_json(text)) return SheetReader(read_json(text, name), options, what).read();
  return SheetReader(read_csv(std::move(text), name), options, what).read();
}

ValueTable read_table(const std::string& path, const TableOptions& options, std::string_view what) {
  return table_from(bytes_of(path), printable(path), options, what);
}

TableOptions options_of(const Call& call) {
  TableOptions options;
  for (const auto& [name, value] : call.options) {
    std::string* text = name.text == "weight"   ? &options.weight
                        : name.text == "label"  ? &options.label
                        : name.text == "point"  ? &options.point
                        : name.text == "row"    ? &options.row
                        : name.text == "member" ? &options.member
                                                : nullptr;
    if (name.text == "joint" && value.empty()) {
      options.joint = true;
    } else if (text && !value.empty() && text->empty()) {
      *text = value;
    } else {
      refuse(name.place, fmt::format("{} is no option of a table: there are weight=, label=, "
                                     "point=, row=, member= and joint, each once",
                                     in_quotes(name.text + (value.empty() ? "" : "=" + value))));
    }
  }
  return options;
}

}  // namespace gancheck
