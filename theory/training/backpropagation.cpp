#include "theory/training/backpropagation.hpp"

#include <algorithm>

namespace gancheck {

Activations activations_of(const Layers& layers, const Eigen::MatrixXd& x) {
  Activations activations{x};
  for (const DenseLayer& layer : layers) {
    Eigen::MatrixXd y = layer.weight.lazyProduct(activations.back());
    y.colwise() += layer.bias;
    if (layer.is_rectified) y = y.cwiseMax(0.0);
    activations.push_back(std::move(y));
  }
  return activations;
}

Gradient gradient_of(const Layers& layers, const Activations& activations,
                     const Eigen::MatrixXd& in_output) {
  Gradient gradient{layers, in_output};
  Eigen::MatrixXd& behind = gradient.input;  // the derivatives in what the layer gives
  for (std::size_t k = layers.size(); k-- > 0;) {
    const DenseLayer& layer = layers[k];
    if (layer.is_rectified) behind = (activations[k + 1].array() > 0).select(behind, 0.0).eval();
    gradient.weights[k].weight = behind.lazyProduct(activations[k].transpose());
    gradient.weights[k].bias = behind.rowwise().sum();
    behind = layer.weight.transpose().lazyProduct(behind).eval();
  }
  return gradient;
}

void move_along(Layers& layers, const Layers& direction, double step) {
  for (std::size_t k = 0; k < layers.size(); ++k) {
    layers[k].weight += step * direction[k].weight;
    layers[k].bias += step * direction[k].bias;
  }
}

bool is_finite(const Layers& layers) {
  return std::all_of(layers.begin(), layers.end(), [](const DenseLayer& layer) {
    return layer.weight.allFinite() && layer.bias.allFinite();
  });
}

}  // namespace gancheck
