// Every divergence of a pair as one sum over atoms, tails and the continuous part, with its errors
// kept apart: what `evaluate` prints.
#pragma once

#include "numerics/distribution/law.hpp"
#include "theory/divergence/sums/continuous_part.hpp"

namespace gancheck {

/// A quantity before it is printed.
struct Sum {
  Tracked value;              ///< its bound is the rounding
  double truncation = 0;      ///< a bound; infinite where there is none
  double discretisation = 0;  ///< an estimate
  bool by_rule = false;       ///< exact, or the enclosure of a constant: no floating-point sum
  /// A proven lower bound, for where the truncation has no bound.
  double least = 0;
};

struct Sums {
  PerDivergence<Sum> divergences;
  PerBounded<Sum> bounded;
  Two<Sum> mass;
  Two<Sum> entropy;  ///< of a law that has atoms or a density, but not both
  /// Mass that the quadrature did not find, though the laws have it: 0 unless something went wrong.
  double missing_mass = 0;

  Sum& operator[](Divergence d) { return divergences[d]; }
  const Sum& operator[](Divergence d) const { return divergences[d]; }
};

/// With the continuous part's share, error by error.
Sum plus(const Sum& sum, const Share& share);

/// Equal laws of these masses, by rule. The masses stay.
void set_equal(const MassesOfPair& masses, Sums& sums);
/// Disjoint supports. The masses stay.
void set_disjoint(const MassesOfPair& masses, Sums& sums);

/// In nats; what is not asked for means nothing. Equal laws and laws with disjoint supports are
/// decided by rule, from the specifications. Throws as common_grid does.
Sums add_up(const Law& data, const Law& generator, const Wanted& wanted = standard_divergences());

}  // namespace gancheck
