// Every divergence of two laws in the plane as a sum over a tensor grid, in floating point: the
// densities are sums of products of what the axes have, each with a bound of its rounding.
#pragma once

#include <cmath>
#include <vector>

#include "numerics/plane/axis.hpp"
#include "theory/divergence/plane/point_terms.hpp"

namespace gancheck {

/// The mass that a grid finds of one part of a law, which is 1 in truth, and a bound of its
/// rounding.
struct PartMass {
  double value = 0, error = 0;
};

/// What corners of log(p/q) between two panels may cost each direct divergence and the integral of
/// sqrt(pq), where both rules agree (theory/divergence/plane/between_panels.hpp).
struct TensorCorners {
  double data = 0, generator = 0, roots = 0;

  /// A corner of this cost, where the densities are at most p and q.
  void add(double cost, double p, double q) {
    data += cost * p;
    generator += cost * q;
    roots += cost / 2 * std::sqrt(p) * std::sqrt(q);
  }
};

struct TensorSums {
  PerQuantity<double> value{};
  PerQuantity<double> rounding{};  ///< bounds
  /// What the rules of 31 and of 15 points differ by, panel by panel of the x axis and of the y
  /// axis: added up over the lines across the panel, without their signs.
  PerQuantity<std::vector<double>> difference_x, difference_y;
  /// What kinks of |p - q| between neighbouring points may cost TV, where both rules agree by
  /// chance.
  double kinks = 0;
  TensorCorners corners;
  /// At a point where the law has a density, that of the other one is 0 or below 1e-280, and no
  /// logarithm of it is known: its direct divergence does not stand.
  bool data_is_alone = false, generator_is_alone = false;
  bool overlap = false;                                 ///< at some point both laws have one
  std::vector<PartMass> data_masses, generator_masses;  ///< of each part
};

TensorSums sum_over_tensor(const PlaneLaw& data, const PlaneLaw& generator, const Axis& x,
                           const Axis& y);

}  // namespace gancheck
