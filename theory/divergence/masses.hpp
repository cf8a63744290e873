// What the rules need to know of two laws: their masses.
#pragma once

#include "numerics/number/ball.hpp"
#include "theory/divergence/role.hpp"

namespace gancheck {

struct MassesOfPair {
  Two<Ball> of;
  bool are_one;  ///< as is_one of law_rules.hpp has it
  Ball log2;     ///< in the unit of what is asked for: 1 for bits
};

}  // namespace gancheck
