// V(D, G) and the regret of a given discriminator, enclosed.
#pragma once

#include "theory/divergence/enclosed/divergences.hpp"
#include "theory/divergence/given_discriminator.hpp"

namespace gancheck {

struct EnclosedRegret {
  Enclosed value, regret;  ///< V(D, G), and V(D*, G) - V(D, G)
  long bits = 0;           ///< a precision at which both can be read
};

/// Of a discriminator for which V(D, G) is finite, in nats: D a constant inside (0, 1), logistic,
/// or a table. For a logistic D the loads -log D and -log(1-D) are bounded beyond the cuts as
/// numerics/line/tail_bound.hpp says. Throws as common_grid and panels_of do, and
/// BadSpecification where a table misses a point.
EnclosedRegret enclose_regret(const Law& data, const Law& generator, const GivenDiscriminator& d,
                              int digits);

}  // namespace gancheck
