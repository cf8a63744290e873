#include "theory/pairs/pairs_of_one_law.hpp"

#include <doctest/doctest.h>

#include <set>

#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

TEST_CASE("pairs of one data law are one family") {
  const std::vector<PairsOfOneLaw> all = pairs_of_one_law(only({"W1", "W7", "near", "W2"}));
  REQUIRE(all.size() == 3);
  REQUIRE(all[0].size() == 2);  // (1/2, 1/2) on two points
  CHECK(all[0][0]->name() == "W1");
  CHECK(all[0][1]->name() == "near");
  CHECK(all[1][0]->name() == "W7");
  CHECK(all[2][0]->name() == "W2");
}

TEST_CASE("every pair of the suite is in exactly one family") {
  std::set<const Pair*> seen;
  std::size_t count = 0, largest = 0;
  for (const PairsOfOneLaw& family : pairs_of_one_law(built_in_suite())) {
    largest = std::max(largest, family.size());
    for (const auto& pair : family) {
      CHECK(pair->data() == family.front()->data());
      seen.insert(pair.get());
      ++count;
    }
  }
  CHECK(count == built_in_suite().pairs.size());
  CHECK(seen.size() == count);
  CHECK(largest == 136);  // weights k/15 on three points
}

TEST_CASE("the pair of equals is found, if there is one") {
  CHECK(pair_of_equals(only({"W1", "W0"}).pairs)->name() == "W0");
  CHECK(pair_of_equals(only({"W1", "near"}).pairs) == nullptr);
}
