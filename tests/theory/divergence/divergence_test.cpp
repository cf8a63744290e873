// The rows of the divergences: in the order of their names, and what they say lies in their range.
#include "theory/divergence/divergence.hpp"

#include <doctest/doctest.h>

#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

bool holds(const Range& range, const Ball& x) {
  const auto &least = range.lower(), &most = range.upper();
  return (!least || !(x - *least).is_negative()) && (!most || !(x - *most).is_positive());
}

}  // namespace

TEST_CASE("every divergence has its own row") {
  for (const Divergence d : all_divergences) CHECK(row_of(d).divergence == d);
}

TEST_CASE("the values between equal and between disjoint laws lie in the range") {
  // Also for tables whose digits miss a mass of one.
  for (const int q : {1, 2}) {
    const MassesOfPair masses{{Ball(1), Ball(q)}, q == 1, log(Ball(2))};
    for (const Divergence d : all_divergences) {
      CAPTURE(number_of(d));
      const DivergenceRow& row = row_of(d);
      if (q == 1) CHECK(holds(row.range(masses), row.of_equal(masses)));
      const auto apart = row.of_disjoint(masses);
      CHECK(apart.has_value() != needs_domination(d));
      if (apart) CHECK(holds(row.range(masses), *apart));
    }
  }
}

TEST_CASE("by rule: -log 4 between equal laws, log 2 and 1 between disjoint ones") {
  const MassesOfPair ones{{Ball(1), Ball(1)}, true, log(Ball(2))};
  CHECK(row_of(Divergence::value).of_equal(ones).overlaps(-log(Ball(4))));
  CHECK(row_of(Divergence::jsd).of_disjoint(ones)->overlaps(log(Ball(2))));
  CHECK((*row_of(Divergence::tv).of_disjoint(ones) - Ball(1)).is_zero());
  for (const Divergence d : all_divergences)
    if (d != Divergence::value) CHECK(row_of(d).of_equal(ones).is_zero());
}
