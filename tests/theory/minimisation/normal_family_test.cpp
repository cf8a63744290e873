#include "theory/minimisation/normal_family.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "numerics/distribution/specification.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/divergence/enclosed/divergences.hpp"

using namespace gancheck;

namespace {

NormalFit fit(int mode, const NormalLaw& start, Free free = Free::location_and_scale) {
  return fit_normal_law({mode}, start, free);
}

}  // namespace

TEST_CASE("where P is normal the search finds P, and C = -log 4 there") {
  for (const NormalLaw& start : {NormalLaw{2, 3}, NormalLaw{-1, Rational(3, 4)}}) {
    const NormalFit found = fit(0, start);
    CHECK(found.found.location == 0);
    CHECK(found.found.scale == 1);
    CHECK(std::abs(found.value + std::log(4)) < 1e-14);
  }
}

TEST_CASE("the location family for modes at ±2 has its minimum at 1.63364, 2 JSD = 0.37578385434") {
  const NormalFit right = fit(2, {1, 1}, Free::location), left = fit(2, {-1, 1}, Free::location);
  CHECK(std::abs(nearest_double(right.found.location) - 1.63364) <= 5.1e-6);
  CHECK(right.found.scale == 1);
  CHECK(left.found.location == -right.found.location);
  CHECK(std::abs(right.value + std::log(4) - 0.37578385434) <= 5.1e-12);
}

TEST_CASE("for near modes the best normal law is between them, for far ones at one of them") {
  const auto at_mode = [](int mode) { return fit(mode, {mode, 1}).value; };
  const auto between = [](int mode) { return fit(mode, {0, mode}).value; };
  CHECK(between(4) < at_mode(4));
  CHECK(at_mode(5) < between(5));
  // C of the masses 1/2 and 1 is what one of two modes apart has: log(1/3)/2 + log(2/3).
  CHECK(std::abs(at_mode(10) - (std::log(1 / 3.0) / 2 + std::log(2 / 3.0))) < 1e-14);
}

TEST_CASE("C on the nodes is within its rounding of the enclosed integral, and so are the masses") {
  for (const NormalLaw& law :
       {NormalLaw{0, 1}, NormalLaw{2, 1}, NormalLaw{Rational(1, 3), Rational(3, 2)}}) {
    const TwoModes data{2};
    const Columns<Tracked> c = on_nodes(data, law);
    const Ball jsd =
        enclose_jsd(parse_law(data.specification()), parse_law(law.specification()), 18).value;
    const Tracked value = functionals::value_at_optimum(c);
    const double exact = (2 * jsd - log(Ball(4))).midpoint();
    CHECK(std::abs(value.value() - exact) <= value.error() + 0x1p-51);
    CHECK(value.error() < 1e-13);
    const Tracked mass = functionals::mass_of_data(c);
    CHECK(std::abs(mass.value() - 1) <= mass.error());
  }
}

TEST_CASE("a course ends where the search does, and C falls along it") {
  const NormalFit found = fit(3, {1, 2});
  REQUIRE(found.course.rows.size() > 10);
  double last = 0;
  for (const auto& row : found.course.rows) {
    REQUIRE(row.size() == found.course.columns.size());
    CHECK(row[3] < last);
    last = row[3];
  }
  CHECK(last == found.value);
  CHECK(std::abs(found.course.rows.back()[1] - nearest_double(found.found.location)) <= 5.1e-6);
  CHECK_THROWS_AS(best_normal_law({2}, {}, Free::location), std::invalid_argument);
}

TEST_CASE("specifications name the laws") {
  CHECK(NormalLaw{Rational(-1, 2), Rational(1, 3)}.specification() == "normal(-0.5,1/3)");
  CHECK(TwoModes{Rational(399, 40)}.specification() ==
        "mixture(1/2*normal(-9.975,1),1/2*normal(9.975,1))");
}
