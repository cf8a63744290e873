// A column of a sheet as exact numbers, in the one way of writing that all of its entries share.
#pragma once

#include <string_view>
#include <vector>

#include "numerics/distribution/tables/columns.hpp"
#include "numerics/distribution/tables/roundings.hpp"

namespace gancheck {

/// The numbers of a column, exactly. `only_ratios_matter`: a common factor changes nothing.
struct Numbers {
  std::vector<Real> values;
  Rational half_units = 0;  ///< half a unit of the last digit, of all of them together
  Roundings roundings;      ///< of those that are not 0: a 0 explains nothing
  Notes said;               ///< "percent", "decimal commas"
};

/// `what` is what a number of it is called: "weight". Throws BadSpecification at the first entry
/// that is none.
Numbers read_numbers(const Sheet& sheet, std::size_t column, const ColumnLook& look,
                     std::string_view what, bool only_ratios_matter);

}  // namespace gancheck
