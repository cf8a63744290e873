#include "numerics/number/rational.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>

using namespace gancheck;

namespace {

using Limits = std::numeric_limits<double>;

Integer two_to(unsigned exponent) {
  return Integer(1) << exponent;
}
Rational two_to_minus(unsigned exponent) {
  return Rational(Integer(1), two_to(exponent));
}

bool has_even_significand(double d) {
  return (std::bit_cast<std::uint64_t>(d) & 1U) == 0;
}

/// The definition of "nearest, ties to even" itself, by exact distances to the two neighbours. An
/// infinity stands at 2^1024, where the next double would be if the exponent went on.
bool is_nearest(const Rational& x, double d) {
  const auto position = [](double y) {
    return std::isfinite(y) ? exact_rational(y) : Rational(y > 0 ? two_to(1024) : -two_to(1024));
  };
  if (std::isinf(d)) {
    const Rational beyond = d > 0 ? x : Rational(-x);
    return beyond >= Rational(two_to(1024) - two_to(970));  // the midpoint's tie goes to 2^1024
  }
  const Rational distance = abs(Rational(x - exact_rational(d)));
  for (const double neighbour :
       {std::nextafter(d, Limits::infinity()), std::nextafter(d, -Limits::infinity())}) {
    const Rational other = abs(Rational(x - position(neighbour)));
    if (other < distance || (other == distance && !has_even_significand(d))) return false;
  }
  return true;
}

Integer random_integer(std::mt19937_64& random, unsigned most_bits) {
  Integer n = 0;
  for (unsigned bits = 0; bits < most_bits; bits += 64) n = (n << 64) + random();
  return n / (Integer(1) << (random() % most_bits)) + 1;
}

}  // namespace

TEST_CASE("the nearest double of a rational is no further from it than either neighbour") {
  std::mt19937_64 random(20140610);
  SUBCASE("numerator and denominator below 2^53") {
    for (int i = 0; i < 3000; ++i) {
      const Rational x(random_integer(random, 53) % two_to(53), random_integer(random, 52));
      CHECK(is_nearest(x, nearest_double(x)));
      CHECK(is_nearest(-x, nearest_double(-x)));
    }
  }
  SUBCASE("long numerators and denominators") {
    for (int i = 0; i < 3000; ++i) {
      const Rational x(random_integer(random, 320), random_integer(random, 320));
      CHECK(is_nearest(x, nearest_double(x)));
      CHECK(is_nearest(-x, nearest_double(-x)));
    }
  }
  SUBCASE("subnormal results and results at the end of the range") {
    for (unsigned exponent = 1015; exponent < 1085; ++exponent) {
      for (int i = 0; i < 20; ++i) {
        const Rational x = Rational(random_integer(random, 128), two_to(127));
        CHECK(is_nearest(x * two_to_minus(exponent), nearest_double(x * two_to_minus(exponent))));
        CHECK(is_nearest(x * two_to(exponent), nearest_double(x * two_to(exponent))));
      }
    }
  }
  SUBCASE("around the midpoints of neighbouring doubles") {
    const Rational sliver = two_to_minus(1300);
    for (int i = 0; i < 2000; ++i) {
      const auto bits = random() & ~(std::uint64_t{1} << 63);
      const double d = std::bit_cast<double>(bits);
      if (!std::isfinite(d) || !std::isfinite(std::nextafter(d, Limits::infinity()))) continue;
      const Rational below = exact_rational(d);
      const Rational middle =
          (below + exact_rational(std::nextafter(d, Limits::infinity()))) / Rational(2);
      CHECK(is_nearest(middle, nearest_double(middle)));
      CHECK(nearest_double(middle - sliver) == d);
      CHECK(nearest_double(middle + sliver) == std::nextafter(d, Limits::infinity()));
      CHECK(nearest_double(below) == d);
    }
  }
}

TEST_CASE("beyond the range the nearest double is 0 or infinite exactly where the rule says") {
  const Rational half_smallest = two_to_minus(1075), sliver = two_to_minus(3000);
  CHECK(nearest_double(half_smallest) == 0.0);  // a tie, and 0 is even
  CHECK(nearest_double(half_smallest + sliver) == Limits::denorm_min());
  CHECK(nearest_double(3 * half_smallest) == 2 * Limits::denorm_min());
  CHECK(nearest_double(sliver) == 0.0);
  const Rational last(two_to(1024) - two_to(971)), middle(two_to(1024) - two_to(970));
  CHECK(nearest_double(last) == Limits::max());
  CHECK(nearest_double(middle - sliver) == Limits::max());
  CHECK(nearest_double(middle) == Limits::infinity());
  CHECK(nearest_double(-middle) == -Limits::infinity());
  CHECK(nearest_double(power_of_ten(5000)) == Limits::infinity());
  CHECK(nearest_double(Rational(0)) == 0.0);
  CHECK(nearest_double(Rational(1, 10)) == 0.1);
  CHECK(nearest_double(power_of_ten(-300)) == 1e-300);
}

TEST_CASE("a finite double is a rational, and comes back from it") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    const double d = std::bit_cast<double>(random());
    if (std::isfinite(d)) CHECK(nearest_double(exact_rational(d)) == d);
  }
  CHECK(exact_rational(0.75) == Rational(3, 4));
  CHECK(exact_rational(-Limits::denorm_min()) == -two_to_minus(1074));
  CHECK(exact_rational(Limits::max()) == Rational(two_to(1024) - two_to(971)));
  CHECK_THROWS_AS(exact_rational(Limits::infinity()), std::invalid_argument);
  CHECK_THROWS_AS(exact_rational(Limits::quiet_NaN()), std::invalid_argument);
}

TEST_CASE("powers of ten multiply to one") {
  CHECK(power_of_ten(0) == 1);
  CHECK(power_of_ten(3) == 1000);
  CHECK(power_of_ten(-2) == Rational(1, 100));
  for (int e = 0; e < 400; e += 7) CHECK(power_of_ten(e) * power_of_ten(-e) == 1);
}

TEST_CASE("a rational is written as a decimal where that ends within twenty digits") {
  CHECK(to_text(Rational(3)) == "3");
  CHECK(to_text(Rational(-3)) == "-3");
  CHECK(to_text(Rational(0)) == "0");
  CHECK(to_text(Rational(1, 4)) == "0.25");
  CHECK(to_text(Rational(-41, 40)) == "-1.025");
  CHECK(to_text(Rational(1, 3)) == "1/3");
  CHECK(to_text(Rational(-5, 6)) == "-5/6");
  CHECK(to_text(power_of_ten(-20)) == "0.00000000000000000001");
  CHECK(to_text(power_of_ten(-21)) == "1/1000000000000000000000");
  CHECK(to_text(two_to_minus(20)) == "0.00000095367431640625");
  CHECK(to_text(two_to_minus(21)) == "1/2097152");
}

TEST_CASE("directed decimals enclose the number by one unit of their last digit") {
  SUBCASE("known expansions") {
    // log 4 = 1.386294361119890618834..., JSD of a pair = 0.128174973049...
    const Rational log4 = Rational(Integer("1386294361119890618834")) * power_of_ten(-21);
    CHECK(decimal_rounded_down(log4, 10) == "1.386294361");
    CHECK(decimal_rounded_up(log4, 10) == "1.386294362");
    CHECK(decimal_rounded_down(-log4, 10) == "-1.386294362");
    CHECK(decimal_rounded_up(-log4, 10) == "-1.386294361");
    const Rational jsd = Rational(Integer("128174973049")) * power_of_ten(-12);
    CHECK(decimal_rounded_down(jsd, 10) == "0.1281749730");
    CHECK(decimal_rounded_up(jsd, 10) == "0.1281749731");
    CHECK(decimal_rounded_down(Rational(1, 3), 5) == "0.33333");
    CHECK(decimal_rounded_up(Rational(1, 3), 5) == "0.33334");
    CHECK(decimal_rounded_up(Rational(-2, 3), 3) == "-0.666");
  }
  SUBCASE("a carry through all digits") {
    CHECK(decimal_rounded_up(Rational(9999, 1000), 3) == "10.0");
    CHECK(decimal_rounded_down(Rational(-9999, 1000), 3) == "-10.0");
    CHECK(decimal_rounded_down(Rational(9999, 1000), 3) == "9.99");
  }
  SUBCASE("exact values are printed exactly") {
    CHECK(decimal_rounded_down(Rational(1, 2), 15) == "0.5");
    CHECK(decimal_rounded_up(Rational(1, 2), 15) == "0.5");
    CHECK(decimal_rounded_down(Rational(0), 5) == "0");
    CHECK(decimal_rounded_up(power_of_ten(-300), 12) == "1e-300");
    CHECK(decimal_rounded_up(Rational(1200), 4) == "1200");
    CHECK(decimal_rounded_down(Rational(-1025, 1000), 4) == "-1.025");
  }
  SUBCASE("plain within 1e-5 .. 1e15, scientific outside") {
    CHECK(decimal_rounded_down(Rational(5, 4) * power_of_ten(-13), 3) == "1.25e-13");
    CHECK(decimal_rounded_down(power_of_ten(-5), 3) == "0.00001");
    CHECK(decimal_rounded_down(power_of_ten(-6), 3) == "1e-6");
    CHECK(decimal_rounded_down(power_of_ten(14), 3) == "100000000000000");
    CHECK(decimal_rounded_down(power_of_ten(15), 3) == "1e15");
    CHECK(decimal_rounded_up(Rational(1, 3) * power_of_ten(20), 4) == "3.334e19");
    CHECK(decimal_rounded_down(Rational(123456, 1), 3) == "123000");
  }
  CHECK_THROWS_AS(decimal_rounded_up(Rational(1), 0), std::invalid_argument);
}

namespace {

/// Reads back what decimal_rounded_* writes.
Rational read_decimal(const std::string& text) {
  const auto e = text.find('e');
  std::string digits = text.substr(0, e);
  int exponent = e == std::string::npos ? 0 : std::stoi(text.substr(e + 1));
  const auto point = digits.find('.');
  if (point != std::string::npos) {
    exponent -= static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  const bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  // A leading 0 would make Boost read the digits as octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const Rational magnitude = Rational(Integer(digits)) * power_of_ten(exponent);
  return negative ? Rational(-magnitude) : magnitude;
}

}  // namespace

TEST_CASE("a directed decimal lies on its side, less than one unit of the last digit away") {
  std::mt19937_64 random(99);
  for (int i = 0; i < 1500; ++i) {
    Rational x(random_integer(random, 200), random_integer(random, 200));
    if (random() % 2 == 0) x = -x;
    const int digits = 1 + static_cast<int>(random() % 25);
    const Rational down = read_decimal(decimal_rounded_down(x, digits));
    const Rational up = read_decimal(decimal_rounded_up(x, digits));
    CHECK(down <= x);
    CHECK(x <= up);
    // A number of `digits` significant digits is at least 10^(digits-1) units of the last one.
    CHECK((up - down) * power_of_ten(digits - 1) <= abs(x));
  }
}
