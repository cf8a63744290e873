#include "theory/divergence/enclosed/digits_sought.hpp"

#include <algorithm>
#include <cmath>

namespace gancheck {
namespace {

/// For a number below 2^exponent, to a relative radius of 2^-goal.
Effort effort_for(long exponent, Cancels cancels, long goal, long ratio_bits) {
  const long lost = cancels == Cancels::yes ? std::max(0L, -exponent) : 0;
  return {goal + guard_bits + lost, exponent - goal - spare_bits, ratio_bits};
}

/// From this many relative bits on the size of a number counts as known.
constexpr long size_bits = 4;

}  // namespace

std::optional<long> exponent_of(const Computation& compute, Cancels cancels, long ratio_bits) {
  constexpr long step = 20, farthest = -1200;
  constexpr int most_without_bound = 2;
  int without_bound = 0;
  long tolerance = -step;
  while (tolerance > farthest) {
    const long bits = 64 + (cancels == Cancels::yes ? -tolerance : 0);
    const BallPrecision precision(bits);
    const Ball x = compute({bits, tolerance, ratio_bits});
    if (x.relative_bits() >= size_bits) return x.exponent();
    if (!x.is_finite() && ++without_bound > most_without_bound) return std::nullopt;
    tolerance = std::min(x.is_finite() ? x.exponent() - step : 0, 2 * tolerance);
  }
  return std::nullopt;
}

Ball to_relative(const Computation& compute, Cancels cancels, long goal, long ratio_bits,
                 long guess) {
  constexpr int most_rounds = 4;
  Effort effort = effort_for(guess, cancels, goal, ratio_bits);
  Ball x;
  for (int round = 0; round < most_rounds; ++round) {
    const BallPrecision precision(effort.bits);
    x = compute(effort);
    const long known = x.relative_bits();
    if (known >= goal + 2 || x.is_zero()) return x;
    if (round == 0) {
      const std::optional<long> exponent =
          known >= size_bits ? x.exponent() : exponent_of(compute, cancels, ratio_bits);
      if (!exponent) return x;
      effort = effort_for(*exponent, cancels, goal, ratio_bits);
    } else {
      effort.bits += effort.bits / 4;
      effort.log2_tolerance -= 8;
    }
  }
  return x;
}

long bits_for(int digits) {
  constexpr double bits_per_digit = 3.3219280948873626;  // log2(10), rounded up
  return static_cast<long>(std::ceil(digits * bits_per_digit)) + 4;
}

}  // namespace gancheck
