// The example of docs/adding.md: two files and a line in a list, and the claim is there.
#include <doctest/doctest.h>

#include <string>

#include "tests/source_file.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

TEST_CASE("two files and a line make a claim, with its checks and its twin") {
  REQUIRE(derivation().size() == 1);
  CHECK(derivation()[0].title.en == "An example");
  REQUIRE(find_claim("mass-of-mixture"));
  const Claim& claim = *find_claim("mass-of-mixture");
  CHECK(find_claim("60") == &claim);
  CHECK(claim.parts.size() == 1);
  REQUIRE(claim.checks.size() == 2);
  CHECK(judge(claim.checks[0].run(only({"W1", "W7"}))) == Verdict::supported);
  CHECK(judge(claim.checks[1].run(only({"W1", "W7"}))) == Verdict::certified);
  CHECK(claim.controls.size() == 3);
  for (const Control& twin : claim.controls) CHECK(is_rejected(twin.run(only(twin.on))));
}

TEST_CASE("so does a table of errata.toml, which the claim names as its own") {
  REQUIRE(errata().size() == 1);
  CHECK(find_erratum("E26") == &errata()[0]);
  CHECK(claims_that_repair(errata()[0]) == std::vector{find_claim("60")});
}

TEST_CASE("docs/adding.md shows these very files") {
  const std::string page = source_file("docs/adding.md");
  for (const char* ending : {"toml", "cpp"}) {
    const std::string file =
        std::string("tests/theory/throw_away/example/mass_of_mixture.") + ending;
    CAPTURE(file);
    CHECK(page.find("```" + std::string(ending) + "\n" + source_file(file) + "```\n") !=
          std::string::npos);
  }
}
