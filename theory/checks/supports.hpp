// Whether the supports of both laws meet, decided by the exact densities.
#pragma once

#include "theory/checks/comparisons.hpp"

namespace gancheck {

/// p > 0 and q > 0 at some point of positive weight.
inline bool supports_meet(const Pair& pair) {
  const Densities& d = pair.densities();
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] > 0 && !d.data[i].is_zero() && !d.generator[i].is_zero()) return true;
  }
  return false;
}

/// The relation on the pairs with P ⊥ Q on the grid.
inline Comparisons on_disjoint_supports(Relation relation) {
  return for_pairs_where({[](const Pair& pair) { return !supports_meet(pair); },
                          {"p > 0 and q > 0 at some point", "某点同时有 p > 0 与 q > 0"}},
                         std::move(relation));
}
/// The relation on the others.
inline Comparisons on_meeting_supports(Relation relation) {
  return for_pairs_where({supports_meet, {"the supports are disjoint", "支撑不相交"}},
                         std::move(relation));
}

}  // namespace gancheck
