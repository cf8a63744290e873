// Random numbers with the same bits on every machine: the standard's distributions differ between
// libraries, its engines do not.
#pragma once

#include <Eigen/Core>
#include <random>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// Uniform on [0, 1): the upper 53 bits of one number of the engine.
double uniform_number(std::mt19937_64& random);

/// A law to draw from.
class Draws {
 public:
  /// The atoms, and for the part with a density the nodes of its quadrature, each with its weight
  /// times the density there. What lies in a tail beyond the listed atoms is not drawn. Throws as
  /// grid_of does.
  explicit Draws(const Law& law);

  /// So many points, independent of each other.
  Eigen::RowVectorXd take(int count, std::mt19937_64& random) const;

 private:
  std::vector<double> points_, cumulative_;
};

}  // namespace gancheck
