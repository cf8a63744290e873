// A network in doubles, with the bound of what rounding did to its value.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "numerics/network/network.hpp"

namespace gancheck {

/// weight·x + bias in doubles; weights are rounded to nearest.
struct DenseLayer {
  Eigen::MatrixXd weight;
  Eigen::VectorXd bias;
  bool is_rectified = false;
};

std::vector<DenseLayer> dense(const Network& network);

/// The doubles as they are, exactly.
Network exact_network(const std::vector<DenseLayer>& layers);

/// Values, one column a point, and for each a bound of its distance from the exact network's value
/// at that point (docs/error-bounds.md, "Networks").
struct ForwardPass {
  Eigen::MatrixXd value, error;
};

/// `x` has one column a point. Throws std::invalid_argument where its rows are not the inputs.
ForwardPass forward_pass(const std::vector<DenseLayer>& layers, const Eigen::MatrixXd& x);

}  // namespace gancheck
