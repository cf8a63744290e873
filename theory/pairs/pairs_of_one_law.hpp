// The generators that a suite holds for one and the same data law: what is needed to scan over Q.
#pragma once

#include "theory/pairs/setting.hpp"

namespace gancheck {

/// The pairs of one data law P on grids of one size, in the order of the setting. Laws are one and
/// the same where their specifications are.
using PairsOfOneLaw = std::vector<std::shared_ptr<const Pair>>;

/// Every pair of the setting is in exactly one family.
std::vector<PairsOfOneLaw> pairs_of_one_law(const Setting& setting);

/// The pair (P, P) of the family, or null. Throws std::domain_error like `are_different`.
const Pair* pair_of_equals(const PairsOfOneLaw& family);

}  // namespace gancheck
