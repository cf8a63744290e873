// Integrals over the line that mathematics knows, by the trapezoidal rule; and what it makes of
// functions that it is not for.
#include "numerics/integral/trapezoidal_rule.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

std::optional<Ball> by_rule(const AnalyticFunction& f, const Ball& from, const Ball& to,
                            long log2_tolerance) {
  long evaluations = 0;
  const auto found = by_trapezoidal_rule(f, from, to, log2_tolerance, 100000, evaluations);
  CHECK(evaluations > 0);
  return found;
}

struct Known {
  std::string name;
  AnalyticFunction integrand;
  double from, to;
  Ball (*integral)();
};

ComplexBall bell(const ComplexBall& x) {
  return exp(-(x * x) / 2);
}
/// 1/(4 cosh²(x/2)), the logistic density.
ComplexBall logistic(const ComplexBall& x) {
  const ComplexBall size = x.is_negative() ? -x : x;
  return exp(-size - 2 * log1p(exp(-size)));
}

const std::vector<Known> known{
    {"e^(-x²/2)", bell, -40, 40, [] { return sqrt(2 * pi()); }},
    {"the same, far from the middle", [](const ComplexBall& x) { return bell(x - 700); }, -1024,
     1024, [] { return sqrt(2 * pi()); }},
    {"the logistic density", logistic, -300, 300, [] { return Ball(1); }},
    {"e^(x - e^x)", [](const ComplexBall& x) { return exp(x - exp(x)); }, -200, 9,
     [] { return Ball(1); }},
    {"cos(3x) e^(-x²/2)",
     [](const ComplexBall& x) {
       // Re e^(3ix - x²/2) of real x; (e^(3ix) + e^(-3ix))/2 of complex ones.
       const ComplexBall i = ComplexBall::of_parts(Ball(0), Ball(1));
       const ComplexBall sum = (exp(i * x * 3) + exp(-(i * x * 3))) / 2 * bell(x);
       return x.is_real() ? ComplexBall(sum.real()) : sum;
     },
     -40, 40, [] { return sqrt(2 * pi()) * exp(-(Ball(9) / 2)); }},
    // Poles at ±i/8.
    {"e^(-x²/2)/(1/64 + x²)",
     [](const ComplexBall& x) { return bell(x) / (x * x + ComplexBall(1) / 64); }, -40, 40,
     [] {
       // pi/b e^(b²/2) erfc(b/sqrt 2), b = 1/8 [DLMF 7.7.1].
       const Ball b = Ball(1) / 8;
       return pi() / b * exp(b * b / 2) * erfc(b / sqrt(Ball(2)));
     }},
};

}  // namespace

TEST_CASE("integrals of functions that die out are enclosed to 15, 30 and 100 digits") {
  // What tails that die out slowly and near poles make dear may be left to the Gauss rule: two of
  // the six functions.
  int taken = 0;
  for (const Known& each : known) {
    CAPTURE(each.name);
    for (const int digits : {15, 30, 100}) {
      CAPTURE(digits);
      const long bits = static_cast<long>(digits * 3.33) + 30;
      Ball expected;
      {
        const BallPrecision finer(2 * bits);
        expected = each.integral();
      }
      const BallPrecision precision(bits);
      const long tolerance = -static_cast<long>(digits * 3.33) - 10;
      const auto found =
          by_rule(each.integrand, Ball::exact(each.from), Ball::exact(each.to), tolerance);
      if (!found) continue;
      ++taken;
      CHECK(found->overlaps(expected));
      CHECK(found->radius() < std::ldexp(16, static_cast<int>(tolerance)));
    }
  }
  CHECK(taken >= 3 * 4);
}

TEST_CASE("a function that does not die out is refused") {
  const auto refuses = [](const AnalyticFunction& f, double from, double to) {
    return !by_rule(f, Ball::exact(from), Ball::exact(to), -60);
  };
  CHECK(refuses([](const ComplexBall&) { return ComplexBall(1); }, 0, 1));
  CHECK(refuses([](const ComplexBall& x) { return exp(-x); }, 0, 200));
  CHECK(refuses([](const ComplexBall& x) { return exp(x); }, -200, 0));
  CHECK(refuses(bell, -40, 2));
}

TEST_CASE("a kink is refused, wherever it lies") {
  for (const double at : {0.0, 0.25, 1.0 / 3, -7.5}) {
    CAPTURE(at);
    const auto f = [at](const ComplexBall& x) {
      return exp(-abs(x - ComplexBall(Ball::exact(at))));
    };
    CHECK_FALSE(by_rule(f, Ball(-200), Ball(200), -60));
  }
}

TEST_CASE("a narrow spike next to a wide bell is refused, or held") {
  // 1000 e^(-(1000 (x - 1/3))²/2): the mass of either is sqrt(2 pi).
  const auto f = [](const ComplexBall& x) {
    const ComplexBall y = (x - exactly<ComplexBall>(Rational(1, 3))) * 1000;
    return bell(x) + bell(y) * 1000;
  };
  const auto found = by_rule(f, Ball(-40), Ball(40), -60);
  if (found) CHECK(found->overlaps(2 * sqrt(2 * pi())));
  CHECK(enclose_integral(f, Ball(-40), Ball(40), -60).value.overlaps(2 * sqrt(2 * pi())));
}

TEST_CASE("of a function that is nowhere above the tolerance only the bound is left") {
  const auto f = [](const ComplexBall& x) { return bell(x + 100); };
  const auto found = by_rule(f, Ball(0), Ball(40), -60);
  REQUIRE(found);
  CHECK(found->contains_zero());
  CHECK(found->radius() < 0x1p-60);
}

TEST_CASE("an interval without length has no integral to speak of") {
  const auto found = by_rule(bell, Ball(30), Ball(30), -60);
  REQUIRE(found);
  CHECK(found->contains_zero());
}

TEST_CASE("a bell narrower than doubles measure where it lies is refused, and the search ends") {
  const auto narrow = [](int log2_slope) {
    return [log2_slope](const ComplexBall& x) {
      const ComplexBall y = x - exactly<ComplexBall>(Rational(10000003, 10));
      return bell(y * power(Ball(2), static_cast<unsigned long>(log2_slope)));
    };
  };
  for (const int log2_slope : {30, 40, 60, 100}) {
    CAPTURE(log2_slope);
    const auto found = by_rule(narrow(log2_slope), Ball(0), Ball(2000000), -200);
    const Ball expected = sqrt(2 * pi()) / power(Ball(2), static_cast<unsigned long>(log2_slope));
    if (found) CHECK(found->overlaps(expected));
  }
  const auto far = [](const ComplexBall& x) {
    return bell(x - exactly<ComplexBall>(power_of_ten(16)));
  };
  const Ball middle = exactly<Ball>(power_of_ten(16));
  const auto found = by_rule(far, middle - 64, middle + 64, -60);
  if (found) CHECK(found->overlaps(sqrt(2 * pi())));
}

TEST_CASE("no more nodes are taken than are allowed, and what a refusal has cost is counted") {
  long evaluations = 0;
  CHECK(by_trapezoidal_rule(bell, Ball(-40), Ball(40), -100, 1000, evaluations));
  evaluations = 0;
  CHECK_FALSE(by_trapezoidal_rule(bell, Ball(-40), Ball(40), -100, 10, evaluations));
  CHECK(evaluations > 10);
}
