#include "numerics/number/special_functions.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <vector>

#include "numerics/number/numeral.hpp"

using namespace gancheck;

namespace {

using Arguments = std::vector<Rational>;
using Function = std::function<Ball(const std::vector<Ball>&)>;

/// By the name in the table of references. The second argument of a beta function is x alone there.
const std::map<std::string, Function> functions{
    {"erfc", [](const auto& x) { return erfc(x[0]); }},
    {"expm1", [](const auto& x) { return expm1(x[0]); }},
    {"atan", [](const auto& x) { return atan(x[0]); }},
    {"sin", [](const auto& x) { return sin(x[0]); }},
    {"log_gamma", [](const auto& x) { return log_gamma(x[0]); }},
    {"power", [](const auto& x) { return power(x[0], x[1]); }},
    {"gamma_lower", [](const auto& x) { return gamma_lower(x[0], x[1]); }},
    {"gamma_upper", [](const auto& x) { return gamma_upper(x[0], x[1]); }},
    {"beta_lower", [](const auto& x) { return beta_lower(x[0], x[1], x[2], x[3]); }},
    {"beta_upper", [](const auto& x) { return beta_lower(x[1], x[0], x[3], x[2]); }},
};

struct Reference {
  std::string function, text;
  Arguments arguments;
  Rational value;
};

Rational decimal(const std::string& text) {
  return read_numeral(text).value().value.rational();
}

/// A decimal or a quotient of two.
Rational number(const std::string& text) {
  const std::size_t bar = text.find('/');
  if (bar == std::string::npos) return decimal(text);
  return decimal(text.substr(0, bar)) / decimal(text.substr(bar + 1));
}

std::vector<Reference> references() {
  std::ifstream table(GANCHECK_REFERENCE_DIR "/special_functions.tsv");
  REQUIRE(table);
  std::vector<Reference> all;
  std::string function, text, digits;
  while (table >> function >> text >> digits) {
    Reference row{function, text, {}, number(digits)};
    std::istringstream list(text);
    for (std::string part; std::getline(list, part, ',');) row.arguments.push_back(number(part));
    const bool is_beta = function.starts_with("beta");
    if (is_beta) row.arguments.push_back(1 - row.arguments[2]);
    all.push_back(row);
  }
  return all;
}

std::vector<Ball> balls(const Arguments& x) {
  std::vector<Ball> all;
  for (const Rational& argument : x) all.push_back(exactly<Ball>(argument));
  return all;
}

/// Fifty digits, cut there.
Ball about(const Rational& x) {
  const Rational unit = abs(x) * power_of_ten(-48);
  return Ball::hull(Rational(x - unit), Rational(x + unit));
}

double relative_radius(const Ball& x) {
  return x.is_zero() ? 0 : (x / x).radius();
}

}  // namespace

TEST_CASE("special functions enclose fifty digits of references, and tightly") {
  std::map<std::string, int> seen;
  for (const Reference& row : references()) {
    CAPTURE(row.function);
    CAPTURE(row.text);
    for (const long bits : {64L, 160L, 256L}) {
      const BallPrecision precision(bits);
      const Ball y = functions.at(row.function)(balls(row.arguments));
      {
        const BallPrecision more(320);
        CHECK(y.overlaps(about(row.value)));
      }
      // An argument that is a quotient is off by 2^-bits of itself; near 1e6 a tail of a law takes
      // that about 2^18 times (x·p(x)/P at ten standard deviations), 2^-(bits-20) leaves 2^2.
      CHECK(relative_radius(y) <= std::ldexp(1.0, static_cast<int>(20 - bits)));
    }
    ++seen[row.function];
  }
  for (const auto& row : functions) CHECK_MESSAGE(seen[row.first] >= 4, row.first);
}

TEST_CASE("over wide balls the range of a tail lies between its corners") {
  const Ball shape = Ball::hull(Rational(2), Rational(3));
  const Ball point = Ball::hull(Rational(1), Rational(4));
  const auto contains_all = [](const Ball& range, const auto& f) {
    for (int i = 0; i <= 4; ++i)
      for (int j = 0; j <= 4; ++j)
        CHECK(range.overlaps(
            f(exactly<Ball>(Rational(8 + i, 4)), exactly<Ball>(Rational(4 + 3 * j, 4)))));
  };
  const Ball lower = gamma_lower(shape, point), upper = gamma_upper(shape, point);
  contains_all(lower, [](const Ball& s, const Ball& x) { return gamma_lower(s, x); });
  contains_all(upper, [](const Ball& s, const Ball& x) { return gamma_upper(s, x); });
  const auto is_hull = [](const Ball& range, const Ball& least, const Ball& most) {
    CHECK(range.lower() == doctest::Approx(least.midpoint()).epsilon(1e-8));
    CHECK(range.upper() == doctest::Approx(most.midpoint()).epsilon(1e-8));
  };
  is_hull(lower, gamma_lower(Ball(3), Ball(1)), gamma_lower(Ball(2), Ball(4)));
  is_hull(upper, gamma_upper(Ball(2), Ball(4)), gamma_upper(Ball(3), Ball(1)));
  const Ball x = Ball::hull(Rational(1, 4), Rational(1, 3));
  is_hull(beta_lower(shape, Ball(5), x, Ball(1) - x),
          beta_lower(Ball(3), Ball(5), Ball(1) / 4, Ball(3) / 4),
          beta_lower(Ball(2), Ball(5), Ball(1) / 3, Ball(2) / 3));
  is_hull(beta_lower(Ball(5), shape, Ball(1) - x, x),
          beta_lower(Ball(5), Ball(2), Ball(2) / 3, Ball(1) / 3),
          beta_lower(Ball(5), Ball(3), Ball(3) / 4, Ball(1) / 4));
  is_hull(erfc(point), erfc(Ball(4)), erfc(Ball(1)));
  is_hull(power(shape, Ball(-2)), Ball(1) / 9, Ball(1) / 4);
  is_hull(atan(point), atan(Ball(1)), atan(Ball(4)));
  is_hull(expm1(point), expm1(Ball(1)), expm1(Ball(4)));
}

TEST_CASE("the ends of a tail are 0 and 1") {
  for (const int s : {1, 7}) {
    CHECK(gamma_lower(Ball(s), Ball(0)).is_zero());
    CHECK((gamma_upper(Ball(s), Ball(0)) - Ball(1)).is_zero());
    CHECK(beta_lower(Ball(s), Ball(2), Ball(0), Ball(1)).is_zero());
    CHECK((beta_lower(Ball(s), Ball(2), Ball(1), Ball(0)) - Ball(1)).is_zero());
  }
  // A ball about 0 stands for what of it is no less.
  const Ball about_zero = Ball::hull(-1e-30, 1e-30);
  CHECK(gamma_lower(Ball(1), about_zero).upper() <= 2e-30);
  CHECK(beta_lower(Ball(1), Ball(1), about_zero, Ball(1) - about_zero).upper() <= 2e-30);
  CHECK(beta_lower(Ball(1), Ball(1), Ball(1) - about_zero, about_zero).lower() >= 1 - 1e-15);
}

TEST_CASE("distances beyond every exponent of a double keep their digits") {
  // P(1/2, x) -> 2 sqrt(x/pi) and I_x(1/2, 1/2) -> 2/pi sqrt x, with the factor 1 + O(x).
  const Ball x = exp(Ball(-1000000)), root = exp(Ball(-500000));
  const Ball half = Ball(1) / 2;
  const auto agree = [](const Ball& y, const Ball& expected) {
    CHECK(y.overlaps(expected));
    CHECK(relative_radius(y) < 1e-40);
  };
  agree(gamma_lower(half, x), 2 * root / sqrt(pi()));
  agree(beta_lower(half, half, x, Ball(1) - x), 2 * root / pi());
  agree(beta_lower(half, half, Ball(1) - x, x), Ball(1) - 2 * root / pi());
}

TEST_CASE("an exact argument of more bits than the precision is enclosed too") {
  const BallPrecision all(600);
  const Ball x = Ball(1) + exp(Ball(-40)), exact = Ball(1) + power(Ball(1) / 2, 70UL);
  const auto at = [](long bits, const auto& f) {
    const BallPrecision precision(bits);
    return f();
  };
  for (const long bits : {10L, 20L, 30L}) {
    CHECK(at(bits, [&] { return gamma_lower(Ball(1), exact); }).overlaps(-expm1(-exact)));
    CHECK(at(bits, [&] { return gamma_upper(Ball(1), exact); }).overlaps(exp(-exact)));
    CHECK(at(bits, [&] { return gamma_upper(Ball(1), x); }).overlaps(exp(-x)));
    const Ball y = exact - Ball(1);
    CHECK(at(bits, [&] { return beta_lower(Ball(2), Ball(1), y, Ball(1) - y); }).overlaps(y * y));
  }
}

TEST_CASE("erfc of a narrow ball far out keeps its digits") {
  // log erfc(x) = -x² - log(x sqrt pi) - 1/(2x²) + O(x^-4); 2x² relative units of the argument.
  const Ball x = exactly<Ball>(Rational(2000000, 3));
  const Ball y = erfc(x);
  CHECK(relative_radius(y) < 0x1p-118);
  CHECK((log(y) + x * x + log(x * sqrt(pi())) + Ball(1) / (2 * x * x)).magnitude() < 1e-22);
}

TEST_CASE("where a function has no value or does not settle, nothing false is said") {
  CHECK_FALSE(gamma_lower(Ball(0), Ball(1)).is_finite());
  CHECK_FALSE(gamma_lower(Ball(-1), Ball(1)).is_finite());
  CHECK_FALSE(gamma_upper(Ball(1), Ball(-1)).is_finite());
  CHECK_FALSE(beta_lower(Ball(0), Ball(1), Ball(1) / 2, Ball(1) / 2).is_finite());
  CHECK_FALSE(log_gamma(Ball(0)).is_finite());
  CHECK_FALSE(power(Ball(-2), Ball(1) / 2).is_finite());
  // At the middle of a law of 1e300 degrees the series is longer than any that is summed.
  const Ball huge = exactly<Ball>(power_of_ten(300));
  for (const Ball& y : {gamma_lower(huge, huge), gamma_upper(huge, huge),
                        beta_lower(huge, huge, Ball(1) / 2, Ball(1) / 2)}) {
    CHECK(y.lower() == 0);
    CHECK(y.upper() == 1);
  }
  // e^-x at x = e^(1e6) is below every exponent: an interval about 0.
  CHECK(gamma_upper(Ball(3), exp(Ball(1000000))).upper() < 1e-300);
  CHECK(gamma_upper(Ball(3), exp(Ball(1000000))).contains_zero());
  CHECK(gamma_upper(Ball(3), exp(Ball(1000000))).is_nonnegative());
  CHECK(erfc(exp(Ball(1000000))).upper() < 1e-300);
  CHECK(erfc(exp(Ball(1000000))).contains_zero());
  CHECK(erfc(exp(Ball(1000000))).is_nonnegative());
}
