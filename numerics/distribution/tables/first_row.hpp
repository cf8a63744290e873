// The first row of a matrix: numbers that may be the names of its columns.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numerics/distribution/tables/sheet.hpp"
#include "numerics/text.hpp"

namespace gancheck {

/// Of a sheet without header and the columns that hold its numbers. Throws BadSpecification where
/// the first row is 0, 1, 2, ..., or 1, 2, 3, ..., or years, and the rows below are unlike it.
/// Returns a warning where they are not, nothing for any other row.
std::optional<Text> warning_of_first_row(const Sheet& sheet,
                                         const std::vector<std::size_t>& columns);

}  // namespace gancheck
