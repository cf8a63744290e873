// Divergences that no pair of laws makes infinite, each as one row. The enclosure, the sum over a
// grid, the range and what the rules say all follow from it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "numerics/number/range.hpp"
#include "numerics/number/rational.hpp"
#include "numerics/number/tracked.hpp"
#include "theory/divergence/kernels.hpp"
#include "theory/divergence/masses.hpp"
#include "theory/divergence/role.hpp"

namespace gancheck {

/// The integral of K(p, q), which is homogeneous of degree one, analytic where p, q > 0, and lies
/// between 0 and a p + b q.
struct BoundedDivergence {
  /// K where both are positive, by their logarithms: for enclosures of a number and along the line.
  Ball (*at)(const LogPair<Ball>&);
  ComplexBall (*along)(const LogPair<ComplexBall>&);
  Rational of_equal;      ///< K(1, 1)
  Two<Rational> alone;    ///< K(1, 0) and K(0, 1)
  Two<Rational> at_most;  ///< a and b
  /// Bounds how far the integral changes where one law gets a mass t more, wherever that lies, and
  /// the other law has a mass of 4 at most.
  Ball (*moved_by)(const Ball& t);
  /// K again where speed matters, from p, q >= 0, not both 0, and p - q; null: by enclosures.
  Tracked (*in_doubles)(const Tracked& p, const Tracked& q, const Tracked& difference) = nullptr;
};

/// One thing for each that is asked for.
template <class T>
using PerBounded = std::map<const BoundedDivergence*, T>;

/// The integral of (sqrt(p) - sqrt(q))²/2.
const BoundedDivergence& squared_hellinger();
/// The integral of sqrt(pq).
const BoundedDivergence& affinity();

/// Of a law with itself, where both masses agree.
Ball of_equal(const BoundedDivergence& d, const MassesOfPair& masses);
/// Of two laws that share nothing.
Ball of_disjoint(const BoundedDivergence& d, const MassesOfPair& masses);
Range range_of(const BoundedDivergence& d, const MassesOfPair& masses);
/// What masses p and q can have of it, which bounds what lies beyond the grid: rounded up.
double most_of(const BoundedDivergence& d, double p, double q);
/// The same of masses that may lie where the other law has been seen.
double most_moved(const BoundedDivergence& d, double p, double q);

}  // namespace gancheck
