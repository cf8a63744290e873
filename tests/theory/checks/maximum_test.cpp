#include "theory/checks/maximum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

#include "numerics/number/float50.hpp"

using namespace gancheck;

namespace {

bool contains(const Tracked& x, const Float50& truth) {
  return abs(Float50(Float50(x.value()) - truth)) <= Float50(x.error());
}

}  // namespace

TEST_CASE("the chance that is found contains a/(a+b) for all weights within their errors") {
  // Ratios up to 2^61: the reference has fifty digits, and 1 - small takes eighteen of them.
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> mantissa(1.0, 2.0), share(-1.0, 1.0);
  std::uniform_int_distribution<int> exponent(-30, 30), lost(20, 53);
  for (int i = 0; i < 2000; ++i) {
    const double a = std::ldexp(mantissa(random), exponent(random));
    const double b = std::ldexp(mantissa(random), exponent(random));
    const double ea = std::ldexp(a, -lost(random)), eb = std::ldexp(b, -lost(random));
    const auto found = maximise_pointwise(a, b);
    const auto y = as_chance(found, Tracked::within(a, ea), Tracked::within(b, eb));
    const Float50 p = Float50(a) + Float50(ea) * share(random);
    const Float50 q = Float50(b) + Float50(eb) * share(random);
    CHECK(contains(y.yes, p / (p + q)));
    CHECK(contains(y.no, q / (p + q)));
  }
}

TEST_CASE("with exact weights the small coordinate is known to eight units of roundoff") {
  const Tracked a = Tracked::exact(0x1p-900), b = Tracked(1);
  const auto found = maximise_pointwise(a.value(), b.value());
  const Tracked small = small_coordinate(found, as_chance(found, a, b));
  CHECK(small.error() <= 8.01 * 0x1p-53 * small.value());
  CHECK(contains(small, ldexp(Float50(1), -900)));
}

TEST_CASE("where one weight vanishes the maximum is the end, exactly") {
  const auto found = maximise_pointwise(1, 0);
  const auto y = as_chance(found, Tracked(1), Tracked(0));
  CHECK(y.yes.value() == 1);
  CHECK(y.yes.error() == 0);
  CHECK(y.no.value() == 0);
}

TEST_CASE("a maximum between an end and the first double is not taken for the end") {
  const Tracked a = Tracked::exact(0x1p-600), b = Tracked::exact(0x1p600);
  const auto y = as_chance(maximise_pointwise(a.value(), b.value()), a, b);
  CHECK(y.yes.error() > 0);
  CHECK(contains(y.yes, ldexp(Float50(1), -1200)));
  const auto mirrored = as_chance(maximise_pointwise(b.value(), a.value()), b, a);
  CHECK(mirrored.no.error() > 0);
}

TEST_CASE(
    "weights with errors as large as half of them move a maximum below the first double as far") {
  const Tracked a = Tracked::within(0x1p-600, 0x1p-601), b = Tracked::exact(0x1p500);
  const auto y = as_chance(maximise_pointwise(a.value(), b.value()), a, b);
  CHECK(y.yes.error() >= 2 * std::numeric_limits<double>::denorm_min());
  CHECK(std::isfinite(y.yes.error()));
  const Tracked nothing = Tracked::within(0x1p-600, 0x1p-600);  // may be 0
  const auto unknown = as_chance(maximise_pointwise(nothing.value(), b.value()), nothing, b);
  CHECK(std::isinf(unknown.yes.error()));
}

TEST_CASE("a weight that may be 0 leaves the chance without a bound") {
  const auto found = maximise_pointwise(1e-300, 1);
  CHECK(!std::isfinite(as_chance(found, Tracked::within(1e-300, 2e-300), Tracked(1)).yes.error()));
}
