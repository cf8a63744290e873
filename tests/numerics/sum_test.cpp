#include "numerics/sum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using gancheck::Rational;
using gancheck::Tracked;

namespace {

std::vector<double> wild_terms(int n) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> mantissa(-2.0, 2.0);
  std::uniform_int_distribution<int> exponent(-60, 60);
  std::vector<double> terms;
  for (int i = 0; i < n; ++i) terms.push_back(std::ldexp(mantissa(random), exponent(random)));
  return terms;
}

double sum_of(const std::vector<double>& terms) {
  return gancheck::sum(std::span<const double>(terms));
}

}  // namespace

TEST_CASE("a sum whose large terms cancel keeps the small ones") {
  CHECK(sum_of({1e16, 1.0, -1e16}) == 1.0);
  CHECK(sum_of({1.0, 1e16, -1e16}) == 1.0);
}

TEST_CASE("the bound of a tracked sum contains the exact sum and is about one ulp") {
  const std::vector<double> terms = wild_terms(10000);
  std::vector<Tracked> tracked;
  Rational exact = 0, magnitude = 0;
  for (const double x : terms) {
    tracked.push_back(Tracked::exact(x));
    exact += gancheck::exact_rational(x);
    magnitude += gancheck::exact_rational(std::abs(x));
  }
  const Tracked total = gancheck::sum(std::span<const Tracked>(tracked));
  const Rational miss = abs(Rational(gancheck::exact_rational(total.value()) - exact));
  CHECK(miss <= gancheck::exact_rational(total.error()));
  // u|S| for the last rounding, and n²u² of the magnitudes for the low part (times 8 for the
  // bounds).
  const double n = 10000;
  CHECK(total.error() <= 1.01 * 0x1p-53 * std::abs(total.value()) +
                             8 * n * n * 0x1p-106 * gancheck::nearest_double(magnitude));
}

TEST_CASE("the errors of the terms add up in the sum") {
  const std::vector<Tracked> terms = {Tracked::within(1, 0.25), Tracked::within(2, 0.5)};
  const Tracked total = gancheck::sum(std::span<const Tracked>(terms));
  CHECK(total.value() == 3.0);
  CHECK(total.error() >= 0.75);
  CHECK(total.error() <= 0.75 * (1 + 1e-12));
}

TEST_CASE("an infinite term makes the sum that infinity, and two signs or a NaN make it NaN") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(sum_of({1.0, -infinity, 2.0}) == -infinity);
  CHECK(std::isnan(sum_of({infinity, -infinity})));
  CHECK(std::isnan(sum_of({1.0, std::nan("")})));
  const std::vector<Tracked> terms = {Tracked(1), log(Tracked(0)), Tracked(2)};
  const Tracked total = gancheck::sum(std::span<const Tracked>(terms));
  CHECK(total.value() == -infinity);
  CHECK(total.error() == 0);
}

TEST_CASE("the same terms give the same bits, and an empty sum is an exact 0") {
  const std::vector<double> terms = wild_terms(5000);
  CHECK(sum_of(terms) == sum_of(terms));
  CHECK(sum_of({}) == 0.0);
  CHECK(gancheck::sum(std::span<const Tracked>{}).error() == 0);
}
