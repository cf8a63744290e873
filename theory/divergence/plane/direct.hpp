// The direct divergences of laws in the plane that need no quadrature there.
#pragma once

#include <optional>

#include "numerics/distribution/plane/plane_law.hpp"
#include "theory/divergence/enclosed/divergences.hpp"

namespace gancheck {

/// KL(P||Q) and KL(Q||P), in nats.
struct DirectDivergences {
  Enclosed data_generator, generator_data;
  long bits = 0;  ///< a precision at which both can be read
};

/// To so many digits, as far as they can be reached. Of two products the sum of what the
/// coordinates have, infinite if one of these is; of two normal laws with means d apart and
/// covariances S, T
///   KL = (tr T^-1 S - 2 + d' T^-1 d + log(det T/det S))/2.
/// Empty for all others, and where the means of correlated coordinates are not rational. Throws as
/// enclose_divergences does.
std::optional<DirectDivergences> direct_divergences(const PlaneLaw& data, const PlaneLaw& generator,
                                                    int digits);

}  // namespace gancheck
