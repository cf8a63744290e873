#include "numerics/line/grid.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

Densities grid_of(const char* data, const char* generator) {
  return common_grid(parse_law(data), parse_law(generator));
}

Ball total(const std::vector<Real>& densities, const std::vector<Tail>& tails) {
  Ball sum;
  for (const Real& density : densities) sum = sum + density.enclose();
  for (const Tail& tail : tails) sum = sum + tail.mass.enclose();
  return sum;
}

}  // namespace

TEST_CASE("the grid is the union of the atoms, with density 0 where a law has none") {
  const Densities d = grid_of("discrete(1/2,0,1/2)", "mixture(1/4*point(5/2),3/4*point(3))");
  REQUIRE(d.grid.size() == 3);
  CHECK(d.grid.points[0].rational() == 1);
  CHECK(d.grid.points[1].rational() == Rational(5, 2));
  CHECK(d.grid.points[2].rational() == 3);
  CHECK(d.data[0].rational() == Rational(1, 2));
  CHECK(d.data[1].is_zero());
  CHECK(d.data[2].rational() == Rational(1, 2));
  CHECK(d.generator[0].is_zero());
  CHECK(d.generator[1].rational() == Rational(1, 4));
  CHECK(d.generator[2].rational() == Rational(3, 4));
  for (const Rational& weight : d.grid.weights) CHECK(weight == 1);
  CHECK(d.data_tails.empty());
}

TEST_CASE("points that are equal in different forms are one point") {
  const Densities d = grid_of("pushforward(point(4),sqrt())", "point(2)");
  CHECK(d.grid.size() == 1);
  CHECK(grid_of("pushforward(poisson(2),exp())", "pushforward(poisson(3),exp())")
            .grid.points[1]
            .text() == "exp(1)");
  CHECK_THROWS_AS(grid_of("pushforward(pushforward(point(2),log()),affine(2,0))",
                          "pushforward(point(4),log())"),
                  std::domain_error);
}

TEST_CASE("where a tail meets an atom of the other law, its mass there is listed") {
  const Densities d = grid_of("geometric(1/2)", "geometric(1e-2)");
  CHECK(total(d.data, d.data_tails).contains(Rational(1)));
  CHECK(total(d.generator, d.generator_tails).contains(Rational(1)));
  REQUIRE(d.data_tails.size() == 1);
  REQUIRE(d.generator_tails.size() == 1);
  CHECK(d.data_tails[0].first == d.generator_tails[0].first);
  CHECK(d.data_tails[0].first == d.grid.points.back().rational() + 1);
  for (const Real& density : d.data) CHECK(density.enclose().is_positive());
  // 2^-1000 at 1000.
  CHECK(d.data[999].enclose().contains(Rational(Integer(1), Integer(1) << 1000)));
  SUBCASE("far from the listed ones too") {
    const Densities far = grid_of("geometric(1/2)", "mixture(1/2*point(3/2),1/2*point(1000000))");
    REQUIRE(far.data_tails.size() == 1);
    CHECK(far.data.back().enclose().is_positive());
    REQUIRE(far.data_tails[0].listed.size() == 1);
    CHECK(far.data_tails[0].first + far.data_tails[0].listed[0] == 1000000);
  }
  SUBCASE("but a tail on other points stays as it is") {
    const Densities apart = grid_of("geometric(1/2)", "shift(geometric(1/3),1/2)");
    CHECK(apart.data_tails[0].first == 204);
    CHECK(apart.grid.size() ==
          parse_law("geometric(1/2)").atoms.size() + parse_law("geometric(1/3)").atoms.size());
  }
  SUBCASE("and a tail that ends keeps its count") {
    const Densities finite = grid_of("truncate(geometric(1/2),1,1000)", "geometric(1e-2)");
    CHECK(finite.data_tails.empty());
    CHECK(finite.data[999].enclose().is_positive());
    CHECK(finite.data[1000].is_zero());
  }
}

TEST_CASE("points that are null for both laws are left out of an integral") {
  Columns<double> c;
  c.weight = {1, 0, 1, 1};
  c.p = {0.5, 0.5, 0, 0};
  c.q = {0.5, 0.5, 0, 0.25};
  CHECK(!is_null(c, 0));
  CHECK(is_null(c, 1));
  CHECK(is_null(c, 2));
  CHECK(!is_null(c, 3));
  CHECK(integrate(c, [](double p, double q) { return p / (p + q); }) == 0.5);
  Columns<Tracked> t;
  t.weight = {1, 1};
  t.p = {Tracked(0), Tracked::within(0.0, 1e-300)};
  t.q = {Tracked(0), Tracked(0)};
  CHECK(is_null(t, 0));
  CHECK(!is_null(t, 1));
}

TEST_CASE("tables of weights of different length are refused, unless they list their points") {
  Law three = parse_law("discrete(1/2,1/4,1/4)"), two = parse_law("discrete(1/2,1/2)");
  CHECK(common_grid(three, two).grid.size() == 3);
  three.table_length = 3;
  CHECK(common_grid(three, two).grid.size() == 3);
  two.table_length = 2;
  CHECK_THROWS_WITH_AS(
      common_grid(three, two),
      "discrete(1/2,1/4,1/4) has 3 weights, discrete(1/2,1/2) has 2: give tables of "
      "one length, or the points in a first column",
      BadSpecification);
}

TEST_CASE("an atom that may lie on the tail of the other law is never taken for one beside it") {
  const auto grid = [](const char* data, const char* generator) {
    return common_grid(parse_law(data), parse_law(generator));
  };
  const auto weight_at_one_atom = [&](const char* data, const char* generator) {
    const Densities d = grid(data, generator);
    for (std::size_t i = 0; i < d.grid.size(); ++i)
      if (!d.data[i].is_zero()) return !d.generator[i].is_zero();
    return false;
  };
  CHECK(weight_at_one_atom("point(4000000000000000000)", "geometric(1e-18)"));
  CHECK(weight_at_one_atom("point(1000000)", "geometric(1e-6)"));
  CHECK_FALSE(weight_at_one_atom("point(1/2)", "geometric(1e-6)"));
  CHECK_FALSE(weight_at_one_atom("point(5000000000000000000)", "truncate(poisson(3),0,1000000)"));
  // exp(1), log(5), sqrt(2) are irrational; exp(2 log 3/2) = 9/4 is told apart by its enclosure.
  CHECK_FALSE(weight_at_one_atom("pushforward(point(700),exp())", "geometric(1e-6)"));
  CHECK_FALSE(weight_at_one_atom("pushforward(scale(pushforward(point(3/2),log()),2),exp())",
                                 "geometric(1/2)"));
  // Beyond 2^62, and exp(2 log 1000) = 10^6: where nothing decides, nothing is said.
  CHECK_THROWS_AS(grid("point(5000000000000000000)", "geometric(1e-18)"), std::domain_error);
  CHECK_THROWS_AS(grid("point(9223372036854775808)", "geometric(1/2)"), std::domain_error);
  CHECK_THROWS_AS(grid("pushforward(scale(pushforward(point(1000),log()),2),exp())", "poisson(3)"),
                  std::domain_error);
}
