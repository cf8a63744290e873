// From divergences to what is printed of them: their roots, logarithms and sums.
#pragma once

#include "theory/divergence/enclosed/divergences.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/divergence/sums/sums.hpp"

namespace gancheck {

/// What has to be found for these.
Wanted wanted_for(const QuantityRows& rows);

/// Where it lies. Roots are those of the range of the divergence; a sum of both ways is not
/// negative, nor is -log of an affinity between laws of mass one.
Range range_of(const QuantityRow& row, const MassesOfPair& masses);

/// In the unit.
Sum formed(const QuantityRow& row, const Sums& sums, const MassesOfPair& masses, Unit unit);

/// In nats, at the precision that `all` says.
Enclosed formed(const QuantityRow& row, const EnclosedDivergences& all, bool masses_are_one);

}  // namespace gancheck
