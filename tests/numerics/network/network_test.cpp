#include "numerics/network/network.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/numerics/network/networks.hpp"

using namespace gancheck;

TEST_CASE("a network is its layers one after the other") {
  // max(0, z - 1) - max(0, -z) / 3.
  const Network network({{1, {1, -1}, {-1, 0}, true}, {2, {1, Rational(-1, 3)}, {0}, false}});
  CHECK(at(network, 3) == 2);
  CHECK(at(network, Rational(1, 2)) == 0);
  CHECK(at(network, -6) == -2);
  CHECK(network.inputs() == 1);
  CHECK(network.outputs() == 1);
}

TEST_CASE("layers that do not fit are refused") {
  const Layer two{1, {1, -1}, {0, 0}, true}, of_three{3, {1, 1, 1}, {0}, false};
  CHECK_THROWS_WITH_AS(Network({two, of_three}), doctest::Contains("layer 2 takes 3 numbers"),
                       std::invalid_argument);
  CHECK_THROWS_AS(Network({}), std::invalid_argument);
  CHECK_THROWS_AS(Network({{1, {1}, {0, 0}, true}}), std::invalid_argument);
}
