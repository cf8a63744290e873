// Networks as a family of generators, for data with two modes: where in it C is least, found by a
// search that knows nothing of the answer. [claim 53]
//
// What is found is a proposal, with weights that are decimals: who says something of it evaluates C
// there, with bounds.
#pragma once

#include <vector>

#include "numerics/distribution/law.hpp"
#include "numerics/line/grid.hpp"
#include "numerics/network/network.hpp"
#include "theory/evidence/evidence.hpp"
#include "theory/minimisation/two_modes.hpp"

namespace gancheck {

/// G(z) = y + s_0 z + sum over the bends t_k of (s_k - s_(k-1)) max(0, z - t_k) for noise z ~
/// N(0,1), with bends at -1, -1/2, 0, 1/2, 1 and positive slopes: it grows, and its law has a
/// density.
struct GrowingNetwork {
  Rational height = 0;           ///< G at the first bend
  std::vector<Rational> slopes;  ///< > 0, from the left; one more than there are bends

  static const std::vector<Rational>& bends();
  /// G(z) = z.
  static GrowingNetwork identity();
  /// One rectified layer and a linear one.
  Network network() const;
  /// The law of G(z), exactly.
  Law law() const;
};

/// Both densities at the nodes of a quadrature in z, panel by panel between the bends, with the
/// weights dx = G'(z) dz: as far out as P or the law of G has more than e^-32 or so.
Columns<Tracked> on_nodes(const TwoModes& data, const GrowingNetwork& generator);

struct NetworkFit {
  GrowingNetwork found;
  double value = 0;  ///< C there, in doubles
  Series course;     ///< "step", "value", "jsd", "tv", "largest_distance_from_half"
};

/// By a compass search over the height and the logarithms of the slopes, from G(z) = z to a
/// distance of 2^-10. Rounded to three decimals.
NetworkFit fit_network(const TwoModes& data);

}  // namespace gancheck
