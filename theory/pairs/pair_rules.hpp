// Properties of a pair that decide which claims speak of it, decided exactly.
#pragma once

#include <optional>

#include "theory/pairs/pair.hpp"

namespace gancheck {

/// p != q at a point of positive weight. Throws std::domain_error where two densities can be
/// neither separated nor identified.
bool are_different(const Pair& pair);

/// No point of positive weight has p > 0 and q = 0: KL(P||Q) is finite on the grid.
bool is_dominated(const Pair& pair);

/// p > 0 and q > 0 at some point of positive weight.
bool supports_meet(const Pair& pair);

/// The first point of positive weight with p = q = 0: null for both laws, though the grid has it.
std::optional<std::size_t> null_point(const Pair& pair);

}  // namespace gancheck
