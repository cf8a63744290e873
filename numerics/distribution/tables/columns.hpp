// The columns of a sheet: which one holds the numbers that are wanted, and which one names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numerics/distribution/tables/header.hpp"
#include "numerics/distribution/tables/sheet.hpp"
#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

/// "column 2, 'weight'"
Text described(const Sheet& sheet, std::size_t column);

/// A column as an option takes it: by its name or, where it has none, by its number from 1.
std::string option_for(const Sheet& sheet, std::size_t column);

/// A column by its name or, where none has it, by its number from 1. Throws BadSpecification, also
/// for a number that is the name of one and the place of another.
std::size_t column_named(const Sheet& sheet, const std::string& name, std::string_view option);

/// Where the values stand, and where the points or labels do.
struct Choice {
  std::size_t values = 0;
  std::optional<std::size_t> places;
  bool places_are_labels = false;
  std::vector<std::string> ignored;  ///< columns of numbers beside the one that was asked for
  Notes warnings;
};

/// By the options; without them a column of texts names the numbers of the only column of such, and
/// two columns of numbers are points and weights. Throws BadSpecification where that leaves open
/// what is meant.
Choice choose_columns(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                      const TableOptions& options);

/// Two columns of whole numbers, parted by commas, that may be one with decimal commas: a warning;
/// empty for others.
std::optional<Text> warning_of_decimal_commas(const Sheet& sheet,
                                              const std::vector<ColumnLook>& looks,
                                              const Choice& choice);

}  // namespace gancheck
