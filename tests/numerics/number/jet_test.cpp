// Derivatives by the chain rule against closed forms, and the mean value form against values at
// points of the ball.
#include "numerics/number/jet.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace gancheck;

namespace {

struct Known {
  std::string name;
  std::function<Jet(const Jet&)> f;
  std::function<ComplexBall(const ComplexBall&)> derivative;
};

const std::vector<Known> known{
    {"x²", [](const Jet& x) { return x * x; }, [](const ComplexBall& x) { return 2 * x; }},
    {"(x + 1)(3 - x)/x", [](const Jet& x) { return (x + 1) * (3 - x) / x; },
     [](const ComplexBall& x) { return -ComplexBall(1) - 3 / (x * x); }},
    {"log x", [](const Jet& x) { return log(x); },
     [](const ComplexBall& x) { return ComplexBall(1) / x; }},
    {"log(1 + x²)", [](const Jet& x) { return log1p(x * x); },
     [](const ComplexBall& x) { return 2 * x / (ComplexBall(1) + x * x); }},
    {"e^(-x²/2)", [](const Jet& x) { return exp(-(x * x) / 2); },
     [](const ComplexBall& x) { return -x * exp(-(x * x) / 2); }},
    {"e^(3x) - 1", [](const Jet& x) { return expm1(3 * x); },
     [](const ComplexBall& x) { return 3 * exp(3 * x); }},
    {"sqrt(x)/2", [](const Jet& x) { return sqrt(x) / Ball(2); },
     [](const ComplexBall& x) { return ComplexBall(1) / (4 * sqrt(x)); }},
    {"|-x|", [](const Jet& x) { return abs(-x); },
     [](const ComplexBall&) { return ComplexBall(1); }},
    {"max(x, x²/16)", [](const Jet& x) { return max(x, x * x * (Ball(1) / 16)); },
     [](const ComplexBall&) { return ComplexBall(1); }},
    {"min(x, 1)", [](const Jet& x) { return min(x, Jet(1)); },
     [](const ComplexBall&) { return ComplexBall(0); }},
};

/// A ball about 2 + i/8.
ComplexBall box(double radius) {
  return ComplexBall::of_parts(Ball::hull(2 - radius, 2 + radius),
                               Ball::hull(0.125 - radius, 0.125 + radius));
}

bool overlaps(const ComplexBall& x, const ComplexBall& y) {
  return x.real().overlaps(y.real()) && x.imaginary().overlaps(y.imaginary());
}

}  // namespace

TEST_CASE("the slope of a jet is the derivative") {
  for (const Known& each : known) {
    CAPTURE(each.name);
    const ComplexBall x = box(0);
    const Jet y = each.f(Jet::variable(x));
    CHECK(y.slope.is_finite());
    CHECK(overlaps(y.slope, each.derivative(x)));
    CHECK(y.slope.real().radius() < 1e-25);
  }
}

TEST_CASE("the mean value form holds the values at every point of a ball") {
  for (const Known& each : known) {
    CAPTURE(each.name);
    const ComplexBall x = box(0.05), centre = centre_of(x);
    const Jet over = each.f(Jet::variable(x));
    const ComplexBall form =
        by_mean_value(each.f(Jet::variable(centre)).value, over.slope, x, centre);
    REQUIRE(form.is_finite());
    for (const double right : {-0.05, -0.01, 0.05})
      for (const double up : {-0.05, 0.02, 0.05}) {
        const ComplexBall point =
            ComplexBall::of_parts(Ball::exact(2 + right), Ball::exact(0.125 + up));
        CHECK(overlaps(form, each.f(Jet::variable(point)).value));
      }
  }
}

TEST_CASE("terms that cancel do so before they are made wide") {
  // 5 log x - 4 log x - log x over [1, 3].
  const ComplexBall x = ComplexBall(Ball::hull(1.0, 3.0));
  const auto f = [](const Jet& t) { return 5 * log(t) - 4 * log(t) - log(t); };
  const ComplexBall centre = centre_of(x);
  const ComplexBall form =
      by_mean_value(f(Jet::variable(centre)).value, f(Jet::variable(x)).slope, x, centre);
  CHECK(f(Jet::variable(x)).value.real().radius() > 1);
  CHECK(form.real().contains_zero());
  CHECK(form.real().radius() <= 10 / 3.0 + 1e-3);
  const auto power_tails = [](const Jet& t) { return 5 * t - 4 * t; };
  CHECK(overlaps(power_tails(Jet::variable(x)).slope, ComplexBall(1)));
  CHECK(power_tails(Jet::variable(x)).slope.real().radius() < 1e-30);
}

TEST_CASE("nothing is known of a slope at a kink or a pole") {
  const ComplexBall about_zero = ComplexBall::of_parts(Ball::hull(-1.0, 1.0), Ball::hull(0.0, 1.0));
  const Jet x = Jet::variable(about_zero);
  CHECK_FALSE(abs(x).slope.is_finite());
  CHECK_FALSE(max(x, Jet(0)).slope.is_finite());
  CHECK_FALSE(min(x, Jet(0)).slope.is_finite());
  CHECK_FALSE(log(x).slope.is_finite());
  CHECK_FALSE(sqrt(x).slope.is_finite());
  CHECK_FALSE((Jet(1) / x).slope.is_finite());
  CHECK_FALSE(Jet(Ball::indeterminate()).slope.is_finite());
}

TEST_CASE("beyond the cut of a logarithm the slope goes on") {
  // log is principal: on a ball that meets (-oo, 0) it is not analytic, its continuation is.
  const ComplexBall x = ComplexBall::of_parts(Ball::hull(-2.0, -1.0), Ball::hull(-0.5, 0.5));
  const Jet y = log(Jet::variable(x));
  CHECK_FALSE(y.value.is_finite());
  CHECK(y.slope.is_finite());
}
