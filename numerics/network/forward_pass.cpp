#include "numerics/network/forward_pass.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace gancheck {
namespace {

/// With u = 2^-53, |x^ - x| <= e and n inputs, the computed W^ x^ + b^ lies within
///   (γ_(n+1) + 2u) (|W^||x^| + |b^|) + (1 + 2u) |W^| e
/// of W x + b: n+1 operations a sum, in any order (Higham, Accuracy and Stability, 3.1), and
/// weights that were rounded. 2(n+6)u in the place of γ_(n+1) + 2u pays for the rounding of the
/// bound itself, and `smallest` for what underflows.
Eigen::MatrixXd error_after(const DenseLayer& layer, const Eigen::MatrixXd& x,
                            const Eigen::MatrixXd& error) {
  constexpr double unit = 0x1p-52;
  constexpr double smallest = std::numeric_limits<double>::min();
  const double roundings = static_cast<double>(layer.weight.cols() + 6) * unit;
  const Eigen::MatrixXd weight = layer.weight.cwiseAbs();
  const Eigen::MatrixXd size =
      (weight * x.cwiseAbs()).colwise() + Eigen::VectorXd(layer.bias.cwiseAbs());
  const Eigen::RowVectorXd underflow =
      (x.cwiseAbs().colwise().sum().array() + static_cast<double>(layer.weight.cols() + 2)) *
      smallest;
  return (roundings * size + (1 + roundings) * (weight * error)).rowwise() + underflow;
}

}  // namespace

std::vector<DenseLayer> dense(const Network& network) {
  std::vector<DenseLayer> layers;
  for (const Layer& layer : network.layers()) {
    const auto rows = static_cast<Eigen::Index>(layer.outputs());
    const auto columns = static_cast<Eigen::Index>(layer.inputs);
    DenseLayer rounded{Eigen::MatrixXd(rows, columns), Eigen::VectorXd(rows), layer.is_rectified};
    for (Eigen::Index i = 0; i < rows; ++i) {
      const auto row = static_cast<std::size_t>(i);
      rounded.bias[i] = nearest_double(layer.bias[row]);
      for (Eigen::Index j = 0; j < columns; ++j)
        rounded.weight(i, j) = nearest_double(layer.weight_at(row, static_cast<std::size_t>(j)));
    }
    layers.push_back(std::move(rounded));
  }
  return layers;
}

Network exact_network(const std::vector<DenseLayer>& layers) {
  std::vector<Layer> exact;
  for (const DenseLayer& layer : layers) {
    Layer same;
    same.inputs = static_cast<std::size_t>(layer.weight.cols());
    same.is_rectified = layer.is_rectified;
    for (Eigen::Index i = 0; i < layer.weight.rows(); ++i) {
      same.bias.push_back(exact_rational(layer.bias[i]));
      for (Eigen::Index j = 0; j < layer.weight.cols(); ++j)
        same.weight.push_back(exact_rational(layer.weight(i, j)));
    }
    exact.push_back(std::move(same));
  }
  return Network(std::move(exact));
}

ForwardPass forward_pass(const std::vector<DenseLayer>& layers, const Eigen::MatrixXd& x) {
  ForwardPass pass{x, Eigen::MatrixXd::Zero(x.rows(), x.cols())};
  for (const DenseLayer& layer : layers) {
    if (layer.weight.cols() != pass.value.rows())
      throw std::invalid_argument("a layer takes another number of values than it is given");
    pass.error = error_after(layer, pass.value, pass.error);
    pass.value = (layer.weight * pass.value).colwise() + layer.bias;
    if (layer.is_rectified) pass.value = pass.value.cwiseMax(0.0);
  }
  // What overflows is known within nothing.
  pass.error =
      pass.value.array().isFinite().select(pass.error, std::numeric_limits<double>::infinity());
  return pass;
}

}  // namespace gancheck
