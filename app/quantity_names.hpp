// The quantities by the names that people type.
#pragma once

#include <string>
#include <vector>

#include "numerics/distribution/pair_of_laws.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {

/// Throws BadUsage for a name that there is not.
const QuantityRow& quantity_row(const std::string& name);

/// In the order of the list; every one for "all", and those that are always printed for no names.
QuantityRows quantity_rows(const std::vector<std::string>& names);

/// The rows without entropies that these laws do not have: of a law with atoms and a density,
/// across such kinds, or in the plane. What is left out is said in `remarks`; what was asked for by
/// name is refused. Throws BadUsage.
QuantityRows rows_defined_for(const PairOfLaws& laws, const QuantityRows& rows,
                              const std::vector<std::string>& asked, std::vector<Text>& remarks);

}  // namespace gancheck
