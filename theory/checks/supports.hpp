// Relations on the pairs whose supports meet, or do not.
#pragma once

#include "theory/checks/comparisons.hpp"
#include "theory/pairs/pair_rules.hpp"

namespace gancheck {

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
