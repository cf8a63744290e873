// Compensated sums with a fixed order: the same bits on every run and for any number of threads.
#pragma once

#include <span>

#include "numerics/number/ball.hpp"
#include "numerics/number/tracked.hpp"

namespace gancheck {

/// The sum, rounded as if from about 106 bits (two-sum cascade). An infinite term makes the sum
/// that infinity; infinities of both signs, or a NaN, make it NaN. Never overflows for terms whose
/// partial sums do not.
double sum(std::span<const double> terms);

/// The same sum of the values; the bound is the sum of the terms' bounds and of the cascade's own
/// error: the last rounding, and 4nu times the sum of the magnitudes of the roundings that the low
/// part collects (Ogita, Rump & Oishi 2005, section 4), rounded up.
Tracked sum(std::span<const Tracked> terms);

Ball sum(std::span<const Ball> terms);
Rational sum(std::span<const Rational> terms);

}  // namespace gancheck
