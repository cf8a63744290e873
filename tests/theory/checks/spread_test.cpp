#include "theory/checks/spread.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

template <class D>
std::set<int> values(std::size_t points) {
  std::set<int> all;
  for (std::size_t i = 0; i < points; ++i) all.insert(D::at(i));
  return all;
}

}  // namespace

TEST_CASE("the discriminators keep to their ranges and reach all of them") {
  for (const auto& inside : {values<spread::Inside>(5000), values<spread::InsideToo>(5000)}) {
    CHECK(inside.size() == 999);
    CHECK(*inside.begin() == 1);
    CHECK(*inside.rbegin() == 999);
  }
  CHECK(*values<spread::Middle>(5000).begin() == 100);
  CHECK(*values<spread::Middle>(5000).rbegin() == 900);
  CHECK(values<spread::Ends>(9) == std::set<int>{0, 500, 1000});
}

TEST_CASE("both discriminators in (0, 1) differ where small spaces have their points") {
  for (std::size_t i = 0; i < 8; ++i) CHECK(spread::Inside::at(i) != spread::InsideToo::at(i));
}

TEST_CASE("the chances 0, 1/2 and 1 are exact") {
  for (const int k : {0, 500, 1000}) {
    const auto tracked = spread::chance<Tracked>(k);
    CHECK(tracked.yes.value() == k / 1000.0);
    CHECK(tracked.yes.error() == 0);
    CHECK(tracked.no.error() == 0);
    CHECK(spread::chance<Ball>(k).yes.radius() == 0);
  }
  CHECK(spread::chance<Rational>(617).no == Rational(383, 1000));
}

TEST_CASE("V is the sum of its two integrals, each with the weight of its point") {
  const auto pair = only({"W1"}).pairs.front();
  const auto& c = pair->tracked();
  const double y = spread::Inside::at(0) / 1000.0, z = spread::Inside::at(1) / 1000.0;
  const double data = 0.5 * std::log(y) + 0.5 * std::log(z);
  const double generator = 0.7 * std::log(1 - y) + 0.3 * std::log(1 - z);
  CHECK(spread::integral<spread::Inside>(spread::data_term)(c).value() == doctest::Approx(data));
  CHECK(spread::integral<spread::Inside>(spread::generator_term)(c).value() ==
        doctest::Approx(generator));
  const Tracked at_ends = spread::integral<spread::Ends>(formulas::value_density)(c);
  CHECK(at_ends.value() == -std::numeric_limits<double>::infinity());
  Columns<Tracked> doubled = c;
  for (Tracked& weight : doubled.weight) weight = weight * 2;
  CHECK(spread::integral<spread::Inside>(spread::data_term)(doubled).value() ==
        doctest::Approx(2 * data));
}
