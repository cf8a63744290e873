// The law of G(z) for a network G from the line to the line.
#pragma once

#include "numerics/distribution/law.hpp"
#include "numerics/network/network.hpp"

namespace gancheck {

/// Replaces the law by its image, of the same mass and without a specification: exactly, since G is
/// affine between finitely many points. Where G is constant on a stretch, the stretch becomes an
/// atom. Throws std::domain_error where G has more than most_pieces pieces, does not map the line
/// to the line, or bends among infinitely many atoms.
void apply(const Network& network, Law& law);

}  // namespace gancheck
