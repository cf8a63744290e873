#include "numerics/maximise.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/number/float50.hpp"

using gancheck::Float50;
using gancheck::Maximiser;

namespace {

Maximiser maximiser_of(double a, double b) {
  return gancheck::find_maximum([a, b](double yes, double no) { return a / yes - b / no; });
}

/// min(y, 1-y) at y = a/(a+b), at 50 digits.
Float50 small_coordinate(double a, double b) {
  return Float50(a < b ? a : b) / (Float50(a) + Float50(b));
}

}  // namespace

TEST_CASE("the maximum of a log y + b log(1-y) is found to a few ulp of min(y, 1-y)") {
  for (int exponent = -300; exponent <= 300; ++exponent) {
    for (const double factor : {1.0, 1.7, 3.3, 9.1}) {
      const double a = factor * std::pow(10.0, exponent / 2);
      const double b = std::pow(10.0, exponent / 2 - exponent);
      CAPTURE(a);
      CAPTURE(b);
      const Maximiser found = maximiser_of(a, b);
      const Float50 truth = small_coordinate(a, b);
      CHECK(found.small_is_yes == (a < b));
      // 3u from the comparison of the quotients, 2u from the last step of the bisection.
      CHECK(abs(Float50(Float50(found.small) - truth)) <= truth * 5 * 0x1p-53);
    }
  }
}

TEST_CASE("a function without a critical point is largest at the end that its slope points to") {
  CHECK(maximiser_of(1, 0).yes() == 1.0);
  CHECK(maximiser_of(1, 0).no() == 0.0);
  CHECK(maximiser_of(0, 1).yes() == 0.0);
  CHECK(maximiser_of(0, 1e-300).yes() == 0.0);
}

TEST_CASE("equal weights meet in the middle") {
  CHECK(maximiser_of(1, 1).yes() == 0.5);
  CHECK(maximiser_of(1e-300, 1e-300).yes() == 0.5);
}

TEST_CASE("only the sign of the slope is used") {
  const auto signs = gancheck::find_maximum([](double yes, double no) {
    const double slope = 2 / yes - 5 / no;
    return slope > 0 ? 1.0 : slope < 0 ? -1.0 : 0.0;
  });
  CHECK(signs.small == maximiser_of(2, 5).small);
}
