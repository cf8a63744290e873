// What the atoms beyond the grid can add to each quantity: the truncation, kept apart from the
// rounding.
#pragma once

#include "numerics/line/grid.hpp"

namespace gancheck {

/// Bounds of |true - summed over the grid|, >= 0; infinite where nothing bounds it from above.
struct Truncation {
  double jsd = 0, kl_data_mixture = 0, kl_generator_mixture = 0, tv = 0, value = 0;
  double kl_data_generator = 0, kl_generator_data = 0;
  /// By rule: atoms of one law beyond the grid that the other law does not have.
  bool kl_data_generator_is_infinite = false, kl_generator_data_is_infinite = false;
  /// Where a map that is not affine has moved a tail, any point of the grid may be one of its
  /// atoms: a point that lists none of that law decides nothing.
  bool data_is_located = true, generator_is_located = true;
};

/// With e(t) = t (1 + max(log 2, |log t|)) for tails of masses t = P_t, Q_t: a law that lacks its
/// tail changes p log(2p/(p+q)) + q log(2q/(p+q)), summed, by at most e(t), since that integrand
/// lies between the log-sum bound (p + q taken together) and p log 2, and falls by at most p where
/// q stays. So 2 JSD is within e(P_t) + e(Q_t), KL(P||M) within e(P_t) + Q_t + (P_t + Q_t)/2 (the
/// last from the defect that is left out), TV within (P_t + Q_t)/2, V(D*) within e + t log 2 for
/// each tail. The direct KL is bounded by the tails' bounds of -log q (Tail::slope, Tail::bend).
Truncation truncation_of(const Densities& densities);

/// The same for masses p, q >= 0 that are left out, the direct divergences excepted.
Truncation truncation_of(double p, double q);

}  // namespace gancheck
