#include "numerics/network/network.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace gancheck {
namespace {

std::vector<Rational> image(const Layer& layer, const std::vector<Rational>& x) {
  std::vector<Rational> y = layer.bias;
  for (std::size_t i = 0; i < layer.outputs(); ++i) {
    for (std::size_t j = 0; j < layer.inputs; ++j) y[i] += layer.weight_at(i, j) * x[j];
    if (layer.is_rectified && y[i] < 0) y[i] = 0;
  }
  return y;
}

}  // namespace

Network::Network(std::vector<Layer> layers) : layers_(std::move(layers)) {
  if (layers_.empty()) throw std::invalid_argument("a network without layers: give at least one");
  for (std::size_t k = 0; k < layers_.size(); ++k) {
    const Layer& layer = layers_[k];
    if (layer.inputs == 0 || layer.outputs() == 0)
      throw std::invalid_argument(fmt::format("layer {} has no weights: give at least one", k + 1));
    if (layer.weight.size() != layer.outputs() * layer.inputs)
      throw std::invalid_argument(fmt::format(
          "layer {} has {} weights, not {} rows of {}: give one row for every entry of the bias",
          k + 1, layer.weight.size(), layer.outputs(), layer.inputs));
    if (k > 0 && layers_[k - 1].outputs() != layer.inputs)
      throw std::invalid_argument(
          fmt::format("layer {} takes {} numbers, and layer {} gives {}: rows of its weight must "
                      "have as many entries as layer {} has rows",
                      k + 1, layer.inputs, k, layers_[k - 1].outputs(), k));
  }
}

std::vector<Rational> Network::operator()(std::vector<Rational> x) const {
  for (const Layer& layer : layers_) x = image(layer, x);
  return x;
}

}  // namespace gancheck
