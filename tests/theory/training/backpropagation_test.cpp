// The gradient by backpropagation is the gradient: exactly, where exact arithmetic can say so.
#include "theory/training/backpropagation.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gancheck;

namespace {

/// Whole weights, and biases that are odd multiples of `odd`: if the points are whole multiples of
/// 2·odd, no unit is ever at its kink, and by so much away from it.
DenseLayer random_layer(int inputs, int outputs, double odd, bool is_rectified,
                        std::mt19937_64& random) {
  const auto whole = [&] { return static_cast<double>(random() % 7) - 3; };
  DenseLayer layer{Eigen::MatrixXd(outputs, inputs), Eigen::VectorXd(outputs), is_rectified};
  for (double& weight : layer.weight.reshaped()) weight = whole();
  for (double& bias : layer.bias) bias = odd * (2 * whole() + 1);
  return layer;
}

Layers random_network(int inputs, int outputs, std::mt19937_64& random) {
  return {random_layer(inputs, 5, 1.0 / 16, true, random),
          random_layer(5, 4, 1.0 / 32, true, random),
          random_layer(4, outputs, 1.0 / 64, false, random)};
}

/// The sum over the batch of c·G(x), in rational numbers.
Rational weighted_output(const Layers& layers, const Eigen::MatrixXd& x, const Eigen::MatrixXd& c) {
  const Network network = exact_network(layers);
  Rational total = 0;
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    std::vector<Rational> point;
    for (const double xi : x.col(j)) point.push_back(exact_rational(xi));
    const std::vector<Rational> y = network(point);
    for (std::size_t i = 0; i < y.size(); ++i)
      total += exact_rational(c(static_cast<Eigen::Index>(i), j)) * y[i];
  }
  return total;
}

/// f is affine in one number alone as long as no unit passes its kink: a quotient of differences is
/// then the derivative, without any error.
template <class F>
Rational derivative(double& at, const F& f) {
  constexpr double step = 0x1p-30;
  const Rational here = f();
  at += step;
  const Rational there = f();
  at -= step;
  return (there - here) / exact_rational(step);
}

}  // namespace

TEST_CASE("backpropagation gives the derivative in every weight and in every input, exactly") {
  std::mt19937_64 random(7);
  int different_from_0 = 0;
  for (int trial = 0; trial < 10; ++trial) {
    Layers layers = random_network(2, 3, random);
    Eigen::MatrixXd x(2, 3), c(3, 3);
    for (double& xi : x.reshaped()) xi = (static_cast<double>(random() % 33) - 16) / 8;
    for (double& ci : c.reshaped()) ci = static_cast<double>(random() % 5) - 2;
    const Gradient gradient = gradient_of(layers, activations_of(layers, x), c);
    const auto f = [&] { return weighted_output(layers, x, c); };
    const auto agrees = [&](double& at, double given) {
      different_from_0 += given != 0 ? 1 : 0;
      return derivative(at, f) == exact_rational(given);
    };
    for (std::size_t k = 0; k < layers.size(); ++k) {
      for (Eigen::Index i = 0; i < layers[k].weight.size(); ++i)
        CHECK(agrees(layers[k].weight.data()[i], gradient.weights[k].weight.data()[i]));
      for (Eigen::Index i = 0; i < layers[k].bias.size(); ++i)
        CHECK(agrees(layers[k].bias[i], gradient.weights[k].bias[i]));
    }
    for (Eigen::Index i = 0; i < x.size(); ++i)
      CHECK(agrees(x.data()[i], gradient.input.data()[i]));
  }
  CHECK(different_from_0 > 200);  // of 610: the units are not all asleep
}

TEST_CASE("a network in doubles is the exact network, where its numbers are short") {
  std::mt19937_64 random(8);
  const Layers layers = random_network(1, 1, random);
  const Eigen::RowVectorXd x = Eigen::RowVectorXd::LinSpaced(33, -2, 2);
  const Eigen::MatrixXd y = activations_of(layers, x).back();
  for (Eigen::Index i = 0; i < x.size(); ++i)
    CHECK(exact_rational(y(0, i)) == exact_network(layers)({exact_rational(x[i])})[0]);
}

TEST_CASE("a unit at its kink does not move") {
  const Layers layers{{Eigen::MatrixXd::Ones(1, 1), Eigen::VectorXd::Zero(1), true},
                      {Eigen::MatrixXd::Ones(1, 1), Eigen::VectorXd::Zero(1), false}};
  const auto slope_at = [&](double x) {
    const Eigen::MatrixXd point = Eigen::MatrixXd::Constant(1, 1, x);
    return gradient_of(layers, activations_of(layers, point), Eigen::MatrixXd::Ones(1, 1))
        .input(0, 0);
  };
  CHECK(slope_at(0) == 0);
  CHECK(slope_at(-0x1p-1000) == 0);
  CHECK(slope_at(0x1p-1000) == 1);
}
