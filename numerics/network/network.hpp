// Feed-forward networks with rational weights.
#pragma once

#include <cstddef>
#include <vector>

#include "numerics/number/rational.hpp"

namespace gancheck {

/// x -> weight·x + bias, and then the greater of that and 0, unit by unit, where it is rectified.
struct Layer {
  std::size_t inputs = 0;
  std::vector<Rational> weight;  ///< one row an output, one after the other: outputs() × inputs
  std::vector<Rational> bias;    ///< one an output
  bool is_rectified = false;     ///< ReLU; else linear

  std::size_t outputs() const { return bias.size(); }
  const Rational& weight_at(std::size_t output, std::size_t input) const {
    return weight[output * inputs + input];
  }
};

/// Layers one after the other, each of which takes as many numbers as the one before gives.
class Network {
 public:
  /// Throws std::invalid_argument where there is no layer, or where two do not fit.
  explicit Network(std::vector<Layer> layers);

  const std::vector<Layer>& layers() const { return layers_; }
  std::size_t inputs() const { return layers_.front().inputs; }
  std::size_t outputs() const { return layers_.back().outputs(); }
  /// Exactly.
  std::vector<Rational> operator()(std::vector<Rational> x) const;

 private:
  std::vector<Layer> layers_;
};

}  // namespace gancheck
