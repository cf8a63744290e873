#include "numerics/number/tracked.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <random>

#include "numerics/number/float50.hpp"

using gancheck::exactly;
using gancheck::Float50;
using gancheck::Rational;
using gancheck::Tracked;

namespace {

constexpr double u = 0x1p-53;
constexpr double infinity = std::numeric_limits<double>::infinity();

bool contains(const Tracked& x, const Float50& truth) {
  return abs(Float50(Float50(x.value()) - truth)) <= Float50(x.error());
}

/// Log-spaced positive doubles over forty binary orders of magnitude.
double positive(std::mt19937_64& random) {
  std::uniform_real_distribution<double> mantissa(1.0, 2.0);
  std::uniform_int_distribution<int> exponent(-20, 20);
  return std::ldexp(mantissa(random), exponent(random));
}

struct Operation {
  const char* name;
  std::function<Tracked(const Tracked&, const Tracked&)> tracked;
  std::function<Float50(const Float50&, const Float50&)> truth;
  double tight;  ///< with exact operands the bound is at most this many u of the value
};

const Operation operations[] = {
    {"+", [](auto& x, auto& y) { return x + y; }, [](auto& x, auto& y) { return Float50(x + y); },
     1.1},
    {"*", [](auto& x, auto& y) { return x * y; }, [](auto& x, auto& y) { return Float50(x * y); },
     1.1},
    {"/", [](auto& x, auto& y) { return x / y; }, [](auto& x, auto& y) { return Float50(x / y); },
     1.1},
    {"log", [](auto& x, auto&) { return log(x); }, [](auto& x, auto&) { return Float50(log(x)); },
     4.1},
    {"log1p", [](auto& x, auto&) { return log1p(x); },
     [](auto& x, auto&) { return Float50(log(Float50(1 + x))); }, 4.1},
    {"exp(-x)", [](auto& x, auto&) { return exp(-(x / 1024)); },
     [](auto& x, auto&) { return Float50(exp(Float50(-x / 1024))); }, 4.1},
    {"sqrt", [](auto& x, auto&) { return sqrt(x); },
     [](auto& x, auto&) { return Float50(sqrt(x)); }, 1.1},
    {"p log d", [](auto& x, auto& y) { return times_log(x, y); },
     [](auto& x, auto& y) { return Float50(x * log(y)); }, 6.1},
};

}  // namespace

TEST_CASE("the bound of an operation on exact operands contains the truth and is a few ulp") {
  std::mt19937_64 random(1);
  for (const Operation& operation : operations) {
    CAPTURE(operation.name);
    for (int i = 0; i < 2000; ++i) {
      const double x = positive(random), y = positive(random);
      const Tracked result = operation.tracked(Tracked::exact(x), Tracked::exact(y));
      CAPTURE(x);
      CAPTURE(y);
      REQUIRE(contains(result, operation.truth(Float50(x), Float50(y))));
      REQUIRE(result.error() <= operation.tight * u * std::abs(result.value()) + 1e-300);
    }
  }
}

TEST_CASE("the bound contains the truth for every operand within the operands' errors") {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> share(-1.0, 1.0);
  for (const Operation& operation : operations) {
    CAPTURE(operation.name);
    for (int i = 0; i < 2000; ++i) {
      const double x = positive(random), y = positive(random);
      const double ex = x * std::ldexp(1.0, -static_cast<int>(random() % 50) - 2);
      const double ey = y * std::ldexp(1.0, -static_cast<int>(random() % 50) - 2);
      const Float50 true_x = Float50(x) + Float50(ex) * share(random);
      const Float50 true_y = Float50(y) + Float50(ey) * share(random);
      const Tracked result = operation.tracked(Tracked::within(x, ex), Tracked::within(y, ey));
      REQUIRE(contains(result, operation.truth(true_x, true_y)));
    }
  }
}

TEST_CASE("a difference of neighbours carries the errors that it inherits and none of its own") {
  const Tracked third = exactly<Tracked>(Rational(1, 3));
  const Tracked zero = third * 3 - Tracked(1);
  CHECK(contains(zero, Float50(0)));
  CHECK(zero.error() <= 3 * u);
  CHECK((Tracked(3) - Tracked(2)).error() == 0);
}

TEST_CASE("whole numbers and dyadic quotients stay exact") {
  const Tracked x = Tracked(3) / 8 + Tracked(1) / 4;
  CHECK(x.value() == 0.625);
  CHECK(x.error() == 0);
  CHECK(sqrt(Tracked(9)).error() == 0);
  CHECK(exactly<Tracked>(Rational(1, 4)).error() == 0);
  CHECK(exactly<Tracked>(Rational(1, 10)).error() > 0);
  CHECK(contains(exactly<Tracked>(Rational(1, 10)), Float50(1) / 10));
}

TEST_CASE("subnormal results are charged with the step of the subnormals") {
  const Tracked product = Tracked::exact(0x1p-600) * Tracked::exact(0x1.8p-470);
  CHECK(contains(product, ldexp(Float50(1.5), -1070)));
  const Tracked odd =
      Tracked::exact(0x1.fffffffffffffp-600) * Tracked::exact(0x1.fffffffffffffp-460);
  const Float50 factor = Float50(0x1.fffffffffffffp0);
  CHECK(contains(odd, ldexp(Float50(factor * factor), -1060)));
  const Tracked quotient = Tracked::exact(0x1.fffffffffffffp-1000) / Tracked::exact(0x1.8p60);
  CHECK(contains(quotient, ldexp(Float50(factor / Float50(1.5)), -1060)));
}

TEST_CASE("a quotient of tiny numbers keeps the error of its divisor") {
  // 3e-310 / (1e-12)²: the product of the quotient and the divisor's error underflows on its own.
  const Tracked no = exactly<Tracked>(gancheck::power_of_ten(-12));
  const Tracked quotient = Tracked::exact(3e-310) / (no * no);
  CHECK(contains(quotient, Float50(3e-310) * Float50("1e24")));
  CHECK(quotient.error() <= 8 * u * quotient.value());
  const Tracked tiny = Tracked::exact(0x1p-957) * Tracked::within(1, 0x1p-120);
  CHECK(tiny.error() > 0);  // what is inexact never becomes exact
  CHECK((tiny / Tracked::exact(0x1p-957)).error() > 0);
}

TEST_CASE("0 log 0 is 0 and infinities are exact values") {
  CHECK(times_log(Tracked(0), Tracked(0)).value() == 0);
  CHECK(times_log(Tracked(0), Tracked(0)).error() == 0);
  const Tracked minus_infinity = times_log(Tracked(1), Tracked(0));
  CHECK(minus_infinity.value() == -infinity);
  CHECK(minus_infinity.error() == 0);
  CHECK((Tracked(1) / Tracked(0)).value() == infinity);
  CHECK((Tracked(1) / Tracked(0)).error() == 0);
  CHECK((minus_infinity + Tracked(5)).value() == -infinity);
  CHECK((minus_infinity + Tracked(5)).error() == 0);
}

TEST_CASE("what is undefined is NaN, and what cannot be bounded has an infinite bound") {
  CHECK(std::isnan((Tracked(0) / Tracked(0)).value()));
  CHECK(std::isnan((log(Tracked(0)) - log(Tracked(0))).value()));
  CHECK(std::isnan(log(Tracked(-1)).value()));
  CHECK((Tracked(1) / Tracked::within(0.1, 0.2)).error() == infinity);
  CHECK(log(Tracked::within(0.1, 0.2)).error() == infinity);
  const Tracked overflow = Tracked::exact(1e300) * Tracked::exact(1e300);
  CHECK(overflow.value() == infinity);
  CHECK(overflow.error() == infinity);
  CHECK((Tracked::within(1e300, 1e290) * Tracked::exact(1e300)).error() == infinity);
}

TEST_CASE("a maximum of overlapping numbers takes the wider of both bounds") {
  const Tracked wide = Tracked::within(1.0, 0.5), narrow = Tracked::within(1.2, 0.01);
  CHECK(max(wide, narrow).value() == 1.2);
  CHECK(max(wide, narrow).error() == 0.5);
  CHECK(min(wide, narrow).value() == 1.0);
  CHECK(max(Tracked::within(5, 0.1), narrow).error() == 0.1);
  CHECK(abs(Tracked::within(-0.1, 0.2)).error() == 0.2);
}
