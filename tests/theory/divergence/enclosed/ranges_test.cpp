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
  all.jsd = about(0.1);
  all.kl_data_mixture = all.kl_generator_mixture = about(0.1);
  all.kl_data_generator = all.kl_generator_data = about(0.5);
  all.tv = about(0.4);
  all.value = about(0.2 - 2 * std::log(2));
  all.mass_data = all.mass_generator = about(1);
  return all;
}

using Member = Enclosed EnclosedDivergences::*;

/// What is left of them where one is something else.
EnclosedDivergences with(Member member, double from, double to) {
  EnclosedDivergences all = possible();
  (all.*member).value = Ball::hull(from, to);
  keep_what_can_be(data(), data(), all);
  return all;
}

}  // namespace

TEST_CASE("numbers that can be stay as they are") {
  EnclosedDivergences all = possible();
  keep_what_can_be(data(), data(), all);
  for (const Member member :
       {&EnclosedDivergences::jsd, &EnclosedDivergences::tv, &EnclosedDivergences::value,
        &EnclosedDivergences::kl_data_mixture, &EnclosedDivergences::kl_generator_data}) {
    CHECK((all.*member).rigorous);
    CHECK((all.*member).value.overlaps((possible().*member).value));
    CHECK((all.*member).value.radius() >= 0.99e-9);  // less what the ends were rounded by
  }
}

TEST_CASE("an enclosure ends where its range does") {
  const EnclosedDivergences above = with(&EnclosedDivergences::kl_data_mixture, 0.6, 1.5);
  CHECK(above.kl_data_mixture.rigorous);
  CHECK(above.kl_data_mixture.value.upper() <= 0.6932);
  CHECK(above.kl_data_mixture.value.lower() <= 0.6);
  const EnclosedDivergences below = with(&EnclosedDivergences::kl_generator_mixture, -1e-4, 1e-4);
  CHECK(below.kl_generator_mixture.rigorous);
  CHECK(below.kl_generator_mixture.value.lower() >= -1e-12);
  CHECK(below.kl_generator_mixture.value.upper() >= 1e-4);
}

TEST_CASE(
    "what lies beyond its range altogether is not cut to an exact number: nothing is certified") {
  struct Impossible {
    Member member;
    double from, to;
  };
  for (const Impossible& x :
       std::vector<Impossible>{{&EnclosedDivergences::tv, 1.01, 1.02},
                               {&EnclosedDivergences::tv, -0.2, -0.1},
                               {&EnclosedDivergences::jsd, 0.7, 0.71},
                               {&EnclosedDivergences::jsd, -0.2, -0.1},
                               {&EnclosedDivergences::value, 0.1, 0.2},
                               {&EnclosedDivergences::value, -1.5, -1.4},
                               {&EnclosedDivergences::kl_data_mixture, 0.7, 0.8},
                               {&EnclosedDivergences::kl_data_generator, -2, -1}}) {
    const EnclosedDivergences left = with(x.member, x.from, x.to);
    CHECK_FALSE((left.*x.member).rigorous);
    CHECK((left.*x.member).note.find("beyond its range") != std::string::npos);
    CHECK(left.mass_data.rigorous);
  }
}

TEST_CASE("a mass that excludes that of its law takes the certificate from all numbers") {
  for (const Member mass :
       {&EnclosedDivergences::mass_data, &EnclosedDivergences::mass_generator}) {
    const EnclosedDivergences left = with(mass, 1.47, 1.48);
    for (const Member member :
         {&EnclosedDivergences::jsd, &EnclosedDivergences::tv, &EnclosedDivergences::value,
          &EnclosedDivergences::kl_data_generator, mass}) {
      CHECK_FALSE((left.*member).rigorous);
      CHECK((left.*member).note.find("masses come out wrong") != std::string::npos);
    }
  }
  CHECK(with(&EnclosedDivergences::mass_data, 0.99, 1.01).jsd.rigorous);
}

TEST_CASE("numbers that contradict each other are all withdrawn") {
  struct Contradiction {
    Member member;
    double from, to;
  };
  for (const Contradiction& x :
       std::vector<Contradiction>{
           {&EnclosedDivergences::tv, 0.01, 0.02},      // JSD > TV log 2
           {&EnclosedDivergences::tv, 0.5, 0.51},       // TV² > 2 JSD
           {&EnclosedDivergences::jsd, 0.11, 0.12},     // V(D*) != 2 JSD - log 4
           {&EnclosedDivergences::value, -0.9, -0.8}})  // the same
  {
    const EnclosedDivergences all = with(x.member, x.from, x.to);
    for (const Member member :
         {&EnclosedDivergences::jsd, &EnclosedDivergences::tv, &EnclosedDivergences::value,
          &EnclosedDivergences::kl_data_mixture, &EnclosedDivergences::mass_data})
      CHECK_FALSE((all.*member).rigorous);
  }
}
