#include "theory/pairs/pair.hpp"

#include <doctest/doctest.h>

#include "theory/checks/functionals.hpp"

using namespace gancheck;

TEST_CASE("densities too small for a double leave the floating-point columns, not the grid") {
  Densities d;
  d.grid.points = {Real(1), Real(2), Real(3)};
  d.grid.weights = {1, 1, 1};
  d.data = {Real(Rational(1, 2)), Real(power_of_ten(-320)), Real(0)};
  d.generator = {Real(Rational(1, 2)), Real(Rational(1, 4)), Real(Rational(1, 4))};
  const Pair tiny("tiny", "", "", d);
  const Columns<Tracked>& c = tiny.tracked();
  CHECK(c.weight[0].value() == 1);
  CHECK(c.weight[1].value() == 0);
  CHECK(c.weight[2].value() == 1);  // exactly 0 is not too small
  CHECK(columns<Ball>(tiny.densities()).weight[1].contains(Rational(1)));
  CHECK(functionals::value_at_optimum(c).error() < 1e-15);
}
