// The certificates' functions are those that they claim to be: automatic differentiation at 50
// digits finds the same second derivatives, and the inequalities hold where they are sampled.
#include "theory/proofs/certificates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "numerics/number/dual.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/sweep.hpp"

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

/// log 2 - h(t), 2 (log 2 - h((1+u)/2)) and kl(s||d) as functions of the last argument.
Dual entropy_gap(const Dual& t) {
  return t * log(Dual(2 * t)) + (1 - t) * log(Dual(2 * (1 - t)));
}
Dual kappa(const Dual& u) {
  return (1 + u) * log(Dual(1 + u)) + (1 - u) * log(Dual(1 - u));
}
Dual kl(const Float50& s, const Dual& d) {
  return s * log(Dual(s / d)) + (1 - s) * log(Dual((1 - s) / (1 - d)));
}

const Float50 rounding("1e-45");

/// The least number that a sweep certified for its quotient.
Float50 certified(const Evidence& e) {
  REQUIRE(judge(e) == Verdict::proved);
  return Float50(e.lower);
}

/// A false constant: refuted by an enclosure at a point, which is negative as a whole.
void check_refuted(const Evidence& e) {
  CAPTURE(e.where.en);
  CHECK(judge(e) == Verdict::refuted);
  CHECK(e.where.en.starts_with("("));
  CHECK(*e.residual > 0);
  CHECK(e.upper.starts_with("-"));
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

TEST_CASE("log 2 - h(t) - 2(t-1/2)²: its second derivative over (1-2t)² is as swept") {
  const Float50 least = certified(entropy_is_below_parabola());
  CHECK(least >= Float50("3.99"));
  for (const Float50& t : samples()) {
    const Dual gap = variable(t) - Float50(1) / 2;
    const Dual phi = entropy_gap(variable(t)) - 2 * gap * gap;
    CHECK(phi.derivative(0) >= -rounding);
    CHECK(phi.derivative(2) >= least * (1 - 2 * t) * (1 - 2 * t) - rounding);
  }
}

TEST_CASE("h(t) over t(1-t) exceeds the constant by what was swept") {
  const Float50 least = certified(entropy_is_nonnegative());
  for (const Float50& t : samples()) {
    const Float50 entropy = -t * log(t) - (1 - t) * log(1 - t);
    CHECK(entropy / (t * (1 - t)) - Float50("2.5") >= least);
  }
}

TEST_CASE("2u - kappa(u) over u is as swept: log 2 - h(t) <= 2|t - 1/2|") {
  const Float50 least = certified(excess_is_below_distance());
  for (const Float50& u : samples()) {
    CHECK(2 - kappa(variable(u)).derivative(0) / u >= least);
    const Float50 excess = kappa(variable(u)).derivative(0) / 2;  // at t = (1+u)/2
    CHECK(abs(entropy_gap(variable(Float50((1 + u) / 2))).derivative(0) - excess) < rounding);
  }
}

TEST_CASE("dP/dM = 2s is at most 2, and 0 is the least room") {
  CHECK(certified(mixture_dominates()) == 0);
}

TEST_CASE("u log u - u + 1 is convex with the certified constant and touches 0 at u = 1") {
  const Float50 least = certified(negative_part_is_bounded());
  for (const Float50& v : samples()) {
    const Dual u = 4 * variable(v), f = u * log(u) - u + 1;
    CHECK(f.derivative(0) >= -rounding);
    CHECK(f.derivative(2) >= least - rounding);
  }
  const Float50 x = exp(Float50(-1));
  CHECK(abs(x * log(x) + x) < rounding);  // the least value of x log x is -1/e
}

TEST_CASE("-log 4 - log y - log(1-y) - 3(y-1/2)² is convex and touches 0 at 1/2") {
  const Float50 least = certified(half_is_best_constant());
  for (const Float50& t : samples()) {
    const Dual y = variable(t), gap = y - Float50(1) / 2;
    const Dual phi = -log(Dual(2 * y)) - log(Dual(2 * (1 - y))) - 3 * gap * gap;
    CHECK(phi.derivative(0) >= -rounding);
    CHECK(phi.derivative(2) >= least);
  }
}

TEST_CASE("the logarithm and the factor of h' are as swept") {
  CHECK(certified(logarithm_increases()) == 0);
  const Float50 least = certified(slope_points_to_maximum());
  for (const Float50& y : samples()) {
    CHECK(-log(y) >= 1 - y);
    for (const Float50& t : {Float50("1e-9"), Float50("0.3"), Float50("0.5"), Float50("1")}) {
      const Dual h = t * log(variable(y)) + (1 - t) * log(Dual(1 - variable(y)));
      const Float50 gap = t - y;
      CHECK(h.derivative(1) * gap >= (least + Float50("3.99")) * gap * gap - rounding);
    }
  }
}

TEST_CASE("kl(s||d) less 2(s-d)², and (s-d)²/(d(1-d)) less kl(s||d): the slopes are as swept") {
  const Float50 above = certified(binary_kl_is_above_square());
  const Float50 below = certified(binary_kl_is_below_chi_squared());
  for (const Float50& s : {Float50("1e-9"), Float50("0.2"), Float50("0.5"), Float50("0.999")}) {
    for (const Float50& t : samples()) {
      const Dual d = variable(t), gap = s - d;
      const Dual first = kl(s, d) - 2 * gap * gap, second = gap * gap / (d * (1 - d)) - kl(s, d);
      const Float50 distance = t - s, tilt = 1 - 2 * t;
      const Float50 slack = rounding / (t * (1 - t));
      CHECK(first.derivative(0) >= -rounding);
      CHECK(first.derivative(1) * distance >= above * tilt * tilt * distance * distance - slack);
      CHECK(second.derivative(0) >= -slack);
      CHECK(second.derivative(1) * distance >= below * distance * distance - slack / (t * (1 - t)));
    }
  }
}

TEST_CASE("the accuracy of a classifier and 1 - AUC are bounded as swept, at samples") {
  CHECK(certified(accuracy_is_bounded()) == 0);
  CHECK(certified(auc_is_bounded()) == 0);
  const Float50 half = Float50(1) / 2;
  for (const Float50& s : samples()) {
    CHECK(abs(std::max(s, Float50(1 - s)) - half - abs(s - half)) < rounding);
    for (const Float50& t : {Float50(0), Float50("0.3"), half, Float50("0.9"), Float50(1)}) {
      CHECK(s * t + (1 - s) * (1 - t) <= half + abs(s - half) + rounding);
      CHECK(std::min<Float50>(s * (1 - t), t * (1 - s)) + rounding >=
            std::min(s, Float50(1 - s)) * std::min(t, Float50(1 - t)));
    }
  }
}

TEST_CASE("a constant that is one part in a hundred too good is refuted at a point") {
  const auto of = [](int hundredths) { return Rational(hundredths, 100); };
  check_refuted(entropy_is_below_parabola(of(201)));
  check_refuted(entropy_is_below_parabola(4));
  check_refuted(entropy_is_nonnegative(of(278)));    // 4 log 2 = 2.7725...
  check_refuted(excess_is_below_distance(of(138)));  // 2 log 2 = 1.3862...
  check_refuted(mixture_dominates(of(199)));
  check_refuted(negative_part_is_bounded(of(99)));
  check_refuted(half_is_best_constant(of(401)));
  check_refuted(logarithm_increases(of(101)));
  check_refuted(slope_points_to_maximum(of(401)));
  check_refuted(binary_kl_is_above_square(of(201)));
  check_refuted(binary_kl_is_above_square(4));
  check_refuted(binary_kl_is_below_chi_squared(of(99)));
  check_refuted(binary_kl_is_below_chi_squared(of(50)));
  check_refuted(accuracy_is_bounded(of(99)));   // too low a bound
  check_refuted(accuracy_is_bounded(of(101)));  // a bound that no classifier reaches
  check_refuted(accuracy_is_bounded(2));
  check_refuted(auc_is_bounded(of(101)));
}

TEST_CASE("a constant that is true and not the default is proved, too") {
  const auto of = [](int hundredths) { return Rational(hundredths, 100); };
  CHECK(judge(entropy_is_below_parabola(of(199))) == Verdict::proved);
  CHECK(judge(entropy_is_nonnegative(of(277))) == Verdict::proved);
  CHECK(judge(excess_is_below_distance(of(139))) == Verdict::proved);
  CHECK(judge(binary_kl_is_above_square(of(199))) == Verdict::proved);
  CHECK(judge(binary_kl_is_below_chi_squared(of(101))) == Verdict::proved);
  CHECK(judge(auc_is_bounded(of(99))) == Verdict::proved);
  // Its touch is not exact any more, so that nothing is proved, although it is true.
  CHECK(judge(negative_part_is_bounded(of(101))) == Verdict::undecided);
}

TEST_CASE("a sweep proves nothing without its contact, and none that is incomplete proves") {
  const Cover whole = cover_unit_interval([](const DyadicBox&) { return Ball(1); }, 0.5);
  const SweptClaim claim = {{"all t", "一切 t"}, {lemma::convexity}};
  CHECK(judge(from_cover(whole, true, claim)) == Verdict::proved);
  const Evidence without = from_cover(whole, false, claim);
  CHECK(without.found == Evidence::Found::too_wide);
  CHECK(!without.trouble.empty());
  CHECK(judge(without) == Verdict::undecided);
  CHECK(judge(from_cover(Cover{}, true, claim)) == Verdict::undecided);
  const auto never_negative = [](const std::vector<Ball>& t) { return t[0]; };
  CHECK(judge(or_refuted(from_cover(whole, false, claim), whole, never_negative)) ==
        Verdict::undecided);
  // What is not a number refutes nothing.
  const auto no_number = [](const std::vector<Ball>&) { return no_bound(); };
  CHECK(judge(or_refuted(from_cover(whole, false, claim), whole, no_number)) == Verdict::undecided);
}

TEST_CASE("every corner of a box counts") {
  const DyadicBox x{0.25, 0.5}, y{0.5, 1.0};
  const auto least = [&](int a, int b) {
    const auto linear = [=](const Ball& s, const Ball& t) -> Ball { return a * s + b * t; };
    return least_at_corners(linear, x, y).midpoint();
  };
  CHECK(least(1, 1) == 0.75);
  CHECK(least(1, -1) == -0.75);
  CHECK(least(-1, 1) == 0.0);
  CHECK(least(-1, -1) == -1.5);
  CHECK(is_on_one_side(x));
  CHECK(is_on_one_side(y));
  CHECK(!is_on_one_side({0.25, 0.75}));
}

TEST_CASE("two sweeps prove only together, and one that is refuted refutes both") {
  const Evidence proof = mixture_dominates(), refuted = mixture_dominates(1);
  Evidence open = proof;
  open.found = Evidence::Found::too_wide;
  CHECK(judge(both(proof, proof)) == Verdict::proved);
  CHECK(both(proof, proof).decided == 2 * proof.decided);
  for (const auto& [first, second] : {std::pair(proof, open), std::pair(open, proof)})
    CHECK(judge(both(first, second)) == Verdict::undecided);
  for (const auto& other : {proof, open}) {
    CHECK(judge(both(other, refuted)) == Verdict::refuted);
    CHECK(judge(both(refuted, other)) == Verdict::refuted);
  }
}
