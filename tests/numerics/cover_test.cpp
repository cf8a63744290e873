#include "numerics/cover.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace gancheck;

TEST_CASE("a cover of [0, 1] certifies a lower bound that holds, and its boxes fill the interval") {
  std::vector<DyadicBox> certified;
  // t² + 1/4 - t >= -1/1000: touches 0 at 1/2, so boxes near it have to be halved.
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& t) {
        certified.push_back(t);
        return t.low() * t.low() + exactly<Ball>(Rational(1, 4)) - t.high();
      },
      -0.001);
  CHECK(cover.complete());
  CHECK(cover.boxes > 100);
  CHECK(cover.lowest >= -0.001);
  double covered = 0;
  for (const DyadicBox& t : certified) {
    const Ball lowest = t.low() * t.low() + exactly<Ball>(Rational(1, 4)) - t.high();
    if (lowest.lower() >= -0.001) covered += t.upper - t.lower;
  }
  CHECK(covered == 1.0);
  CHECK(cover.covered == 1.0);
}

TEST_CASE("the books: boxes that do not fill the domain are no cover of it") {
  const DyadicBox left{0.0, 0.5}, right{0.5, 1.0};
  Cover half;
  half.certify(std::vector{left}, 1.0);
  CHECK(half.covered == 0.5);
  CHECK(!half.complete());
  half.certify(std::vector{right}, 2.0);
  CHECK(half.complete());
  CHECK(half.lowest == 1.0);
  CHECK(half.where == "[0, 0.5]");
  Cover square;
  square.certify(std::vector{left, left}, 1.0);
  square.certify(std::vector{right, DyadicBox{0.0, 1.0}}, 1.0);
  CHECK(square.covered == 0.75);
  square.give_up(std::vector{left, right});
  CHECK(square.where == "[0, 0.5] x [0.5, 1]");
  CHECK(square.sides.size() == 2);
  CHECK(!square.complete());
}

TEST_CASE("a bound that fails at one point leaves the cover incomplete, and says where") {
  const Cover cover = cover_unit_interval(
      [](const DyadicBox& t) { return t.low() - exactly<Ball>(Rational(1, 3)); }, 0.0);
  CHECK(!cover.complete());
  CHECK(cover.where.starts_with("[0"));
}

TEST_CASE("what is not a number certifies nothing") {
  const Cover cover =
      cover_unit_interval([](const DyadicBox& t) { return log(t.low() - t.low()); }, -1e300);
  CHECK(!cover.complete());
  CHECK(!Cover{}.complete());
}

TEST_CASE("a cover of the closed square reaches its corners") {
  bool corner = false;
  const Cover cover = cover_unit_square(
      [&](const DyadicBox& x, const DyadicBox& y) {
        corner = corner || (x.upper == 1.0 && y.lower == 0.0);
        return x.low() + y.low();
      },
      0.0);
  CHECK(cover.complete());
  CHECK(corner);
  const Cover broken = cover_unit_square(
      [](const DyadicBox& x, const DyadicBox& y) {
        return Ball(1) - x.high() * y.high() - exactly<Ball>(Rational(1, 100));
      },
      0.0);
  CHECK(!broken.complete());
}
