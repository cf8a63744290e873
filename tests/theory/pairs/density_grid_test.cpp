#include "theory/pairs/density_grid.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/specification.hpp"
#include "theory/pairs/pair.hpp"

using namespace gancheck;

namespace {

double mass(const Columns<Tracked>& c, const std::vector<Tracked>& density, std::size_t from) {
  double total = 0;
  for (std::size_t i = from; i < c.size(); ++i) total += c.weight[i].value() * density[i].value();
  return total;
}

}  // namespace

TEST_CASE("atoms come first, with weight 1, and the nodes carry the rest of both masses") {
  const Pair pair = make_pair("W9", "mixture(1/2*point(0),1/2*uniform(0,1))",
                              "mixture(1/4*point(0),3/4*uniform(0,1))");
  const Columns<Tracked>& c = pair.tracked();
  REQUIRE(c.atoms == 1);
  CHECK(c.weight[0].value() == 1);
  CHECK(c.p[0].value() == 0.5);
  CHECK(c.q[0].value() == 0.25);
  CHECK(mass(c, c.p, 1) == doctest::Approx(0.5).epsilon(1e-14));
  CHECK(mass(c, c.q, 1) == doctest::Approx(0.75).epsilon(1e-14));
}

TEST_CASE("no density of the grid is below the normal doubles, and little is left out") {
  for (const char* generator : {"normal(1,2)", "normal(40,1)", "normal(0,1e6)", "cauchy(0,1)"}) {
    CAPTURE(generator);
    const Pair pair = make_pair("test", "normal(0,1)", generator);
    const Columns<Tracked>& c = pair.tracked();
    CHECK(pair.underflowing_points() == 0);
    for (std::size_t i = 0; i < c.size(); ++i)
      for (const Tracked* x : {&c.p[i], &c.q[i]})
        CHECK((is_exactly_zero(*x) || x->value() >= std::numeric_limits<double>::min()));
    CHECK(mass(c, c.p, 0) == doctest::Approx(1).epsilon(1e-14));
    CHECK(mass(c, c.q, 0) == doctest::Approx(1).epsilon(1e-14));
  }
}

TEST_CASE("the densities at the nodes are numbers that any precision encloses") {
  const Law data = parse_law("normal(0,1)"), generator = parse_law("laplace(0,1)");
  const Densities d = grid_of(data, generator);
  REQUIRE(d.grid.size() > 100);
  const Real& p = d.data[d.grid.size() / 2];
  const BallPrecision precision(400);
  CHECK(p.enclose().is_positive());
  CHECK(p.enclose().radius() <= 1e-100 * p.enclose().midpoint());
}
