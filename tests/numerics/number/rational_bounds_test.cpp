#include "numerics/number/rational_bounds.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gancheck;

namespace {

Bounds between(const Rational& lower, const Rational& upper) {
  return {{lower, 0}, {upper, 0}};
}

bool are(const Bounds& x, const Rational& lower, const Rational& upper) {
  return x.is_finite() && x.lower.value == lower && x.upper.value == upper;
}

const Bounds unbounded{Extended::infinity(-1), Extended::infinity(1)};

}  // namespace

TEST_CASE("the extended line is ordered") {
  CHECK(Extended::infinity(-1) < Extended{power_of_ten(400), 0});
  CHECK(Extended{power_of_ten(400), 0} < Extended::infinity(1));
  CHECK(Extended{Rational(1, 3), 0} < Extended{Rational(1, 2), 0});
  CHECK_FALSE(Extended::infinity(1) < Extended::infinity(1));
  CHECK(Extended::infinity(1) == -Extended::infinity(-1));
}

TEST_CASE("inside and meeting count the ends") {
  CHECK(between(1, 2).is_inside(between(1, 2)));
  CHECK_FALSE(between(1, 2).is_inside(between(1, Rational(19, 10))));
  CHECK_FALSE(between(1, 2).is_inside(between(Rational(11, 10), 2)));
  CHECK(between(1, 2).meets(between(2, 3)));
  CHECK_FALSE(between(1, 2).meets(between(2 + power_of_ten(-40), 3)));
  CHECK_FALSE(between(2 + power_of_ten(-40), 3).meets(between(1, 2)));
  CHECK(between(1, 2).is_inside(unbounded));
  CHECK_FALSE(unbounded.is_inside(between(1, 2)));
}

TEST_CASE("bounds are read exactly, and outwards beyond 1e10000") {
  CHECK(are(read_bounds("-0.1", "2.5e-3"), Rational(-1, 10), Rational(1, 400)));
  CHECK(read_bounds("inf", "inf").is_exact());
  CHECK(read_bounds("-inf", "inf").upper == Extended::infinity(1));
  const Rational least = power_of_ten(-10000), most = power_of_ten(10000);
  CHECK(are(read_bounds("1e-54287", "2e-54287"), 0, least));
  CHECK(are(read_bounds("-2e-54287", "-1e-54287"), -least, 0));
  const Bounds large = read_bounds("1e54287", "2e54287");
  CHECK(large.lower.value == most);
  CHECK(large.upper == Extended::infinity(1));
  CHECK(read_bounds("-2e54287", "-1e54287").lower == Extended::infinity(-1));
  CHECK(read_bounds("-2e54287", "-1e54287").upper.value == -most);
  for (const char* bad : {"", "nan", "1/2", "0x1", "0.5 "})
    CHECK_THROWS_AS(read_bounds(bad, "1"), std::invalid_argument);
}

TEST_CASE("sums and products of bounds are exact") {
  const Bounds x = between(-1, 2), y = between(Rational(1, 3), Rational(1, 2));
  CHECK(are(x + y, Rational(-2, 3), Rational(5, 2)));
  CHECK(are(x - y, Rational(-3, 2), Rational(5, 3)));
  CHECK(are(-x, -2, 1));
  CHECK(are(x * y, Rational(-1, 2), 1));
  CHECK(are(between(2, 3) * y, Rational(2, 3), Rational(3, 2)));
  CHECK(are(between(-3, -2) * y, Rational(-3, 2), Rational(-2, 3)));
  for (const Bounds& bad : {between(0, 1), between(-1, 1), read_bounds("1", "inf")})
    CHECK_THROWS_AS(x * bad, std::invalid_argument);
}

TEST_CASE("infinite ends stay infinite") {
  const Bounds infinite = read_bounds("inf", "inf"), from_one = read_bounds("1", "inf");
  CHECK((infinite + Bounds::of(-5)).is_exact());
  CHECK((infinite * Bounds::of(Rational(1, 2))).lower == Extended::infinity(1));
  CHECK((from_one - Bounds::of(3)).lower.value == -2);
  CHECK((from_one - Bounds::of(3)).upper == Extended::infinity(1));
  CHECK((-from_one).lower == Extended::infinity(-1));
  CHECK((infinite - infinite).lower == Extended::infinity(-1));
  CHECK((infinite - infinite).upper == Extended::infinity(1));
}

TEST_CASE("roots and logarithms are enclosed to 300 digits") {
  const Rational tight = power_of_ten(-290);
  for (const char* text : {"2", "1e-300", "0.21576155433883569", "1e300"}) {
    const Bounds x = read_bounds(text, text), root = *square_root(x);
    CHECK(root.lower.value * root.lower.value <= x.lower.value);
    CHECK(root.upper.value * root.upper.value >= x.upper.value);
    CHECK(root.upper.value - root.lower.value <= root.upper.value * tight);
  }
  CHECK(square_root(read_bounds("-1", "0"))->is_exact());
  CHECK(square_root(read_bounds("-1", "4"))->lower.value == 0);
  CHECK(square_root(read_bounds("inf", "inf"))->is_exact());
  CHECK_FALSE(square_root(read_bounds("-2", "-1")));
  // To 50 digits; from any table.
  CHECK(
      bounds_of_log2().meets(read_bounds("0.69314718055994530941723212145817656807550013436025",
                                         "0.69314718055994530941723212145817656807550013436026")));
  CHECK(
      bounds_of_log10().meets(read_bounds("2.3025850929940456840179914546843642076011014886287",
                                          "2.3025850929940456840179914546843642076011014886288")));
  CHECK(bounds_of_log2().upper.value - bounds_of_log2().lower.value <= tight);
}

TEST_CASE("bounds are printed outwards") {
  const Bounds third = Bounds::of(Rational(1, 3));
  CHECK(lower_text(third, 3) == "0.333");
  CHECK(upper_text(third, 3) == "0.334");
  CHECK(lower_text(-third, 3) == "-0.334");
  CHECK(lower_text(unbounded, 3) == "-inf");
  CHECK(upper_text(unbounded, 3) == "inf");
}
