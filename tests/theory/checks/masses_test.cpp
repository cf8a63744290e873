#include "theory/checks/masses.hpp"

#include <doctest/doctest.h>

#include "numerics/number/symbol.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

const Pair& pair(const std::string& name) {
  return *only({name}).pairs.at(0);
}

/// 1/2, 1/2 against 1/2, 1/2 less `missing`, with `atoms` of the two points declared atoms.
std::shared_ptr<const Pair> two_points(const Rational& missing, std::size_t atoms) {
  const Rational half(1, 2);
  Densities d;
  d.grid.points = {Real(1), Real(2)};
  d.grid.weights = {1, 1};
  d.grid.atoms = atoms;
  d.data = {half, half};
  d.generator = {half, Real(half - missing)};
  return std::make_shared<Pair>("two points", "", "", std::move(d));
}

Relation is_two() {
  return equal(functionals::total_mass, 2);
}

}  // namespace

TEST_CASE("masses of exactly one: finite tables, and no truncated or irrational laws") {
  for (const char* name : {"W0", "W3", "W7", "extreme", "very-near"}) {
    CAPTURE(name);
    CHECK(are_probabilities(pair(name)));
  }
  for (const char* name : {"W12", "poisson", "mixture"}) {
    CAPTURE(name);
    CHECK(!are_probabilities(pair(name)));
  }
}

TEST_CASE("a mass that misses 1 by 1e-40, or a grid with nodes, is left out") {
  CHECK(are_probabilities(*two_points(0, 2)));
  CHECK(!are_probabilities(*two_points(power_of_ten(-40), 2)));
  CHECK(!are_probabilities(*two_points(0, 1)));
}

TEST_CASE("the pairs left out are counted and never decide") {
  const Setting setting = own_suite({two_points(0, 2), two_points(Rational(1, 4), 2)});
  const Evidence grid = on_grid(setting, on_probabilities(is_two()));
  CHECK(judge(grid) == Verdict::supported);
  CHECK(grid.left_out == 1);
  const Evidence balls = in_balls(setting, on_probabilities(is_two()));
  CHECK(judge(balls) == Verdict::certified);
  CHECK(balls.left_out == 1);
  CHECK(judge(on_grid(setting, is_two())) == Verdict::failed);
}

TEST_CASE("an integral follows from the masses iff the integrand is a p + b q and a + b fits") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const auto sum = [](const Symbol& p, const Symbol& q) -> Symbol { return 3 * p - q; };
  CHECK(judge(same_by_masses(sum, Symbol(2))) == Verdict::proved);
  CHECK(judge(same_by_masses(sum, Symbol(3))) == Verdict::refuted);
  const auto quadratic = [](const Symbol& p, const Symbol& q) -> Symbol {
    return p * p / (p + q) + q * q / (p + q);
  };
  CHECK(judge(same_by_masses(quadratic, Symbol(2))) == Verdict::refuted);
}
