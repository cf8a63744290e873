#include "numerics/distribution/maps/network_map.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "numerics/distribution/piece.hpp"
#include "numerics/distribution/specification.hpp"
#include "tests/numerics/network/networks.hpp"

using namespace gancheck;

namespace {

Law image_of(const char* law, const Network& network) {
  Law image = parse_law(law);
  apply(network, image);
  return image;
}

/// The law's mass on (-infinity, y].
Ball mass_up_to(const Law& law, const Rational& y) {
  Ball mass(0);
  for (const Atom& atom : law.atoms)
    if (compare(atom.at, y) <= 0) mass = mass + atom.mass.enclose();
  for (const Piece& piece : law.pieces)
    if (const auto part = restricted(piece, std::nullopt, Real(y)))
      mass = mass + part->mass.enclose();
  return mass;
}

bool overlap(const Ball& x, const Ball& y) {
  return (x - y).contains_zero() && (x - y).radius() < 1e-25;
}

const Network relu({{1, {1}, {0}, true}});
const Network absolute({{1, {1, -1}, {0, 0}, true}, {2, {1, 1}, {0}, false}});

}  // namespace

TEST_CASE("what a ReLU cuts off is an atom") {
  const Law law = image_of("normal(0,1)", relu);
  REQUIRE(law.atoms.size() == 1);
  CHECK(compare(law.atoms.point(0), 0) == 0);
  CHECK(overlap(law.atoms.mass(0).enclose(), Ball(1) / 2));
  REQUIRE(law.pieces.size() == 1);
  CHECK(overlap(law.pieces[0].mass.enclose(), Ball(1) / 2));
  CHECK(law.mass.rational() == 1);
}

TEST_CASE("two to one: both preimages count") {
  const Law law = image_of("normal(1,2)", absolute),
            folded = parse_law("pushforward(normal(1,2),abs())");
  CHECK(law.atoms.empty());
  for (const int y : {0, 1, 2, 5}) CHECK(overlap(mass_up_to(law, y), mass_up_to(folded, y)));
}

TEST_CASE("a constant network leaves one point") {
  const Law law = image_of("mixture(1/2*normal(0,1),1/2*point(3))",
                           Network({{1, {0}, {Rational(5, 2)}, false}}));
  REQUIRE(law.atoms.size() == 1);
  CHECK(law.atoms.point(0).rational() == Rational(5, 2));
  CHECK(overlap(law.atoms.mass(0).enclose(), Ball(1)));
}

TEST_CASE("P(G(z) <= y) is the mass of the z with G(z) <= y, for any network") {
  std::mt19937_64 random(5);
  for (int repeat = 0; repeat < 10; ++repeat) {
    const Network network = random_network(random, {5, 3});
    const Law law = image_of("uniform(-2,2)", network);
    // On a grid of 2^12 cells, G(z) <= y at the middles: each bend and each crossing of y may miss
    // by a cell.
    constexpr int cells = 4096;
    for (const int y : {-3, -1, 0, 1, 2, 4}) {
      int below = 0;
      for (int k = 0; k < cells; ++k)
        below += at(network, Rational(2 * k + 1 - cells, cells) * 2) <= y ? 1 : 0;
      const Ball share = Ball(below) / cells;
      CHECK(std::abs((mass_up_to(law, y) - share).midpoint()) < 40.0 / cells);
    }
    CHECK(overlap(mass_up_to(law, 1000), Ball(1)));
  }
}

TEST_CASE("atoms move to their images and meet there") {
  const Law law = image_of("mixture(1/4*point(-1),1/4*point(1),1/2*point(1/2))", absolute);
  REQUIRE(law.atoms.size() == 2);
  CHECK(law.atoms.point(1).rational() == 1);
  CHECK(law.atoms.mass(1).rational() == Rational(1, 2));
}

TEST_CASE("infinitely many atoms move on the last piece, or gather where it is flat") {
  const Law moved = image_of("geometric(1/2)", absolute);
  REQUIRE(moved.tails.size() == 1);
  CHECK(moved.tails[0].step == 1);
  const Law mixed = image_of("mixture(1/2*poisson(2),1/2*poisson(5))", absolute);
  CHECK(mixed.tails.size() == 2);
  CHECK(mixed.atoms.size() == parse_law("mixture(1/2*poisson(2),1/2*poisson(5))").atoms.size());
  // -max(0, -z): all of geometric(1/2) comes to 0.
  const Law gathered =
      image_of("geometric(1/2)", Network({{1, {-1}, {0}, true}, {1, {-1}, {0}, false}}));
  CHECK(gathered.tails.empty());
  REQUIRE(gathered.atoms.size() == 1);
  CHECK(overlap(gathered.atoms.mass(0).enclose(), Ball(1)));
  // |z - 10^6| bends where atoms are no longer listed.
  const Network far({{1, {1, -1}, {-1000000, 1000000}, true}, {2, {1, 1}, {0}, false}});
  CHECK_THROWS_AS(image_of("geometric(1/2)", far), std::domain_error);
}

TEST_CASE("a network of the language is read from its file") {
  const auto path = (std::filesystem::temp_directory_path() / "gancheck_test_fold.json").string();
  std::ofstream(path)
      << R"({"layers": [{"weight": [[1], [-1]], "bias": [0, 0], "activation": "relu"},
                        {"weight": [[1, 1]], "bias": [0], "activation": "linear"}]})";
  const std::string specification = "pushforward(normal(0,1),network(" + path + "))";
  const Law law = parse_law(specification);
  REQUIRE(law.pieces.size() == 1);
  CHECK(law.specification == specification);
  CHECK_THROWS_WITH_AS(parse_law("pushforward(normal(0,1),network(none.json))"),
                       doctest::Contains("none.json"), BadSpecification);
  CHECK_THROWS_WITH_AS(parse_law("network(none.json)"), doctest::Contains("pushforward"),
                       BadSpecification);
}

TEST_CASE("an image has no specification: it is not the law that it was made from") {
  CHECK(image_of("normal(0,1)", relu).specification.empty());
}
