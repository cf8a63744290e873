// What the atoms beyond the grid can add to each quantity: the truncation, kept apart from the
// rounding.
#pragma once

#include "numerics/line/grid.hpp"
#include "theory/divergence/bounded_divergence.hpp"
#include "theory/divergence/divergence.hpp"

namespace gancheck {

/// Bounds of |true - summed over the grid|, >= 0; infinite where nothing bounds it from above.
struct Truncation {
  PerDivergence<double> most;
  /// By rule: atoms of the law beyond the grid that the other one does not have, so that its direct
  /// divergence is infinite.
  Two<bool> has_alone;
  /// By rule: the terms of p²/q do not tend to 0 along a tail.
  Two<bool> square_is_infinite;
  /// Where a map that is not affine has moved a tail, any point of the grid may be one of its
  /// atoms: a point that lists none of that law decides nothing.
  Two<bool> is_located{true, true};

  /// Of -sum of p log p, which the tail only adds to.
  Two<double> entropy;
  Two<double> mass;  ///< beyond the grid

  double of(const BoundedDivergence& d) const;
  double& operator[](Divergence d) { return most[d]; }
  double operator[](Divergence d) const { return most[d]; }
};

/// With e(t) = t (1 + max(log 2, |log t|)) for tails of masses t = P_t, Q_t: a law that lacks its
/// tail changes p log(2p/(p+q)) + q log(2q/(p+q)), summed, by at most e(t), since that integrand
/// lies between the log-sum bound (p + q taken together) and p log 2, and falls by at most p where
/// q stays. So 2 JSD is within e(P_t) + e(Q_t), KL(P||M) within e(P_t) + Q_t + (P_t + Q_t)/2 (the
/// last from the defect that is left out), TV within (P_t + Q_t)/2, V(D*) within e + t log 2 for
/// each tail. The direct KL is bounded by the tails' bounds of -log q (Tail::slope, Tail::bend),
/// chi-square from the quotients of neighbouring p²/q.
Truncation truncation_of(const Densities& densities);

/// The same for masses p, q >= 0 that are left out on one set, the direct divergences excepted.
Truncation truncation_of(double p, double q);

}  // namespace gancheck
