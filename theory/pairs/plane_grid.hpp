// The grid of a pair in the plane.
#pragma once

#include "numerics/distribution/plane/plane_law.hpp"
#include "numerics/line/grid.hpp"

namespace gancheck {

/// The atoms and the middles of cells on each axis, where both laws live, and all pairs of them:
/// some two thousand points with cells for weights. The cells are equal; where some part is narrow
/// they are so between ends of parts. The claims hold on any grid with the masses that it has;
/// numbers of the pair do not come from here. Points are named in the axes of the laws as written.
/// Throws std::domain_error where a coordinate has too many atoms or parts, where the grid finds
/// less than half or more than twice a law's mass, and as check_scale.
Densities grid_of(const PlanePair& pair);

}  // namespace gancheck
