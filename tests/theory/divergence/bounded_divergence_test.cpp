// What the rows of bounded divergences promise, and a row made for this test alone: its numbers
// follow from it by every witness.
#include "theory/divergence/bounded_divergence.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/numeral.hpp"
#include "numerics/number/special_functions.hpp"
#include "theory/divergence/quantities.hpp"

using namespace gancheck;

namespace {

constexpr auto triangular_kernel = []<class T>(const LogPair<T>& x) -> T {
  if (x.ratio.is_negative()) {  // from the larger one of both: p e^-l does not overflow
    const T u = exp(x.ratio), gap = expm1(x.ratio);
    return exp(x.log_q) * gap * gap / (u + 1);
  }
  const T u = exp(T(-x.ratio)), gap = expm1(T(-x.ratio));
  return exp(x.log_p) * gap * gap / (u + 1);
};

/// The triangular discrimination, the integral of (p-q)²/(p+q). Its derivative by p lies between -3
/// and 1.
const BoundedDivergence& triangular_discrimination() {
  static const BoundedDivergence row{.at = triangular_kernel,
                                     .along = triangular_kernel,
                                     .of_equal = 0,
                                     .alone = {1, 1},
                                     .at_most = {1, 1},
                                     .moved_by = [](const Ball& t) -> Ball { return t * 3; }};
  return row;
}

QuantityRows thrown_away() {
  QuantityRow row{"triangular", "", "", "", Dimension::none, {}};
  row.bounded = &triangular_discrimination();
  return {row};
}

/// Those of the program and the one of this test.
std::vector<const BoundedDivergence*> all_bounded() {
  std::vector<const BoundedDivergence*> all{&triangular_discrimination()};
  for (const QuantityRow& row : quantities())
    if (row.bounded) all.push_back(row.bounded);
  return all;
}

bool holds(const Quantity& q, const Ball& truth) {
  const auto lower = read_decimal(q.lower), upper = read_decimal(q.upper);
  return lower && upper && !(truth - exactly<Ball>(*lower)).is_negative() &&
         !(exactly<Ball>(*upper) - truth).is_negative();
}

Quantity enclosed(const std::string& data, const std::string& generator) {
  return evaluate_enclosed(parse_law(data), parse_law(generator), Unit::nat, 30, thrown_away())[0];
}
Quantity summed(const std::string& data, const std::string& generator) {
  return evaluate(parse_law(data), parse_law(generator), Unit::nat, thrown_away())[0];
}

Ball kernel_at(const BoundedDivergence& d, double p, double q) {
  if (q == 0) return exactly<Ball>(d.alone.data) * Ball::exact(p);
  const Ball log_p = log(Ball::exact(p)), log_q = log(Ball::exact(q));
  return d.at({log_p, log_q, log_p - log_q});
}

}  // namespace

TEST_CASE("a row tells how its kernel behaves") {
  std::mt19937_64 random(20200324);
  std::uniform_real_distribution<double> exponent(-30, 0);
  for (const BoundedDivergence* d : all_bounded()) {
    for (int i = 0; i < 500; ++i) {
      const double p = std::exp(exponent(random)), q = std::exp(exponent(random));
      CAPTURE(p);
      CAPTURE(q);
      const Ball k = kernel_at(*d, p, q);
      CHECK_FALSE(k.is_negative());
      CHECK_FALSE((k - Ball::exact(most_of(*d, p, q))).is_positive());
      CHECK(kernel_at(*d, p, p).overlaps(exactly<Ball>(d->of_equal) * Ball::exact(p)));
      // Homogeneous of degree one.
      CHECK(kernel_at(*d, p * 2, q * 2).overlaps(k * 2));
      // What mass t more of the first law changes.
      const double t = std::exp(exponent(random));
      const Ball change = abs(kernel_at(*d, p + t, q) - k) - d->moved_by(Ball::exact((p + t) - p));
      CHECK_FALSE(change.is_positive());
      if (d->in_doubles) {
        const Tracked a = Tracked::exact(p), b = Tracked::exact(q);
        const Tracked fast = d->in_doubles(a, b, a - b);
        CHECK(k.overlaps(Ball::hull(fast.lower(), fast.upper())));
      }
    }
    // Next to one law alone the kernel is near what the row says of it.
    const double far = 1e-300, near = 1e-35;  // at 128 bits
    CHECK(std::abs((kernel_at(*d, 1, far) - exactly<Ball>(d->alone.data)).midpoint()) < near);
    CHECK(std::abs((kernel_at(*d, far, 1) - exactly<Ball>(d->alone.generator)).midpoint()) < near);
    // Its rules are within its range.
    const MassesOfPair ones{{Ball(1), Ball(1)}, true, log(Ball(2))};
    for (const Ball& x : {of_equal(*d, ones), of_disjoint(*d, ones)}) {
      CHECK_FALSE((x - *range_of(*d, ones).lower()).is_negative());
      CHECK_FALSE((x - *range_of(*d, ones).upper()).is_positive());
    }
  }
}

TEST_CASE("from a row of its own alone, a divergence is enclosed, summed and decided by rule") {
  struct Known {
    std::string data, generator;
    Ball truth;
  };
  // 0.2²/1.2 + 0.2²/0.8; 1 from both halves that one law has alone; with u = e^-x the integral of
  // (1-2u)²/(1+2u) from 0 to 1; the sum over k of 2^-k (1-a)²/(1+a), a = 2 (2/3) 3^-k 2^k, by its
  // first 400 terms; halves with and without the atom.
  Ball sum(0);
  for (int k = 1; k <= 400; ++k) {
    const Ball p = exactly<Ball>(Rational(1, 2)) *
                   power(exactly<Ball>(Rational(1, 2)), static_cast<unsigned long>(k - 1));
    const Ball q = exactly<Ball>(Rational(2, 3)) *
                   power(exactly<Ball>(Rational(1, 3)), static_cast<unsigned long>(k - 1));
    sum = sum + (p - q) * (p - q) / (p + q);
  }
  for (const Known& known : std::vector<Known>{
           {"discrete(1/2,1/2)", "discrete(7/10,3/10)", exactly<Ball>(Rational(1, 12))},
           {"uniform(0,1)", "uniform(1/2,3/2)", Ball(1)},
           {"exponential(1)", "exponential(2)", 2 * log(Ball(3)) - 2},
           {"geometric(1/2)", "geometric(2/3)", sum},
           {"mixture(1/2*point(0),1/2*uniform(0,1))", "uniform(0,1)",
            exactly<Ball>(Rational(1, 2)) + exactly<Ball>(Rational(1, 6))},
           {"normal(0,1)", "normal(0,1)", Ball(0)},
           {"uniform(0,1)", "uniform(2,3)", Ball(2)}}) {
    CAPTURE(known.data + " | " + known.generator);
    const Quantity by_balls = enclosed(known.data, known.generator),
                   by_grid = summed(known.data, known.generator);
    CHECK(by_balls.rigorous);
    CHECK(by_balls.digits.value_or(30) >= 29);
    CHECK(holds(by_balls, known.truth));
    CHECK(holds(by_grid, known.truth));
    CHECK(by_grid.digits.value_or(15) >= 12);
  }
}

TEST_CASE("nearly equal laws, laws far apart and heavy tails keep the digits of a row") {
  for (const auto& [data, generator] :
       std::vector<std::pair<std::string, std::string>>{{"normal(0,1)", "normal(1e-9,1)"},
                                                        {"normal(0,1)", "normal(40,1)"},
                                                        {"cauchy(0,1)", "normal(0,1)"},
                                                        {"poisson(3)", "normal(3,1.7)"}}) {
    CAPTURE(data + " | " + generator);
    const Quantity by_balls = enclosed(data, generator), by_grid = summed(data, generator);
    CHECK(by_balls.rigorous);
    CHECK(by_balls.digits.value_or(30) >= 29);
    CHECK(*read_decimal(by_grid.lower) <= *read_decimal(by_balls.upper));
    CHECK(*read_decimal(by_balls.lower) <= *read_decimal(by_grid.upper));
  }
  // With m = (p+q)/2 it is the integral of (p-q)²/(2m), and JSD that of (p-q)²/(8m) to first order.
  const Quantity near = enclosed("normal(0,1)", "normal(1e-9,1)");
  const Quantity jsd = evaluate_enclosed(parse_law("normal(0,1)"), parse_law("normal(1e-9,1)"),
                                         Unit::nat, 30, {quantities()[0]})[0];
  CHECK(near.value / jsd.value == doctest::Approx(4).epsilon(1e-12));
}
