#include "theory/checks/part_of.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "numerics/number/symbol.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

/// A claim that says nothing yet.
Claim empty_claim() {
  const Text none = {"", ""};
  return {{.id = "",
           .number = 0,
           .title = none,
           .tex = "",
           .statement = none,
           .assumptions = {},
           .note_lines = {},
           .note_verdict = NoteVerdict::true_,
           .erratum = std::nullopt,
           .errata = {},
           .depends_on = {}},
          {{"mass", none}, {"other", none}},
          {},
          {}};
}

Relation total_is(int number) {
  return equal(functionals::total_mass, number);
}

}  // namespace

TEST_CASE("every word adds one check, to its part, for its witness, in the order of the words") {
  Claim claim = empty_claim();
  PartOf(claim, "mass")
      .summed(total_is(2))
      .enclosed(total_is(2))
      .integrated(
          {"masses", "质量"}, Order::equal,
          [](const EnclosedNumbers& n) -> Ball { return n.mass_data; },
          [](const EnclosedNumbers&) { return Ball(1); })
      .same_integrands(formulas::mixture, formulas::mixture);
  PartOf(claim, "other").same_at_random_points(formulas::mixture, formulas::mixture);
  REQUIRE(claim.checks.size() == 5);
  const std::vector<Witness> witnesses = {Witness::grid, Witness::ball, Witness::ball,
                                          Witness::symbolic, Witness::grid};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(claim.checks[i].part == (i < 4 ? "mass" : "other"));
    CHECK(claim.checks[i].witness == witnesses[i]);
    CHECK(!claim.checks[i].what.en.empty());
    CHECK(!claim.checks[i].what.zh.empty());
  }
  const Setting setting = only({"W1", "W7"});
  CHECK(judge(claim.checks[0].run(setting)) == Verdict::supported);
  CHECK(judge(claim.checks[1].run(setting)) == Verdict::certified);
  if (Symbol::available()) CHECK(judge(claim.checks[3].run(setting)) == Verdict::proved);
  CHECK(judge(claim.checks[4].run(setting)) == Verdict::supported);
}

TEST_CASE("twins are lettered in their order, on the pairs that were named before them") {
  Claim claim = empty_claim();
  Twins(claim, total_is(2))
      .on("W1")
      .grid("P^ + Q^ = 3", {"three", "三"}, total_is(3))
      .on("W2", "W7")
      .grid("P^ + Q^ = 1", {"one", "一"}, total_is(1))
      .ball("P^ + Q^ = 0", {"none", "零"}, total_is(0));
  add_twin(
      claim, Witness::symbolic, "x", {"x", "x"}, {}, [](const Setting&) { return Evidence(); },
      Expect::undecided);
  REQUIRE(claim.controls.size() == 4);
  CHECK(claim.controls[0].on == std::vector<std::string>{"W1"});
  CHECK(claim.controls[1].on == std::vector<std::string>{"W2", "W7"});
  CHECK(claim.controls[2].on == claim.controls[1].on);
  CHECK(claim.controls[2].witness == Witness::ball);
  CHECK(claim.controls[3].on.empty());
  CHECK(claim.controls[3].expect == Expect::undecided);
  for (std::size_t i = 0; i < 4; ++i) CHECK(claim.controls[i].letter == static_cast<char>('a' + i));
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(is_rejected(claim.controls[i].run(only(claim.controls[i].on))));
}

TEST_CASE("a twin that is true is not rejected") {
  Claim claim = empty_claim();
  Twins(claim, total_is(2)).on("W7").grid("P^ + Q^ = 2", {"true", "真"}, total_is(2));
  CHECK(!is_rejected(claim.controls[0].run(only({"W7"}))));
}

TEST_CASE("a part that the words do not have is an error at once") {
  Claim claim = empty_claim();
  CHECK_THROWS_AS(PartOf(claim, "masss"), std::logic_error);
}
