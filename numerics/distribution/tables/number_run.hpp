// How the numbers of a column follow each other: whether they rather count or name rows than weigh.
#pragma once

#include <cstddef>

#include "numerics/distribution/tables/header.hpp"
#include "numerics/distribution/tables/sheet.hpp"

namespace gancheck {

struct NumberRun {
  bool is_strict = false;    ///< each larger, or each smaller, than the one before; at least two
  bool is_even = false;      ///< and in equal steps; at least three
  bool counts = false;       ///< 0, 1, 2, ... or 1, 2, 3, ...
  bool are_years = false;    ///< strict, and all of them years
  bool is_shuffled = false;  ///< 0, 1, 2, ... or 1, 2, 3, ... in another order; at least three

  /// More than weights do as a rule.
  bool is_index() const { return is_even || counts || are_years; }
};

/// A number of a column in the writing that all of its numbers share; NaN where there is none.
double value_at(const Sheet& sheet, std::size_t row, std::size_t column, const ColumnLook& look);

/// Of a column of numbers that are written plainly; nothing holds of any other column. Only
/// `is_shuffled` holds where they are not strict.
NumberRun run_of(const Sheet& sheet, std::size_t column, const ColumnLook& look);

}  // namespace gancheck
