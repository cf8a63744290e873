#include "report/text/verdicts.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

TEST_CASE("the severities of an erratum are listed as either language lists") {
  const Erratum erratum{.number = "E1",
                        .lines = {1},
                        .severities = {Severity::wrong, Severity::gap},
                        .issue = {"", ""},
                        .repaired = {"", ""},
                        .shown_by = {}};
  CHECK(severities_in_words(erratum, Language::en) == "wrong, gap");
  CHECK(severities_in_words(erratum, Language::zh) == "错误、缺漏");
}
