// From an enclosure at a given effort to one with a given number of digits.
#pragma once

#include <functional>
#include <optional>

#include "theory/divergence/enclosed/atoms.hpp"

namespace gancheck {

/// Encloses one number at an effort; the enclosure shrinks as the effort grows.
using Computation = std::function<Ball(const Effort&)>;

/// What is left of a sum when its terms cancel: nothing to speak of, or all but a number of the
/// sum's size.
enum class Cancels { no, yes };

/// An e with |x| < 2^e, at most 2^2 too large; empty where x was not told from 0.
std::optional<long> exponent_of(const Computation& compute, Cancels cancels, long ratio_bits = 0);

/// The number to a relative radius of 2^-goal, or as near to it as a few efforts come. The first is
/// made for a number of size 2^guess.
Ball to_relative(const Computation& compute, Cancels cancels, long goal, long ratio_bits = 0,
                 long guess = 0);

/// Bits for so many significant decimal digits, and a few more.
long bits_for(int digits);

/// Digits that sums and the integrator's bookkeeping may cost.
inline constexpr long guard_bits = 16;
/// The tolerance is that of each of the many parts into which an integral is halved.
inline constexpr long spare_bits = 8;

}  // namespace gancheck
