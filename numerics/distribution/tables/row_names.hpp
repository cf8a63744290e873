// A matrix of numbers in a sheet: its columns, and what names its rows.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numerics/distribution/tables/columns.hpp"
#include "numerics/distribution/tables/sheet.hpp"

namespace gancheck {

struct Matrix {
  std::vector<std::size_t> columns;     ///< those of numbers
  std::optional<std::size_t> names;     ///< the one that names the rows
  std::optional<std::size_t> left_out;  ///< a first one that counts them beside it
  std::optional<Text> warning;          ///< where it is a guess that one does, or that none does
};

/// The column that label= names; else one of texts, or a first one of numbers that its name, the
/// names of the others or its numbers make one of names. Throws BadSpecification where there are
/// several, or no column of numbers.
Matrix matrix_of(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                 const TableOptions& options);

/// A row by its name or, where none has it, by its number from 1. With label= names are asked for,
/// without it a number that is the name of one row and the place of another is refused. Throws
/// BadSpecification.
std::size_t row_named(const Sheet& sheet, const Matrix& matrix, const TableOptions& options);

}  // namespace gancheck
