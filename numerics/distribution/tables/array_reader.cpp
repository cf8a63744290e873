// Arrays as tables.
#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/readers.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

[[noreturn]] void refuse_with(const Array& array, const std::string& name,
                              const std::string& what) {
  std::string shape;
  for (const std::size_t n : array.shape) shape += (shape.empty() ? "" : ", ") + std::to_string(n);
  throw BadSpecification(fmt::format("{}: an array of shape ({}): {}", name, shape, what));
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
  Text column_name(std::size_t column) const {
    return columns_ == 1 ? Text{"", ""} : phrase("column {}", "第 {} 列", column + 1);
  }

  void read_cells() {
    table_.place = "cell";
    table_.value_column =
        phrase("{} × {} cells, row by row", "{} × {} 个单元格，逐行", rows_, columns_);
    table_.cell_columns = columns_;
    for (std::size_t i = 0, n = 1; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j, ++n) add(nth_point(n), n, i, j);
  }

  void read_row(std::size_t row) {
    table_.place = "column";
    table_.value_column = phrase("row {}", "第 {} 行", row + 1);
    for (std::size_t j = 0; j < columns_; ++j) add(nth_point(j + 1), j + 1, row, j);
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
      add(points ? at(i, *points) : nth_point(i + 1), i + 1, i, values);
  }

  const Array& array_;
  const std::string& name_;
  const TableOptions& options_;
  std::size_t rows_ = 0, columns_ = 0;
  ValueTable table_;
};

}  // namespace

double miss_of_doubles(std::size_t n) {
  constexpr double half_of_fifteenth = 5e-16;
  return static_cast<double>(n) * half_of_fifteenth;
}

Real nth_point(std::size_t n) {
  return Decimal{static_cast<std::int64_t>(n), 0};
}

std::optional<std::size_t> place_in(const std::string& text, std::size_t most) {
  constexpr std::size_t longest = 18;
  const bool is_whole =
      !text.empty() && text[0] != '0' && text.size() <= longest &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t number = is_whole ? std::stoull(text) : 0;
  return number >= 1 && number <= most ? std::optional(number - 1) : std::nullopt;
}

std::size_t index_of(const std::string& text, std::size_t most, const std::string& name,
                     std::string_view option) {
  if (const auto place = place_in(text, most)) return *place;
  throw BadSpecification(
      fmt::format("{}: {}={}: give a number from 1 to {}", name, option, in_quotes(text), most));
}

ValueTable read_array(const Array& array, const std::string& name, const TableOptions& options) {
  return ArrayReader(array, name, options).read();
}

}  // namespace gancheck
