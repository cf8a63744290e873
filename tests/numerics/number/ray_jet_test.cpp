// What RayJet says of a function on a ray holds at every point of it, as far out as numbers go.
#include "numerics/number/ray_jet.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "numerics/number/jet.hpp"

using namespace gancheck;

namespace {

RayJet ray(int from) {
  return RayJet::variable() + from;
}

/// A function written once, on the ray and at a point.
struct Formula {
  std::string name;
  std::function<RayJet(const RayJet&)> on_ray;
  std::function<Jet(const Jet&)> at_point;
  double largest_rate = -1;  ///< that the slope's rate must not exceed; below 0: none is known
};

template <class F>
Formula formula(std::string name, F f, double largest_rate = -1) {
  return {std::move(name), f, f, largest_rate};
}

const std::vector<Formula>& formulas() {
  static const std::vector<Formula> all{
      formula(
          "linear", []<class T>(const T& t) -> T { return 3 * t - 7; }, 0),
      formula(
          "square", []<class T>(const T& t) -> T { return t * t; }, 1),
      formula(
          "e^3t", []<class T>(const T& t) -> T { return exp(3 * t); }, 3),
      formula(
          "7 e^3t + 2", []<class T>(const T& t) -> T { return 7 * exp(3 * t) + 2; }, 3),
      formula("e^3t - 2 e^2t",
              []<class T>(const T& t) -> T { return exp(3 * t) - 2 * exp(2 * t); }),
      formula(
          "e^-t", []<class T>(const T& t) -> T { return exp(-t); }, 0),
      formula("1/t", []<class T>(const T& t) -> T { return T(1) / t; }),
      formula("log t", []<class T>(const T& t) -> T { return log(t); }),
      formula("log(1 + e^t)", []<class T>(const T& t) -> T { return log1p(exp(t)); }),
      formula("log(1 - e^-t)", []<class T>(const T& t) -> T { return log1p(-exp(-t)); }),
      formula("log of that", []<class T>(const T& t) -> T { return log(-log1p(-exp(-t))); }),
      formula("e^(e^-t) - 1", []<class T>(const T& t) -> T { return log(expm1(exp(-t))); }),
      formula(
          "weibull", []<class T>(const T& t) -> T { return exp(3 * t / 2) - 3 * t / 2; }, 2),
      formula("root", []<class T>(const T& t) -> T { return sqrt(t * t + 1); }),
      formula("cauchy", []<class T>(const T& t) -> T { return 2 * t + log1p(exp(-2 * t)); }),
      formula("|t - 1/2|",
              []<class T>(const T& t) -> T { return abs(t - exactly<Ball>(Rational(1, 2))); }),
      formula("max", []<class T>(const T& t) -> T { return max(t, exp(-t)); }),
      formula("min", []<class T>(const T& t) -> T { return min(t, exp(-t)); }),
      formula(
          "gumbel", []<class T>(const T& t) -> T { return -t - exp(t); }, 1),
      formula("quotient", []<class T>(const T& t) -> T { return (t * t + 1) / (t + 1); }),
  };
  return all;
}

bool holds(const Range& range, const Ball& x) {
  return (!range.lower() || !(x - *range.lower()).is_negative()) &&
         (!range.upper() || !(x - *range.upper()).is_positive());
}

}  // namespace

TEST_CASE("values, slopes and rates hold along the ray") {
  const BallPrecision precision(512);
  for (const Formula& f : formulas())
    for (const int from : {1, 2, 40}) {
      CAPTURE(f.name);
      CAPTURE(from);
      const RayJet whole = f.on_ray(ray(from));
      CHECK(whole.value.first.overlaps(f.at_point(Jet::variable(Ball(from))).value.real()));
      for (int k = 0; k < 40; ++k) {
        const Ball u = power(Ball(2), static_cast<unsigned long>(k)) / 65536;
        if (!(u - 100000).is_negative()) break;
        const Jet there = f.at_point(Jet::variable(from + u));
        CAPTURE(k);
        CHECK(holds(whole.value.value, there.value.real()));
        CHECK(holds(whole.slope.value, there.slope.real()));
        const Ball value = there.value.real(), slope = there.slope.real();
        const auto &rate = whole.value.rate.upper(), &growth = whole.slope.rate.upper();
        if (rate && value.is_positive()) CHECK_FALSE((slope - *rate * value).is_positive());
        if (rate && value.is_negative()) CHECK_FALSE((slope - *rate * value).is_negative());
        if (growth && whole.slope.first.is_positive())
          CHECK_FALSE((slope - whole.slope.first * exp(*growth * u)).is_positive());
      }
    }
}

TEST_CASE("the growth of a slope is known where its values are not") {
  for (const Formula& f : formulas()) {
    if (f.largest_rate < 0) continue;
    CAPTURE(f.name);
    const RayJet whole = f.on_ray(ray(2));
    REQUIRE(whole.slope.rate.upper());
    CHECK(whole.slope.rate.upper()->upper() <= f.largest_rate + 0.5);
  }
}

TEST_CASE("multiples of t cancel in a sum, though none has a bounded slope") {
  const RayJet t = (exp(RayJet::variable()) * 5).as_counted();
  const RayJet sum = t * -3 + log(t) + 2 * t + t;
  CHECK_FALSE(sum.slope.value.upper());
  const OnRay slope = sum.slope_with(t);
  REQUIRE(slope.value.upper());
  CHECK(slope.value.upper()->upper() <= 1.0000001);
  CHECK(slope.value.lower()->lower() >= 0.9999999);
}

TEST_CASE("multiples of t² cancel likewise, in whatever direction t goes") {
  // 3 (t-1)² - 2 (t+5)² has the derivative (2t - 26) t'.
  for (const int direction : {1, -1}) {
    const int from = 20 * direction + 13;
    const RayJet t = (RayJet::variable() * direction + from).as_counted();
    const RayJet f = (t - 1) * (t - 1) * 3 - (t + 5) * (t + 5) * 2;
    CHECK_FALSE((f.slope.value.lower() && f.slope.value.lower()->is_positive()));
    const OnRay slope = f.slope_with(t);
    CHECK((slope.first - Ball(40)).contains_zero());
    REQUIRE(slope.value.lower());
    CHECK((*slope.value.lower() - Ball(40)).contains_zero());
    CHECK_FALSE(slope.value.upper());
  }
  // What is no affine function of t has none of this.
  const RayJet t = (RayJet::variable() + 20).as_counted();
  const RayJet f = log(t) * t * 2 - t * log(t);
  CHECK(f.bend.is_zero());
}

TEST_CASE("nothing is said beyond a pole, a cut or a kink") {
  const RayJet u = RayJet::variable();
  for (const RayJet& f : {RayJet(1) / (u - 1), log(u - 1), sqrt(u - 1), abs(u - 1), log1p(-u),
                          max(u, RayJet(1)), RayJet(Ball::indeterminate())}) {
    CHECK_FALSE((f.slope.value.lower() && f.slope.value.upper()));
    CHECK_FALSE(f.slope.rate.upper());
  }
}
