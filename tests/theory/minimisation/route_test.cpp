#include "theory/minimisation/route.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

using namespace gancheck;

namespace {

double distance(const FiniteLaw& p, const FiniteLaw& q) {
  Rational twice = 0;
  for (std::size_t i = 0; i < p.size(); ++i) twice += abs(p[i] - q[i]);
  return nearest_double(twice / 2);
}

}  // namespace

TEST_CASE("every law of a route is one, and a double holds its weights") {
  for (const Route& route : descents()) {
    const std::vector<FiniteLaw> laws = laws_of(route);
    CHECK(laws.size() == static_cast<std::size_t>(route.steps) + 1);
    CHECK(laws.front() == route.start);
    for (std::size_t k = 0; k < laws.size(); ++k) {
      Rational mass = 0;
      for (const Rational& weight : laws[k]) {
        CHECK(weight >= 0);
        mass += weight;
        if (k > 0) CHECK(exact_rational(nearest_double(weight)) == weight);
      }
      CHECK(mass == 1);
    }
  }
}

TEST_CASE("routes end near P: TV² <= C + log 4 <= KL(P||Q_0)/(η k)") {
  for (const Route& route : descents()) {
    double kl = 0;
    for (std::size_t i = 0; i < route.data.size(); ++i) {
      const double p = nearest_double(route.data[i]), q = nearest_double(route.start[i]);
      if (p > 0) kl += p * std::log(p / q);
    }
    const double tv = distance(route.data, laws_of(route).back());
    CAPTURE(route.name);
    CHECK(tv * tv <= kl / (nearest_double(route.rate) * route.steps));
    CHECK(tv < distance(route.data, route.start) / 2);
  }
}

TEST_CASE("a route of rate 1 halves the distance in every step") {
  Route route = descents().front();
  route.rate = 1;
  const std::vector<FiniteLaw> laws = laws_of(route);
  for (std::size_t k = 1; k < 20; ++k) {
    CHECK(distance(route.data, laws[k]) ==
          doctest::Approx(distance(route.data, laws[k - 1]) / 2).epsilon(1e-8));
  }
}

TEST_CASE("an exact route of rate 1 is what the lattice follows, and other rates are refused") {
  Route route = descents().back();
  REQUIRE(route.rate == 1);
  const std::vector<FiniteLaw> laws = laws_of(route), exact = exact_laws_of(route);
  REQUIRE(laws.size() == exact.size());
  for (std::size_t k = 0; k < laws.size(); ++k) {
    CHECK(distance(laws[k], exact[k]) < 1e-14);
    // Q_k - P = (Q_0 - P)/2^k.
    CHECK(exact[k][0] - route.data[0] ==
          (route.start[0] - route.data[0]) / Rational(std::int64_t{1} << k));
  }
  route.rate = Rational(1, 2);
  CHECK_THROWS_AS(exact_laws_of(route), std::invalid_argument);
}

TEST_CASE("against a frozen D the law after t steps is Q_0 (1-D)^(-ηt), normalised") {
  Route route = descents().front();
  route.frozen = {{Rational(1, 10), Rational(9, 10)},
                  {Rational(1, 2), Rational(1, 2)},
                  {Rational(2, 5), Rational(3, 5)}};
  route.steps = 7;
  std::vector<double> expected;
  double mass = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    expected.push_back(nearest_double(route.start[i]) *
                       std::pow(nearest_double(route.frozen[i].no), -3.5));
    mass += expected.back();
  }
  const FiniteLaw law = laws_of(route).back();
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(nearest_double(law[i]) == doctest::Approx(expected[i] / mass).epsilon(1e-13));
}

TEST_CASE(
    "a series has a row for every law, a number for every column, and the ends that it must") {
  for (const Route& route : descents()) {
    const Series series = series_of(route);
    CHECK(series.rows.size() == static_cast<std::size_t>(route.steps) + 1);
    double last = 0;
    for (const auto& row : series.rows) {
      REQUIRE(row.size() == series.columns.size());
      for (const double x : row) CHECK(std::isfinite(x));
      // C = 2 JSD - log 4, which falls.
      CHECK(row[1] == doctest::Approx(2 * row[2] - std::log(4)).epsilon(1e-14));
      CHECK(row[1] <= last + 1e-15);
      last = row[1];
    }
  }
  // Where P has no mass and Q has some D* is 0, whatever the step.
  for (const auto& row : series_of(descents()[2]).rows) CHECK(row[4] == 0.5);
}
