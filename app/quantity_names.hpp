// The quantities by the names that people type.
#pragma once

#include <string>
#include <vector>

#include "theory/divergence/quantities.hpp"

namespace gancheck {

/// Throws BadUsage for a name that there is not.
const QuantityRow& quantity_row(const std::string& name);

/// In the order of the list; every one for "all", and those that are always printed for no names.
QuantityRows quantity_rows(const std::vector<std::string>& names);

}  // namespace gancheck
