// The grid of a pair with densities: the atoms, then the nodes of the quadrature.
#pragma once

#include "numerics/line/grid.hpp"

namespace gancheck {

/// common_grid, and behind its atoms the nodes of the continuous part: a weight each, and both
/// densities with respect to the coordinate there, as numbers that can be enclosed to any
/// precision. At a node where one density is below the normal doubles it counts as 0, and the node
/// is left out where the other one carries less than 2^-100 there: the claims hold on any grid with
/// the masses that it has. Points are shown as the nearest double.
Densities grid_of(const Law& data, const Law& generator);

}  // namespace gancheck
