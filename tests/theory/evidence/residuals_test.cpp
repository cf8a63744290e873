#include "theory/evidence/residuals.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "theory/evidence/judge.hpp"

using namespace gancheck;

namespace {
const Text scope = {"test", "测试"};
auto at(const char* name) {
  return [name] { return std::string(name); };
}
const Tracked undefined = Tracked(0) / Tracked(0);
const Tracked infinite = Tracked(1) / Tracked(0);
}  // namespace

TEST_CASE("the worst case is the one with the largest residual over its own bound") {
  Residuals r(scope);
  r.equal(Tracked::within(1.0, 0.5), Tracked(1), at("exact hit"));
  r.equal(Tracked::within(1.25, 0.5), Tracked(1), at("half"));
  r.equal(Tracked::within(1e-20, 1.1e-20), Tracked(0), at("nine tenths, tiny"));
  r.equal(Tracked::within(100.0, 300.0), Tracked(0), at("a third, huge"));
  const Evidence e = r.evidence();
  CHECK(e.where.en == "nine tenths, tiny");
  CHECK(e.attempted == 4);
  CHECK(e.decided == 4);
  CHECK(judge(e) == Verdict::supported);
}

TEST_CASE("one NaN among passing cases leaves the check undecided, in any order") {
  for (const bool first : {true, false}) {
    Residuals r(scope);
    if (first) r.equal(undefined, Tracked(1), at("nan"));
    r.equal(Tracked(1), Tracked(1), at("one"));
    if (!first) r.equal(undefined, Tracked(1), at("nan"));
    CHECK(judge(r.evidence()) == Verdict::undecided);
  }
  Residuals inequality(scope);
  inequality.at_most(Tracked(0), Tracked(1), at("fine"));
  inequality.at_most(undefined, Tracked(1), at("nan"));
  CHECK(judge(inequality.evidence()) == Verdict::undecided);
}

TEST_CASE("a failing case stays the worst one, whatever passes before or after") {
  Residuals r(scope);
  r.equal(Tracked(1), Tracked(1), at("fine"));
  r.equal(Tracked(1), Tracked(2), at("wrong"));
  r.equal(undefined, Tracked(2), at("nan"));
  r.equal(Tracked(1), Tracked(1), at("fine"));
  CHECK(r.evidence().where.en == "wrong");
  CHECK(judge(r.evidence()) == Verdict::failed);
}

TEST_CASE("infinities of one sign are equal, of different signs or against a number they are not") {
  Residuals equal(scope);
  equal.equal(infinite, infinite, at("both"));
  CHECK(judge(equal.evidence()) == Verdict::supported);
  Residuals finite(scope);
  finite.equal(infinite, Tracked(1), at("one"));
  CHECK(judge(finite.evidence()) == Verdict::failed);
  Residuals opposite(scope);
  opposite.equal(infinite, -infinite, at("opposite"));
  CHECK(judge(opposite.evidence()) == Verdict::failed);
}

TEST_CASE("an inequality reports its least room, and fails only when it is violated") {
  Residuals r(scope);
  r.at_most(Tracked(1), Tracked::within(3, 0.5), at("wide"));
  r.at_most(Tracked(1), Tracked::within(2, 0.5), at("closer"));
  CHECK(r.evidence().where.en == "closer");
  CHECK(*r.evidence().slack == 1.0);
  CHECK(*r.evidence().residual == 0.0);
  CHECK(judge(r.evidence()) == Verdict::supported);
  r.at_most(Tracked(3), Tracked::within(2, 0.5), at("violated"));
  CHECK(judge(r.evidence()) == Verdict::failed);
}

TEST_CASE("a twin is held against the bound of the truth") {
  Residuals r(scope);
  r.equal(Tracked::within(1, 100), Tracked(2), at("twin"), 1e-10);
  CHECK(judge(r.evidence()) == Verdict::failed);
  CHECK(margin(r.evidence()) == 1e10);
}

TEST_CASE("a strict inequality that holds by less than its bound is undecided") {
  Residuals r(scope);
  r.less(Tracked(0), Tracked::within(1e-20, 1e-18), at("tiny"));
  CHECK(judge(r.evidence()) == Verdict::undecided);
  Residuals wide(scope);
  wide.less(Tracked(0), Tracked::within(1, 1e-18), at("clear"));
  CHECK(judge(wide.evidence()) == Verdict::supported);
}
