// From an enclosure to a double with its bound.
#pragma once

#include "numerics/number/ball.hpp"
#include "numerics/number/tracked.hpp"

namespace gancheck {

/// The double nearest to the midpoint; the bound covers the ball, and is 0 where the ball is that
/// one double.
Tracked rounded(const Ball& x);

}  // namespace gancheck
