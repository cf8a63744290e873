// The exact sum of thousands of weights.
#pragma once

#include <span>

#include "numerics/number/real.hpp"

namespace gancheck {

/// The exact sum; every term must be rational. Integers are added one by one at each decimal or
/// binary exponent and over each denominator, fractions only once a group.
Rational exact_sum(std::span<const Real> terms);

}  // namespace gancheck
