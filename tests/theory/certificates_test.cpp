// The certificates' functions are those that they claim to be: automatic differentiation at 50
// digits finds the same second derivatives, and the inequalities hold where they are sampled.
#include "theory/certificates.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "numerics/number/dual.hpp"
#include "theory/judge.hpp"

using namespace gancheck;

namespace {

using Function = std::function<Dual(const Dual&)>;

/// Samples of (0, 1), dense at both ends.
std::vector<Float50> samples() {
  std::vector<Float50> t;
  for (int i = 1; i < 400; ++i) t.push_back(Float50(i) / 400);
  for (int k = 3; k < 15; ++k) {
    t.push_back(pow(Float50(10), -k));
    t.push_back(1 - pow(Float50(10), -k));
  }
  return t;
}

/// phi >= 0 with 0 at 1/2, and its second derivative nowhere below the certified bound.
void check_certificate(const Evidence& e, const Function& phi) {
  REQUIRE(judge(e) == Verdict::proved);
  const Float50 certified(e.lower);
  CHECK(certified > 0);
  for (const Float50& t : samples()) {
    const Dual value = phi(variable(t));
    CHECK(value.derivative(0) >= -Float50("1e-45"));
    CHECK(value.derivative(2) >= certified);
  }
  const Dual middle = phi(variable(Float50(1) / 2));
  CHECK(abs(middle.derivative(0)) <= Float50("1e-48"));
  CHECK(abs(middle.derivative(1)) <= Float50("1e-48"));
}

}  // namespace

TEST_CASE("Gibbs' certificate: s log(s/(1-s)) - (2s-1) is convex and touches 0 at 1/2") {
  check_certificate(gibbs(),
                    [](const Dual& s) { return Dual(s * log(Dual(s / (1 - s))) - (2 * s - 1)); });
}

TEST_CASE("Gibbs' certificate for the mixture: s log 2s - s + 1/2 is convex and touches 0 at 1/2") {
  check_certificate(gibbs_for_mixture(),
                    [](const Dual& s) { return Dual(s * log(Dual(2 * s)) - s + Float50(1) / 2); });
}

TEST_CASE("log 2 - h(t) - (t-1/2)² is convex and touches 0 at 1/2") {
  check_certificate(entropy_is_at_most_log2(), [](const Dual& t) {
    const Dual gap = t - Float50(1) / 2;
    return Dual(t * log(Dual(2 * t)) + (1 - t) * log(Dual(2 * (1 - t))) - gap * gap);
  });
}

TEST_CASE("kl(t||y) is convex in y with the certified constant, at every t") {
  const Evidence e = binary_kl_is_convex();
  REQUIRE(judge(e) == Verdict::proved);
  const Float50 certified(e.lower);
  CHECK(certified >= Float50("0.999"));
  for (const Float50& t : {Float50("1e-9"), Float50("0.2"), Float50("0.5"), Float50("0.999")}) {
    for (const Float50& y : samples()) {
      const Dual d = variable(y);
      const Dual kl = t * log(Dual(t / d)) + (1 - t) * log(Dual((1 - t) / (1 - d)));
      CHECK(kl.derivative(2) >= certified);
      CHECK(kl.derivative(0) >= certified / 2 * (y - t) * (y - t) - Float50("1e-45"));
    }
  }
}
