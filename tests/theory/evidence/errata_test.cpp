#include "theory/evidence/errata.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gancheck;

namespace {

const std::string whole = R"(
[[errata]]
number = "E1"
lines = [21, 24]
severities = ["wrong", "gap"]
shown_by = ["some-claim/some-part"]
issue = { en = "Wrong.", zh = "错。" }
repaired = { en = "Right.", zh = "对。" }
)";

std::string with(const std::string& passage, const std::string& other) {
  std::string text = whole;
  const auto at = text.find(passage);
  REQUIRE(at != std::string::npos);
  return text.replace(at, passage.size(), other);
}

std::string message_for(const std::string& toml) {
  try {
    errata_in_words("errata.toml", toml);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an erratum is what its table states") {
  const std::vector<Erratum> errata = errata_in_words("errata.toml", whole);
  REQUIRE(errata.size() == 1);
  const Erratum& e = errata[0];
  CHECK(e.number == "E1");
  CHECK(e.lines == std::vector{21, 24});
  CHECK(e.severities == std::vector{Severity::wrong, Severity::gap});
  CHECK(e.issue.zh == "错。");
  CHECK(e.repaired.en == "Right.");
  REQUIRE(e.shown_by.size() == 1);
  CHECK(e.shown_by[0].claim == "some-claim");
  CHECK(e.shown_by[0].part == "some-part");
}

TEST_CASE("what is missing or unknown is named with its key") {
  CHECK(message_for(with("\"gap\"", "\"gab\"")) ==
        "errata.toml: errata[1].severities holds what is none: 'gab'");
  CHECK(message_for(with("\"wrong\", \"gap\"", "")) ==
        "errata.toml: errata[1].severities is empty");
  CHECK(message_for(with("some-claim/some-part", "some-claim")) ==
        "errata.toml: errata[1].shown_by holds what is no claim/part: 'some-claim'");
  CHECK(message_for(with("zh = \"对。\"", "zh = \"\"")) ==
        "errata.toml: errata[1].repaired.zh is no text, or an empty one");
  CHECK(message_for(with("lines = [21, 24]\n", "")) ==
        "errata.toml: errata[1].lines is missing, or no list");
  CHECK(message_for(with("repaired", "repair")) ==
        "errata.toml: errata[1].repaired is missing, or no table");
}
