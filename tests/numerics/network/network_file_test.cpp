#include "numerics/network/network_file.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/numerics/network/networks.hpp"

using namespace gancheck;

namespace {

/// One line of a message for a layer on one input.
void refuses(const char* layer, const char* what) {
  CAPTURE(layer);
  const std::string text = std::string(R"({"layers": [)") + layer + "]}";
  CHECK_THROWS_WITH_AS(read_network(text, "g.json"), doctest::Contains(what),
                       std::invalid_argument);
}

}  // namespace

TEST_CASE("numbers of a network are exact: decimals as written, and quotients") {
  const Network network = read_network(
      R"({"layers": [{"weight": [[0.1], ["-1/3"]], "bias": [1e-2, 2], "activation": "relu"},
                     {"weight": [[1, 0.30000000000000000001]], "bias": [0],
                      "activation": "linear"}]})",
      "g.json");
  CHECK(network.layers()[0].weight == std::vector<Rational>{Rational(1, 10), Rational(-1, 3)});
  CHECK(network.layers()[0].bias[0] == Rational(1, 100));
  CHECK(network.layers()[0].is_rectified);
  CHECK(network.layers()[1].weight_at(0, 1) == Rational(3, 10) + power_of_ten(-20));
  CHECK(!network.layers()[1].is_rectified);
}

TEST_CASE("a network is written so that it is read again") {
  std::mt19937_64 random(4);
  for (int repeat = 0; repeat < 10; ++repeat) {
    std::vector<Layer> layers = random_network(random, {3, 2}).layers();
    for (Rational& w : layers[1].weight) w = w / 3 + power_of_ten(-15);
    const Network same = read_network(to_json(Network(layers)), "copy");
    REQUIRE(same.layers().size() == layers.size());
    for (std::size_t k = 0; k < layers.size(); ++k) {
      CHECK(same.layers()[k].weight == layers[k].weight);
      CHECK(same.layers()[k].bias == layers[k].bias);
      CHECK(same.layers()[k].is_rectified == layers[k].is_rectified);
    }
  }
}

TEST_CASE("what is wrong with a network file is said in a line with its place") {
  refuses(R"({"weight": [[1]], "bias": [0]})", "g.json, layer 1: no \"activation\"");
  refuses(R"({"weight": [[1]], "bias": [0], "activation": "tanh"})", "\"relu\" and \"linear\"");
  refuses(R"({"weight": [[1], ["x"]], "bias": [0, 0], "activation": "relu"})",
          "layer 1, weight, row 2, entry 1: \"x\" is no number");
  refuses(R"({"weight": [[1]], "bias": [null], "activation": "relu"})",
          "bias, entry 1: null is no number");
  refuses(R"({"weight": [["1/0"]], "bias": [0], "activation": "relu"})", "divides by 0");
  refuses(R"({"weight": [[1e999]], "bias": [0], "activation": "relu"})", "a number beyond 1e300");
  refuses(R"({"weight": [["1e301"]], "bias": [0], "activation": "relu"})", "about 1e301");
  refuses(R"({"weight": [[1, 2], [3]], "bias": [0, 0], "activation": "relu"})",
          "row 2: 1 numbers, and the rows before have 2");
  refuses(R"({"weight": [[1]], "bias": [0, 1], "activation": "relu"})",
          "1 rows of weight and 2 entries of bias");
  refuses(R"({"weight": [], "bias": [], "activation": "relu"})", "weight: give a list of rows");
  refuses(R"({"weights": [[1]], "bias": [0], "activation": "relu"})",
          "there is no member \"weights\"");
  refuses(R"({"weight": [[1]], "bias": [0], "activation": "relu"},
             {"weight": [[1, 2]], "bias": [0], "activation": "linear"})",
          "layer 2 takes 2 numbers, and layer 1 gives 1");
  refuses(R"({"weight": [[1]], "weight": [[2]], "bias": [0], "activation": "relu"})",
          "two members are called \"weight\"");
  refuses("{", "g.json:1:");
  CHECK_THROWS_AS(read_network("[1, 2]", "g.json"), std::invalid_argument);
  CHECK_THROWS_AS(read_network("", "g.json"), std::invalid_argument);
}
