// The columns of a sheet: which one holds the numbers that are wanted, and which one names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/sheet.hpp"
#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

/// What the entries of a column are.
struct ColumnLook {
  std::size_t numbers = 0, missing = 0, texts = 0;
  unsigned writings = all_writings;  ///< in which all of its numbers are such

  /// Numbers only; some may be missing.
  bool is_numeric() const { return numbers > 0 && texts == 0; }
  /// Mostly numbers: labels, or numbers with a wrong entry among them.
  bool is_doubtful() const { return texts > 0 && numbers > texts; }

  void add(std::string_view entry);
};

/// Takes the first row for the header where it is one: names over numbers, or a row that has the
/// name that an option asks for. Returns what the columns below it are.
std::vector<ColumnLook> find_header(Sheet& sheet, const TableOptions& options);

/// Whether a name is one for points: x, k, index, year, ..., or none at all.
bool names_points(std::string_view name);

/// Whether a label says that its row is the total of the others.
bool names_total(std::string_view label);

/// "column 2, 'weight'"
std::string described(const Sheet& sheet, std::size_t column);

/// A column by its name or, where none has it, by its number from 1. Throws BadSpecification.
std::size_t column_named(const Sheet& sheet, const std::string& name, std::string_view option);

/// Where the values stand, and where the points or labels do.
struct Choice {
  std::size_t values = 0;
  std::optional<std::size_t> places;
  bool places_are_labels = false;
  std::vector<std::string> ignored;  ///< columns of numbers beside the one that was asked for
  std::vector<std::string> warnings;
};

/// By the options; without them a column of texts names the numbers of the only column of such, and
/// two columns of numbers are points and weights. Throws BadSpecification where that leaves open
/// what is meant.
Choice choose_columns(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                      const TableOptions& options);

}  // namespace gancheck
