// What the specifications of two laws decide, whatever the numbers: equal laws, disjoint supports.
#pragma once

#include "numerics/line/grid.hpp"
#include "theory/divergence/divergence.hpp"

namespace gancheck {

/// The same atoms, tails and pieces, as numbers: geometric(1/2) is geometric(0.5). Equal texts are
/// equal numbers; a pair that this does not recognise is bounded like any other.
bool are_one_law(const Law& p, const Law& q);

/// A mass of one: exactly where it is rational, as all but masses by formulas are; else to what
/// doubles tell.
bool is_one(const Real& mass);

/// At the precision in force.
MassesOfPair masses_of(const Real& data, const Real& generator, const Ball& log2);

/// Whether an atom of a tail of one law may be an atom of the other. What is listed on the grid has
/// been compared; a tail whose atoms are not located may have any.
bool tails_may_meet(const Densities& d, const Law& data, const Law& generator);

}  // namespace gancheck
