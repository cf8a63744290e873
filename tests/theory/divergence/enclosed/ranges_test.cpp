#include "theory/divergence/enclosed/ranges.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

const Law& data() {
  static const Law law = parse_law("normal(0,1)");
  return law;
}

/// Numbers as they may be, to about 1e-9.
EnclosedDivergences possible() {
  EnclosedDivergences all;
  all.bits = 64;
  const auto about = [](double x) {
    Enclosed enclosed;
    enclosed.value = Ball::hull(x - 1e-9, x + 1e-9);
    return enclosed;
  };
  all[Divergence::jsd] = about(0.1);
  all[Divergence::kl_data_mixture] = all[Divergence::kl_generator_mixture] = about(0.1);
  all[Divergence::kl_data_generator] = all[Divergence::kl_generator_data] = about(0.5);
  all[Divergence::tv] = about(0.4);
  all[Divergence::value] = about(0.2 - 2 * std::log(2));
  all.bounded[&squared_hellinger()] = about(0.1);
  all.bounded[&affinity()] = about(0.9);
  all.mass.data = all.mass.generator = about(1);
  return all;
}

/// What is left of them where one is something else.
EnclosedDivergences with(Divergence d, double from, double to) {
  EnclosedDivergences all = possible();
  all[d].value = Ball::hull(from, to);
  keep_what_can_be(data(), data(), all);
  return all;
}

}  // namespace

TEST_CASE("numbers that can be stay as they are") {
  EnclosedDivergences all = possible();
  keep_what_can_be(data(), data(), all);
  for (const Divergence d : {Divergence::jsd, Divergence::tv, Divergence::value,
                             Divergence::kl_data_mixture, Divergence::kl_generator_data}) {
    CHECK(all[d].rigorous);
    CHECK(all[d].value.overlaps(possible()[d].value));
    CHECK(all[d].value.radius() >= 0.99e-9);  // less what the ends were rounded by
  }
}

TEST_CASE("an enclosure ends where its range does") {
  const EnclosedDivergences above = with(Divergence::kl_data_mixture, 0.6, 1.5);
  CHECK(above[Divergence::kl_data_mixture].rigorous);
  CHECK(above[Divergence::kl_data_mixture].value.upper() <= 0.6932);
  CHECK(above[Divergence::kl_data_mixture].value.lower() <= 0.6);
  const EnclosedDivergences below = with(Divergence::kl_generator_mixture, -1e-4, 1e-4);
  CHECK(below[Divergence::kl_generator_mixture].rigorous);
  CHECK(below[Divergence::kl_generator_mixture].value.lower() >= -1e-12);
  CHECK(below[Divergence::kl_generator_mixture].value.upper() >= 1e-4);
}

TEST_CASE(
    "what lies beyond its range altogether is not cut to an exact number: nothing is certified") {
  struct Impossible {
    Divergence d;
    double from, to;
  };
  for (const Impossible& x : std::vector<Impossible>{{Divergence::tv, 1.01, 1.02},
                                                     {Divergence::tv, -0.2, -0.1},
                                                     {Divergence::jsd, 0.7, 0.71},
                                                     {Divergence::jsd, -0.2, -0.1},
                                                     {Divergence::value, 0.1, 0.2},
                                                     {Divergence::value, -1.5, -1.4},
                                                     {Divergence::kl_data_mixture, 0.7, 0.8},
                                                     {Divergence::kl_data_generator, -2, -1}}) {
    const EnclosedDivergences left = with(x.d, x.from, x.to);
    CHECK_FALSE(left[x.d].rigorous);
    CHECK(joined(left[x.d].notes, Language::en).find("beyond its range") != std::string::npos);
    CHECK(left.mass.data.rigorous);
  }
}

/// Likewise with another mass of one law.
EnclosedDivergences with_mass(Role role, double from, double to) {
  EnclosedDivergences all = possible();
  all.mass.of(role).value = Ball::hull(from, to);
  keep_what_can_be(data(), data(), all);
  return all;
}

TEST_CASE("a mass that excludes that of its law takes the certificate from all numbers") {
  for (const Role role : both_roles) {
    const EnclosedDivergences left = with_mass(role, 1.47, 1.48);
    for (const Enclosed& x : left.divergences.all) {
      CHECK_FALSE(x.rigorous);
      CHECK(joined(x.notes, Language::en).find("masses come out wrong") != std::string::npos);
    }
    CHECK_FALSE(left.mass.of(role).rigorous);
    CHECK(with_mass(role, 0.99, 1.01)[Divergence::jsd].rigorous);
  }
}

TEST_CASE("numbers that contradict H² are withdrawn with it") {
  for (const auto& [from, to] : {std::pair(0.41, 0.42),     // H² > TV
                                 std::pair(0.01, 0.02)}) {  // TV² > 2 H²
    EnclosedDivergences all = possible();
    all.bounded[&squared_hellinger()].value = Ball::hull(from, to);
    keep_what_can_be(data(), data(), all);
    for (const Enclosed& number : all.divergences.all) CHECK_FALSE(number.rigorous);
    for (const auto& [d, number] : all.bounded) CHECK_FALSE(number.rigorous);
  }
}

TEST_CASE("numbers that contradict each other are all withdrawn") {
  struct Contradiction {
    Divergence d;
    double from, to;
  };
  for (const Contradiction& x :
       std::vector<Contradiction>{{Divergence::tv, 0.01, 0.02},      // JSD > TV log 2
                                  {Divergence::tv, 0.5, 0.51},       // TV² > 2 JSD
                                  {Divergence::jsd, 0.11, 0.12},     // V(D*) != 2 JSD - log 4
                                  {Divergence::value, -0.9, -0.8}})  // the same
  {
    const EnclosedDivergences all = with(x.d, x.from, x.to);
    for (const Enclosed& number : all.divergences.all) CHECK_FALSE(number.rigorous);
    CHECK_FALSE(all.mass.data.rigorous);
  }
}
