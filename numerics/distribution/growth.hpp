// How fast a law dies out at an end of its support, and which expectations are finite there.
//
// Let X be |x| at an infinite end and 1/|x - a| at a finite end a, L_0(X) = X, L_(j+1) = log L_j,
// L_(-1)(X) = e^X, and so on. A law has the growth (j, power, c) at the end where
//   -log P(beyond x) ~ c·L_j(X)^power.
// Examples: normal (0, 2, 1/(2 sigma²)); exponential (0, 1, rate); cauchy (1, 1, 1); lognormal
// (1, 2, 1/(2 sigma²)) at both ends; beta(a, b) at 0: (1, 1, a); a density that is positive at its
// end: (1, 1, 1); gumbel to the left: (-1, 1/scale, .).
#pragma once

#include <optional>

#include "numerics/number/rational.hpp"

namespace gancheck {

struct Growth {
  int level;
  std::optional<Rational> power;        ///< > 0; empty where it is not of this form
  std::optional<Rational> coefficient;  ///< > 0; empty where it is not known as a rational
  /// The expectation of e^(c·L_j(X)^power) itself is infinite, whatever "~" leaves out. For x > 0
  /// e^(-(x + 1)²) is not sharp: e^(x²) has a finite expectation, since (x + 1)² = x² + 2x + 1.
  bool sharp = true;
  /// power = 1, and the density of the law with respect to L_j(X) lies between two positive
  /// multiples of e^(-c·L_j(X)) far out.
  bool pure = false;
};

/// The growth of a density that is positive and continuous at a finite end.
Growth regular_growth();

/// -1 where x dies out more slowly than y (carries more at the end), 1 where faster, 0 where both
/// are of one order or it is not known.
int compare(const Growth& x, const Growth& y);

/// -log of the density of a law at the end, as a growth: what an expectation has to bear. Empty
/// where it stays bounded (a finite end with a density that is positive there).
std::optional<Growth> growth_of_minus_log_density(const Growth& law, bool finite_end);

/// Whether the integral of `load` over the law is finite at the end; empty where it is not known.
/// With load = L_k^b: finite if the law's level j < k+1, infinite if j > k+1; for j = k+1 it is
/// finite if power > 1, or power = 1 and coefficient > b; infinite if power < 1, or power = 1 and
/// coefficient < b, or coefficient = b and the growth is sharp.
std::optional<bool> is_integrable(const Growth& law, const Growth& load);

}  // namespace gancheck
