#include "theory/checks/pointwise.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

/// a y/y.
constexpr auto same = []<class T>(const T& a, const T&, const Chance<T>& y) -> T {
  return a * y.yes / y.yes;
};
constexpr auto first = []<class T>(const T& a, const T&, const Chance<T>&) -> T { return a; };
constexpr auto second = []<class T>(const T&, const T& b, const Chance<T>&) -> T { return b; };

}  // namespace

TEST_CASE("seven chances at every point of the pair where both densities are positive") {
  CHECK(interior_points(only({"W7"})).size() == 3 * 7);
  CHECK(interior_points(only({"W2"})).size() == 7);  // (1, 0) against (1/2, 1/2)
  CHECK(interior_points(only({"W10"})).empty());     // disjoint supports
}

TEST_CASE("of many points a dozen is taken where the mass is, not in the tails") {
  for (const char* name : {"normals", "heavy", "gamma", "W12"}) {
    CAPTURE(name);
    const std::vector<PointCase> points = interior_points(only({name}));
    CHECK(points.size() <= 12 * 7);
    CHECK(points.size() >= 4 * 7);
    // Half of them at least have densities within a factor of a million of each other.
    const auto is_near = [](const PointCase& x) {
      const double ratio = exactly<double>(x.a) / exactly<double>(x.b);
      return ratio > 1e-6 && ratio < 1e6;
    };
    CHECK(2 * std::count_if(points.begin(), points.end(), is_near) >=
          static_cast<std::ptrdiff_t>(points.size()));
  }
}

TEST_CASE("a relation of formulas is put at all of them, in both arithmetics") {
  const Comparisons agree = at_points(equal(same, first));
  const Evidence grid = on_grid(only({"W7"}), agree), balls = in_balls(only({"W7"}), agree);
  CHECK(judge(grid) == Verdict::supported);
  CHECK(judge(balls) == Verdict::certified);
  CHECK(grid.attempted == 21);
  CHECK(balls.attempted == 21);
  CHECK(grid.scope.en == "21 points (a, b, y)");
}

TEST_CASE("what differs at one of them is found and named") {
  const Comparisons differ = at_points(equal(first, second));
  const Evidence grid = on_grid(only({"W7"}), differ);
  CHECK(judge(grid) == Verdict::failed);
  CHECK(grid.where.en.starts_with("W7, x = "));
  CHECK(judge(in_balls(only({"W7"}), differ)) == Verdict::refuted);
}
