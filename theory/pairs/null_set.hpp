// Two versions of one density.
#pragma once

#include <memory>

#include "theory/pairs/pair.hpp"

namespace gancheck {

/// Densities that differ at a point of weight 0 and nowhere else: 1/2, 1/2 on two points of weight
/// 1, and 1 against 3 on a third one of weight 0. As measures P = Q.
std::shared_ptr<const Pair> different_on_a_null_set();

}  // namespace gancheck
