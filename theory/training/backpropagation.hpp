// A ReLU network on a batch, and the gradient of a function of its output: what training needs.
//
// Products are formed coefficient by coefficient (Eigen's lazyProduct): its blocked ones add up in
// an order that depends on the sizes of the processor's caches, and a training that starts from a
// seed has to come out the same on every machine.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "numerics/network/forward_pass.hpp"

namespace gancheck {

using Layers = std::vector<DenseLayer>;

/// The input of the first layer, then the output of every layer; one column a point.
using Activations = std::vector<Eigen::MatrixXd>;
Activations activations_of(const Layers& layers, const Eigen::MatrixXd& x);

/// With respect to every weight, summed over the batch, and to the input, point by point.
struct Gradient {
  Layers weights;
  Eigen::MatrixXd input;
};

/// By the chain rule from the last layer to the first, from the derivatives in the output (one
/// column a point). At its kink the derivative of ReLU counts as 0.
Gradient gradient_of(const Layers& layers, const Activations& activations,
                     const Eigen::MatrixXd& in_output);

/// layers + step·direction, weight by weight.
void move_along(Layers& layers, const Layers& direction, double step);

bool is_finite(const Layers& layers);

}  // namespace gancheck
