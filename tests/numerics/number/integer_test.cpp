#include "numerics/number/integer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "numerics/number/rational.hpp"

using namespace gancheck;

namespace {

/// Either side of what is stored in place, and of 64 bits.
std::vector<Integer> samples() {
  std::vector<Integer> all{0};
  for (const int bits : {0, 1, 31, 53, 61, 62, 63, 64, 65, 127, 128, 1000})
    for (const int step : {-1, 0, 1})
      for (const int sign : {-1, 1}) all.push_back(Integer(sign) * ((Integer(1) << bits) + step));
  return all;
}

}  // namespace

TEST_CASE("copies, moves and exchanges of whole numbers of any size keep them") {
  for (const Integer& x : samples()) {
    for (const Integer& y : samples()) {
      Integer a = x, b = y;
      const std::string as_text = x.str();
      CHECK(a == x);
      a = b;
      CHECK(a == y);
      b = x;
      std::swap(a, b);
      CHECK(a == x);
      CHECK(b == y);
      Integer c = std::move(a);
      a = std::move(b);
      CHECK(a == y);
      CHECK(c.str() == as_text);
      const Integer& same = c;
      c = same;
      CHECK(c == x);
    }
  }
}

TEST_CASE("the arithmetic of whole numbers obeys its laws") {
  for (const Integer& x : samples()) {
    CHECK(Integer(x.str()) == x);
    CHECK(-(-x) == x);
    CHECK(abs(x) == (x < 0 ? -x : x));
    CHECK((x << 70) == x * pow(Integer(2), 70));
    for (const Integer& y : samples()) {
      CHECK(x + y - y == x);
      CHECK((x + y) * (x - y) == x * x - y * y);
      CHECK((x < y) == (x - y < 0));
      CHECK((x == y) == (x - y == 0));
      if (y == 0) continue;
      Integer quotient, rest;
      divide_qr(x, y, quotient, rest);
      CHECK(quotient * y + rest == x);
      CHECK(abs(rest) < abs(y));
      CHECK((rest == 0 || (rest < 0) == (x < 0)));
      CHECK(x / y == quotient);
      CHECK(x % y == rest);
      CHECK(x * y / y == x);
    }
    if (x < 0) continue;
    const Integer root = sqrt(x);
    CHECK(root * root <= x);
    CHECK((root + 1) * (root + 1) > x);
    if (x == 0) continue;
    CHECK((Integer(1) << static_cast<std::int64_t>(msb(x))) <= x);
    CHECK((Integer(1) << static_cast<std::int64_t>(msb(x) + 1)) > x);
    CHECK(is_odd(x) == (x % 2 == 1));
  }
}

TEST_CASE("a whole number becomes a built-in one where that holds it") {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most_unsigned = std::numeric_limits<std::uint64_t>::max();
  CHECK(static_cast<std::int64_t>(Integer(most)) == most);
  CHECK(static_cast<std::int64_t>(Integer(least)) == least);
  CHECK(static_cast<std::uint64_t>(Integer(most_unsigned)) == most_unsigned);
  CHECK(Integer(most_unsigned).str() == "18446744073709551615");
  CHECK(static_cast<int>(Integer(-7)) == -7);
  CHECK_THROWS_AS((void)static_cast<std::int64_t>(Integer(most) + 1), std::overflow_error);
  CHECK_THROWS_AS((void)static_cast<std::uint64_t>(Integer(-1)), std::overflow_error);
  CHECK_THROWS_AS((void)static_cast<int>(Integer(1) << 31), std::overflow_error);
  CHECK_THROWS_AS((void)static_cast<unsigned char>(Integer(256)), std::overflow_error);
}

TEST_CASE("what is no whole number, and a division by 0, are refused") {
  for (const char* text : {"", "-", "+", "1.5", "1e3", "0x10", " 1", "1 ", "--1", "+-1", "12a"})
    CHECK_THROWS_AS(Integer{text}, std::invalid_argument);
  CHECK(Integer("+12") == 12);
  CHECK(Integer("-0") == 0);
  CHECK_THROWS_AS(Integer(1) / 0, std::domain_error);
  CHECK_THROWS_AS(Integer(1) % 0, std::domain_error);
  CHECK_THROWS_AS(Rational(Integer(1), Integer(0)), std::domain_error);
  CHECK_THROWS_AS(Rational(1) / 0, std::domain_error);
  CHECK_THROWS_AS(sqrt(Integer(-1)), std::domain_error);
}

TEST_CASE("rationals are in lowest terms with a positive denominator, and form a field") {
  std::vector<Rational> all;
  for (const Integer& n : {Integer(0), Integer(6), Integer(-4), (Integer(1) << 62) + 2})
    for (const Integer& d : {Integer(4), Integer(-6), Integer(1) << 63, Integer(-1)})
      all.emplace_back(n, d);
  CHECK(Rational(4, -6).str() == "-2/3");
  CHECK(Rational(0, -5) == 0);
  CHECK(denominator(Rational(0, -5)) == 1);
  for (const Rational& x : all) {
    CHECK(denominator(x) > 0);
    for (const Rational& y : all) {
      CHECK(x + y - y == x);
      CHECK((x < y) == (numerator(x) * denominator(y) < numerator(y) * denominator(x)));
      CHECK((x + y) * (x - y) == x * x - y * y);
      if (y == 0) continue;
      CHECK(x / y * y == x);
      CHECK(denominator(x / y) > 0);
      Rational z = y;
      const Rational& same = z;
      z /= same;
      CHECK(z == 1);
    }
  }
}
