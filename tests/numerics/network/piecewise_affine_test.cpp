#include "numerics/network/piecewise_affine.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/numerics/network/networks.hpp"

using namespace gancheck;

namespace {

/// The value of the piece that z lies on.
Rational at(const std::vector<AffinePiece>& pieces, const Rational& z) {
  std::size_t k = 0;
  while (k + 1 < pieces.size() && *pieces[k + 1].from <= z) ++k;
  return pieces[k](z);
}

}  // namespace

TEST_CASE("a ReLU network is its affine pieces, exactly") {
  std::mt19937_64 random(1);
  for (const std::vector<std::size_t>& widths :
       {std::vector<std::size_t>{3}, {8}, {4, 4}, {5, 3, 4}, {1, 6}}) {
    for (int repeat = 0; repeat < 20; ++repeat) {
      const Network network = random_network(random, widths);
      const std::vector<AffinePiece> pieces = affine_pieces(network);
      for (int k = -60; k <= 60; ++k) {
        const Rational z(7 * k, 19);
        CHECK(at(pieces, z) == at(network, z));
      }
      for (std::size_t k = 1; k < pieces.size(); ++k) {
        const Rational& z = *pieces[k].from;
        CHECK(pieces[k - 1](z) == pieces[k](z));
        CHECK(at(network, z) == pieces[k](z));
        CHECK(pieces[k - 1].slope != pieces[k].slope);
        if (k > 1) CHECK(*pieces[k - 1].from < z);
      }
    }
  }
}

TEST_CASE("a hat has four pieces, the outer ones flat") {
  // max(0, z+1) - 2 max(0, z) + max(0, z-1).
  const Network hat({{1, {1, 1, 1}, {1, 0, -1}, true}, {3, {1, -2, 1}, {0}, false}});
  const std::vector<AffinePiece> pieces = affine_pieces(hat);
  REQUIRE(pieces.size() == 4);
  CHECK(pieces[0].slope == 0);
  CHECK(pieces[1].slope == 1);
  CHECK(pieces[2].slope == -1);
  CHECK(pieces[3].slope == 0);
  CHECK(pieces[3].shift == 0);
}

TEST_CASE("units that switch without an effect leave no piece") {
  // max(0, z) - max(0, -z) is z.
  const Network same({{1, {1, -1}, {0, 0}, true}, {2, {1, -1}, {0}, false}});
  CHECK(affine_pieces(same).size() == 1);
}

TEST_CASE("depth doubles pieces, and too many are refused") {
  CHECK(affine_pieces(zigzag(6)).size() == 64);
  CHECK_THROWS_WITH_AS(affine_pieces(zigzag(13)), doctest::Contains("at most 4096"),
                       std::domain_error);
  const Layer wide{1, std::vector<Rational>(2, 1), {0, 1}, true};
  CHECK_THROWS_WITH_AS(affine_pieces(Network({wide})), doctest::Contains("1 numbers to 2"),
                       std::domain_error);
}
