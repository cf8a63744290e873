// The divergences of two laws in the plane.
#pragma once

#include <string>
#include <vector>

#include "numerics/distribution/plane/plane_law.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {

/// Points of the tensor grid, at most.
inline constexpr std::size_t most_plane_points = std::size_t{1} << 22;

struct PlaneQuantities {
  std::vector<Quantity> quantities;  ///< one a row
  std::optional<Text> remark;        ///< on what they rest, where that is not the grid
};

/// By a tensor grid, panels of which are halved until the estimated discretisation of JSD is 2^-44
/// of it, or rounding, or the next grid would have more points than that. Equal laws and disjoint
/// ones by rule. Throws std::domain_error as Axis does.
PlaneQuantities evaluate(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                         const QuantityRows& rows = standard_quantities(),
                         std::size_t most_points = most_plane_points);

/// Enclosed, where the pair is one on the line (theory/divergence/plane/reduction.hpp); else the
/// same as by the grid, which says that it is not enclosed.
PlaneQuantities evaluate_enclosed(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                                  int digits, const QuantityRows& rows = standard_quantities(),
                                  std::size_t most_points = most_plane_points);

}  // namespace gancheck
