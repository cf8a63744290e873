// The density of a law in the plane at a point, as an exact number.
#pragma once

#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// A place on one axis: an atom, where the measure counts, or a point where it is length.
struct AxisPlace {
  Rational at;
  bool is_atom = false;
};

/// With respect to the product of what the measure is on both axes. A point of length must be no
/// end and no kink of a coordinate.
Ball density_at(const PlaneLaw& law, const AxisPlace& x, const AxisPlace& y);

}  // namespace gancheck
