// What the supports of two laws in the plane decide, as the intervals and atoms of their
// coordinates say.
#pragma once

#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// No point of the one is one of the other.
bool are_disjoint(const PlaneLaw& p, const PlaneLaw& q);

/// Some set bears mass of p and none of q: KL(p||q) is infinite. Not seen for laws of very many
/// parts, where numbers are not told apart, and for atoms of a tail.
bool has_mass_alone(const PlaneLaw& p, const PlaneLaw& q);

}  // namespace gancheck
