#include "theory/checks/noise.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace gancheck;

TEST_CASE("all maps from four points to three are 81, each once") {
  const auto maps = all_maps(noise_points, noise_targets);
  CHECK(maps.size() == 81);
  std::set<std::vector<std::size_t>> images;
  for (const FiniteMap& map : maps) {
    CHECK(map.targets == noise_targets);
    REQUIRE(map.image.size() == noise_points);
    for (const std::size_t x : map.image) CHECK(x < noise_targets);
    images.insert(map.image);
  }
  CHECK(images.size() == 81);
  CHECK(maps.front().text() == "G = (0,0,0,0)");
  CHECK(maps.back().text() == "G = (2,2,2,2)");
}

TEST_CASE("the laws of noise have mass one, and zeros and ties occur") {
  bool zero = false, tie = false;
  for (const NoiseLaw& law : noise_laws()) {
    REQUIRE(law.size() == noise_points);
    Rational mass = 0;
    for (const Rational& weight : law) {
      CHECK(weight >= 0);
      mass += weight;
      zero = zero || weight == 0;
    }
    tie = tie || law[0] == law[1];
    CHECK(mass == 1);
  }
  CHECK(zero);
  CHECK(tie);
}

TEST_CASE("the image of a law hands every mass to the point that G takes it to") {
  const NoiseLaw noise = {Rational(1, 10), Rational(2, 10), Rational(3, 10), Rational(4, 10)};
  const FiniteMap map{{2, 0, 2, 0}, 3};
  const auto image = image_law(noise, map);
  CHECK(image == std::vector<Rational>{Rational(6, 10), 0, Rational(4, 10)});
  CHECK(mass_of(image, 0b101U) == 1);
  CHECK(mass_of_preimage(noise, map, 0b100U) == Rational(4, 10));
  CHECK(mass_of_preimage(noise, map, 0b010U) == 0);
  CHECK(mass_of_preimage(noise, map, 0b011U) == Rational(6, 10));
}

TEST_CASE("P_g(A) = P_z(G^-1(A)) in exact arithmetic for every map and every set") {
  for (const NoiseLaw& noise : noise_laws()) {
    for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
      const auto image = image_law(noise, map);
      for (PointSet set = 0; set < (1U << noise_targets); ++set) {
        CHECK(mass_of(image, set) == mass_of_preimage(noise, map, set));
      }
    }
  }
}

TEST_CASE("the sum of no terms is exactly 0") {
  CHECK(sum_of(std::vector<Tracked>{}).value() == 0);
  CHECK(sum_of(std::vector<Tracked>{}).error() == 0);
  CHECK(sum_of(std::vector<Ball>{}).is_zero());
}
