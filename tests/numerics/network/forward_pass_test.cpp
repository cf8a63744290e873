#include "numerics/network/forward_pass.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "tests/numerics/network/networks.hpp"

using namespace gancheck;

namespace {

/// The same network with every number divided by 7, which doubles round.
Network sevenths(const Network& network) {
  std::vector<Layer> layers = network.layers();
  for (Layer& layer : layers) {
    for (Rational& w : layer.weight) w /= 7;
    for (Rational& b : layer.bias) b /= 7;
  }
  return Network(layers);
}

}  // namespace

TEST_CASE("the bound of a forward pass covers its distance from the exact network") {
  std::mt19937_64 random(2);
  double worst = 0;
  for (const std::vector<std::size_t>& widths :
       {std::vector<std::size_t>{6}, {8, 8}, {5, 3, 4, 6}}) {
    for (int repeat = 0; repeat < 30; ++repeat) {
      const Network network = sevenths(random_network(random, widths));
      Eigen::MatrixXd z(1, 41);
      for (int k = 0; k < 41; ++k) z(0, k) = (k - 20) / 3.0;
      const ForwardPass pass = forward_pass(dense(network), z);
      for (int k = 0; k < 41; ++k) {
        const Rational off =
            abs(exact_rational(pass.value(0, k)) - at(network, exact_rational(z(0, k))));
        CHECK(off <= exact_rational(pass.error(0, k)));
        CHECK(pass.error(0, k) < 1e-12);
        worst = std::max(worst, nearest_double(off) / pass.error(0, k));
      }
    }
  }
  CHECK(worst > 0.01);  // the bound is of the size of the errors
}

TEST_CASE("a forward pass that overflows is known within nothing") {
  const Network huge({{1, {power_of_ten(200)}, {0}, true}, {1, {power_of_ten(200)}, {0}, false}});
  const ForwardPass pass = forward_pass(dense(huge), Eigen::MatrixXd::Constant(1, 1, 1.0));
  CHECK(pass.error(0, 0) == std::numeric_limits<double>::infinity());
}

TEST_CASE("doubles are an exact network of their own") {
  std::mt19937_64 random(3);
  const Network network = sevenths(random_network(random, {4, 3}));
  const Network rounded = exact_network(dense(network));
  CHECK(rounded.layers()[1].weight[2] ==
        exact_rational(nearest_double(network.layers()[1].weight[2])));
  CHECK(rounded.layers()[1].is_rectified);
  CHECK_THROWS_AS(forward_pass(dense(network), Eigen::MatrixXd::Zero(2, 1)), std::invalid_argument);
}
