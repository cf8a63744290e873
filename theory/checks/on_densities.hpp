// How the ball witness puts a claim before the pairs with densities.
#pragma once

#include "theory/checks/relation.hpp"
#include "theory/divergence/enclosed/numbers.hpp"
#include "theory/evidence/evidence.hpp"
#include "theory/pairs/setting.hpp"

namespace gancheck {

/// The relation on the setting's pairs with densities, enclosed.
Evidence on_densities(const Setting& setting, Order order, const NumberOfPair& left,
                      const NumberOfPair& right);

}  // namespace gancheck
