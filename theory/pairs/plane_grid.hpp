// The grid of a pair in the plane.
#pragma once

#include "numerics/distribution/plane/plane_law.hpp"
#include "numerics/line/grid.hpp"

namespace gancheck {

/// The atoms and the middles of equal cells on each axis, where both laws live, and all pairs of
/// them: some two thousand points with cells for weights. The claims hold on any grid with the
/// masses that it has; numbers of the pair do not come from here. Throws std::domain_error where a
/// coordinate has too many atoms.
Densities grid_of(const PlaneLaw& data, const PlaneLaw& generator);

}  // namespace gancheck
