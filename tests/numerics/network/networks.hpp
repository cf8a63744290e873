// Small networks for tests.
#pragma once

#include <random>
#include <vector>

#include "numerics/network/network.hpp"

namespace gancheck {

/// Layers of the given widths, the last of one linear unit, on one input; weights are eighths from
/// -2 to 2.
inline Network random_network(std::mt19937_64& random, const std::vector<std::size_t>& widths) {
  const auto weight = [&] { return Rational(static_cast<int>(random() % 33) - 16, 8); };
  std::vector<Layer> layers;
  std::size_t inputs = 1;
  const auto add = [&](std::size_t outputs, bool is_rectified) {
    Layer layer{inputs, {}, {}, is_rectified};
    for (std::size_t i = 0; i < inputs * outputs; ++i) layer.weight.push_back(weight());
    for (std::size_t i = 0; i < outputs; ++i) layer.bias.push_back(weight());
    layers.push_back(layer);
    inputs = outputs;
  };
  for (const std::size_t width : widths) add(width, true);
  add(1, false);
  return Network(layers);
}

/// z -> 2|z| - 1, again and again: 2^depth pieces.
inline Network zigzag(int depth) {
  std::vector<Layer> layers;
  for (int k = 0; k < depth; ++k) {
    layers.push_back({1, {1, -1}, {0, 0}, true});
    layers.push_back({2, {2, 2}, {-1}, false});
  }
  return Network(layers);
}

inline Rational at(const Network& network, const Rational& z) {
  return network({z})[0];
}

}  // namespace gancheck
