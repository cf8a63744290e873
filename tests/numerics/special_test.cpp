#include "numerics/special.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/number/float50.hpp"

using gancheck::Float50;
using gancheck::Tracked;

namespace {

constexpr double u = 0x1p-53;

bool contains(const Tracked& x, const Float50& truth) {
  return abs(Float50(Float50(x.value()) - truth)) <= Float50(x.error());
}

/// (1+x) log(1+x), 0 at x = -1. At 50 digits, where |x| >= 1e-9 loses at most 18 of them.
Float50 times_own_log(const Float50& w) {
  return w == 0 ? Float50(0) : Float50(w * log(w));
}

Float50 kappa_of(const Float50& r) {
  return times_own_log(Float50(1 + r)) + times_own_log(Float50(1 - r));
}

/// Doubles in (0, 1] from 1e-9 up, with their complements exact: multiples of 2^-40.
std::vector<double> samples() {
  std::vector<double> x;
  for (double step = 0x1p-30; step < 1; step *= 1.37)
    x.push_back(std::ldexp(std::floor(std::ldexp(step, 40)), -40));
  x.push_back(0.5);
  x.push_back(std::nextafter(0.5, 1.0));
  x.push_back(1.0);
  return x;
}

}  // namespace

TEST_CASE("kappa contains (1+r) log(1+r) + (1-r) log(1-r) and keeps its relative accuracy") {
  for (const double r : samples()) {
    CAPTURE(r);
    const Tracked k = gancheck::kappa(Tracked::exact(r), Tracked::exact(1 - r));
    CHECK(contains(k, kappa_of(Float50(r))));
    CHECK(k.error() <= 40 * u * k.value());
    CHECK(k.value() <= 2 * std::log(2.0));
  }
  CHECK(gancheck::kappa(Tracked(0), Tracked(1)).value() == 0);
  CHECK(gancheck::kappa(Tracked(0), Tracked(1)).error() == 0);
}

TEST_CASE("kappa is r² + r⁴/6 where r is tiny") {
  const Tracked k = gancheck::kappa(Tracked::exact(0x1p-100), Tracked(1));
  CHECK(contains(k, ldexp(Float50(1), -200) + ldexp(Float50(1), -400) / 6));
  CHECK(k.error() <= 8.1 * u * k.value());
}

TEST_CASE("the kernel of KL to the mixture contains (1+x) log(1+x) - x on both sides of 0") {
  for (const double size : samples()) {
    for (const double x : {size, -size}) {
      CAPTURE(x);
      const Tracked k = gancheck::kl_kernel(Tracked::exact(x), Tracked::exact(1 + x));
      CHECK(contains(k, times_own_log(Float50(1) + Float50(x)) - Float50(x)));
      CHECK(k.error() <= 60 * u * k.value());
      CHECK(k.value() >= 0);
    }
  }
}

TEST_CASE("the kernel of the direct KL contains x - log(1+x), up to likelihood ratios of 2^900") {
  for (const double size : samples()) {
    for (const double x : {size, -size}) {
      if (x == -1) continue;
      CAPTURE(x);
      const Tracked g = gancheck::log_gap(Tracked::exact(x), Tracked::exact(1 + x));
      CHECK(contains(g, Float50(x) - log(Float50(1) + Float50(x))));
      CHECK(g.error() <= 60 * u * g.value());
    }
  }
  const Tracked far = gancheck::log_gap(Tracked::exact(0x1p900), Tracked::exact(0x1p900));
  CHECK(contains(far, ldexp(Float50(1), 900) - 900 * log(Float50(2))));
  CHECK(gancheck::log_gap(Tracked(-1), Tracked(0)).value() ==
        std::numeric_limits<double>::infinity());
}

TEST_CASE("the errors of the arguments reach the kernels") {
  const Tracked r = Tracked::within(0.25, 1e-6);
  const Tracked k = gancheck::kappa(r, Tracked(1) - r);
  CHECK(contains(k, kappa_of(Float50(0.25) + Float50(1e-6))));
  CHECK(contains(k, kappa_of(Float50(0.25) - Float50(1e-6))));
  const Tracked x = Tracked::within(0.125, 1e-6);
  CHECK(contains(gancheck::log_gap(x, Tracked(1) + x),
                 Float50(0.125) + Float50(1e-6) - log(Float50(1.125) + Float50(1e-6))));
  CHECK(contains(gancheck::kl_kernel(x, Tracked(1) + x),
                 times_own_log(Float50(1.125) + Float50(1e-6)) - Float50(0.125) - Float50(1e-6)));
}
