#include "theory/evidence/errata.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gancheck;

TEST_CASE("the errata are E1 to E25, each with words in both languages and a repair") {
  REQUIRE(errata().size() == 25);
  for (std::size_t i = 0; i < errata().size(); ++i) {
    const Erratum& e = errata()[i];
    CHECK(e.number == "E" + std::to_string(i + 1));
    CHECK(!e.severities.empty());
    CHECK(!e.issue.en.empty());
    CHECK(!e.issue.zh.empty());
    REQUIRE(!e.repaired_by.empty());
    CHECK(std::is_sorted(e.repaired_by.begin(), e.repaired_by.end()));
    CHECK(e.repaired_by.front() >= 1);
    CHECK(e.repaired_by.back() <= 59);
    for (const auto& words : {e.issue.en, e.issue.zh})
      CHECK_MESSAGE(std::count(words.begin(), words.end(), '$') % 2 == 0, words);
  }
}

TEST_CASE("the note is wrong, and not merely incomplete, in exactly five places") {
  std::set<std::string> wrong;
  for (const Erratum& e : errata())
    if (std::count(e.severities.begin(), e.severities.end(), Severity::wrong) > 0)
      wrong.insert(e.number);
  CHECK(wrong == std::set<std::string>{"E2", "E7", "E14", "E16", "E24"});
}

TEST_CASE("an erratum is found by its number") {
  REQUIRE(find_erratum("E14"));
  CHECK(find_erratum("E14")->repaired_by == std::vector<int>{25});
  CHECK(!find_erratum("E26"));
}
