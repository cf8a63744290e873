#include "theory/checks/cases.hpp"

#include <doctest/doctest.h>

#include "theory/evidence/judge.hpp"

using namespace gancheck;

namespace {

const Text scope = {"3 cases", "3 种情形"};

/// (k/3)·3 = k + shift for k = 1, 2, 3.
auto thirds(const Rational& shift) {
  return [shift]<class T>(const Take<T>& take) {
    for (int k = 1; k <= 3; ++k) {
      take(Order::equal, T(exactly<T>(Rational(k, 3)) * 3), T(T(k) + exactly<T>(shift)),
           [k] { return "k = " + std::to_string(k); });
    }
  };
}
constexpr auto ordered = []<class T>(const Take<T>& take) {
  take(Order::at_most, T(1), T(2), [] { return std::string("1 <= 2"); });
  take(Order::less, T(1), T(2), [] { return std::string("1 < 2"); });
};
constexpr auto not_less = []<class T>(const Take<T>& take) {
  take(Order::less, T(2), T(2), [] { return std::string("2 < 2"); });
};

}  // namespace

TEST_CASE("comparisons without pairs reach the verdicts of both witnesses") {
  const Evidence grid = cases_on_grid(scope, thirds(0)), balls = cases_in_balls(scope, thirds(0));
  CHECK(judge(grid) == Verdict::supported);
  CHECK(judge(balls) == Verdict::certified);
  CHECK(grid.attempted == 3);
  CHECK(balls.decided == 3);
  CHECK(grid.scope.en == scope.en);
  CHECK(judge(cases_on_grid(scope, ordered)) == Verdict::supported);
  CHECK(judge(cases_in_balls(scope, ordered)) == Verdict::certified);
}

TEST_CASE("a false comparison fails, is refuted, and is named") {
  const Evidence grid = cases_on_grid(scope, thirds(Rational(1, 1000)));
  const Evidence balls = cases_in_balls(scope, thirds(Rational(1, 1000)));
  CHECK(judge(grid) == Verdict::failed);
  CHECK(grid.where.starts_with("k = "));
  CHECK(judge(balls) == Verdict::refuted);
  CHECK(judge(cases_on_grid(scope, not_less)) == Verdict::undecided);
  CHECK(judge(cases_in_balls(scope, not_less)) == Verdict::undecided);
}

TEST_CASE("a twin is held case by case against the bounds of the truth") {
  const auto vague = []<class T>(const Take<T>& take) {
    for (int k = 1; k <= 3; ++k) {
      take(Order::equal, Tracked::within(k + 0.5, 1.0), Tracked(k), [] { return std::string(); });
    }
  };
  CHECK(!is_rejected(cases_on_grid(scope, vague)));
  CHECK(is_rejected(twin_cases_on_grid(scope, vague, thirds(0))));
  CHECK(!is_rejected(twin_cases_on_grid(scope, thirds(0), thirds(0))));
}
