// The law of G(z), where z has a density.
#pragma once

#include "numerics/distribution/density.hpp"
#include "numerics/distribution/maps/monotone_map.hpp"

namespace gancheck {

/// Whether a law that begins at `lower` has points below 0.
bool reaches_below_zero(const End& lower);

/// The law of G(z) for z under `base`; where G needs z >= 0, under the conditional law on z >= 0,
/// which has a positive mass. Its density at y = G(z) is that of z times |dz/dy|, divided by the
/// mass of z >= 0. The log of an exp and the like are the law itself. Throws std::domain_error
/// where a comparison of exact numbers does.
DensityPointer image_density(const MapPointer& map, const DensityPointer& base);

}  // namespace gancheck
