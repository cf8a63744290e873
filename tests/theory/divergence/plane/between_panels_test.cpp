// Kinks and corners where no rule has a point.
#include "theory/divergence/plane/between_panels.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace gancheck;

namespace {

constexpr SixPoints at = {-0.03, -0.01, -0.002, 0.002, 0.01, 0.03};

template <class Function>
double corner_of(const Function& f) {
  SixPoints r;
  for (std::size_t i = 0; i < 6; ++i) r[i] = f(at[i]);
  return corner(at, r);
}

}  // namespace

TEST_CASE("the parabola through three points has their value, slope and curvature at 0") {
  const double points[] = {-0.5, 0.25, 1}, values[] = {4.75, 3.8125, 4};
  const Parabola p = parabola(points, values);  // 4 - t + t²
  CHECK(p.value == doctest::Approx(4));
  CHECK(p.slope == doctest::Approx(-1));
  CHECK(p.curvature == doctest::Approx(2));
}

TEST_CASE("a corner costs at least its bend times half the square of how far off it lies") {
  for (const double place : {-0.0019, -0.001, 0.0005, 0.0015, 0.0019}) {
    CAPTURE(place);
    const double cost =
        corner_of([&](double t) { return 1 + 2 * t - 30 * t * t + 50 * std::abs(t - place); });
    CHECK(cost >= 100 * place * place / 2);
    CHECK(cost <= 100 * 0.004 * 0.004);
  }
}

TEST_CASE("a corner where the panels meet costs nothing, nor does a parabola") {
  CHECK(corner_of([](double t) { return 3 * t + 50 * std::abs(t); }) < 1e-30);
  CHECK(corner_of([](double t) { return 1 - 7 * t + 1000 * t * t; }) < 1e-15);
  CHECK(corner_of([](double t) { return std::exp(t); }) == 0);
}

TEST_CASE("the logarithm of a sum of parts that bends over many gaps costs nothing") {
  CHECK(corner_of([](double t) { return std::log(std::exp(t) + std::exp(-t)); }) == 0);
}

TEST_CASE("a jump is an end of both panels") {
  CHECK(corner_of([](double t) { return t < 0 ? t : 1 - t; }) == 0);
  CHECK(corner_of([](double t) { return t < 0 ? t : std::numeric_limits<double>::infinity(); }) ==
        0);
}

TEST_CASE("|d| has a kink where d changes its sign, and none where it jumps between panels") {
  CHECK(kink(-3, -1, 1, 3, 0.1, false) == doctest::Approx(0.2));
  CHECK(kink(-3, -1, 1, 3, 0.1, true) == doctest::Approx(0.2));
  CHECK(kink(-1, -1, 1, 1, 0.1, true) == 0);
  CHECK(kink(1, 2, 3, 4, 0.1, false) == 0);
}
