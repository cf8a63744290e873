// The engine on small derivations made here: what a check brings is what the report says.
#include "report/verify.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

const Text words = {"words", "文字"};

Evidence rounding(double residual, double bound) {
  Evidence e;
  e.attempted = e.decided = 1;
  e.residual = residual;
  e.bound = bound;
  return e;
}

Check check(std::string part, std::function<Evidence(const Setting&)> run) {
  return {std::move(part), words, Witness::grid, std::move(run)};
}

Control control(char letter, Expect expect, std::function<Evidence(const Setting&)> run,
                std::vector<std::string> on = {}) {
  return {letter, "false", words, Witness::grid, expect, std::move(on), std::move(run)};
}

Claim claim(std::string id, int number, std::vector<std::string> depends_on = {}) {
  return {.id = std::move(id),
          .number = number,
          .title = words,
          .tex = "x",
          .statement = words,
          .assumptions = {words},
          .note_lines = {1},
          .note_verdict = NoteVerdict::true_,
          .erratum = std::nullopt,
          .errata = {},
          .depends_on = std::move(depends_on),
          .parts = {{"only", words}},
          .checks = {check("only", [](const Setting&) { return rounding(0, 1); })},
          .controls = {}};
}

Report run(std::vector<Claim> claims, int threads = 1) {
  static std::vector<std::vector<Chapter>> kept;  // reports point into the rows
  kept.push_back({{words, "none", std::move(claims)}});
  VerifyOptions options;
  options.threads = threads;
  return verify(kept.back(), options);
}

const ClaimResult& result(const Report& report, std::size_t i) {
  return report.chapters.at(0).claims.at(i);
}

}  // namespace

TEST_CASE("a check that throws is undecided, and the rest of the report stands") {
  Claim broken = claim("broken", 1);
  broken.checks[0].run = [](const Setting&) -> Evidence { throw std::runtime_error("no luck"); };
  const Report report = run({broken, claim("fine", 2)});
  CHECK(result(report, 0).verdict == Verdict::undecided);
  CHECK(result(report, 0).checks[0].evidence.trouble == "no luck");
  CHECK(result(report, 1).verdict == Verdict::supported);
  CHECK(exit_code(report, false) == 0);
  CHECK(exit_code(report, true) == 6);
}

TEST_CASE("one failed check decides against its claim, whatever else proves it") {
  Claim mixed = claim("mixed", 1);
  mixed.checks.push_back(check("only", [](const Setting&) {
    Evidence e;
    e.ground = Ground::normal_form;
    e.attempted = e.decided = 1;
    e.same_form = true;
    return e;
  }));
  CHECK(result(run({mixed}), 0).verdict == Verdict::proved);
  mixed.checks.push_back(check("only", [](const Setting&) { return rounding(2, 1); }));
  const Report report = run({mixed});
  CHECK(result(report, 0).verdict == Verdict::failed);
  CHECK(exit_code(report, true) == 1);
}

TEST_CASE("a part without a check leaves its claim undecided") {
  Claim bare = claim("bare", 1);
  bare.parts.push_back({"unchecked", words});
  CHECK(result(run({bare}), 0).verdict == Verdict::undecided);
}

TEST_CASE("foundations hold, do not hold, or are not known") {
  Claim failing = claim("failing", 1);
  failing.checks[0].run = [](const Setting&) { return rounding(2, 1); };
  const Report report =
      run({failing, claim("above", 2, {"failing"}), claim("higher", 3, {"above"}), claim("free", 4),
           claim("on-free", 5, {"free"}), claim("on-missing", 6, {"free", "missing"})});
  CHECK(result(report, 1).foundations_hold == false);
  CHECK(result(report, 2).foundations_hold == false);
  CHECK(result(report, 2).verdict == Verdict::supported);
  CHECK(result(report, 4).foundations_hold == true);
  CHECK(!result(report, 5).foundations_hold.has_value());
  CHECK(result(report, 5).foundations_not_checked == std::vector<std::string>{"missing"});
}

TEST_CASE("an accepted control, or one that throws, is counted against the run") {
  Claim accepted = claim("accepted", 1);
  accepted.controls = {
      control('a', Expect::rejected, [](const Setting&) { return rounding(0, 1); })};
  CHECK(exit_code(run({accepted}), false) == 1);
  accepted.controls = {control('a', Expect::rejected, [](const Setting&) -> Evidence {
    throw std::runtime_error("broken");
  })};
  CHECK(exit_code(run({accepted}), false) == 1);
  accepted.controls = {control('a', Expect::undecided, [](const Setting&) -> Evidence {
    throw std::runtime_error("broken");
  })};
  CHECK(exit_code(run({accepted}), false) == 1);
  accepted.controls = {
      control('a', Expect::rejected, [](const Setting&) { return rounding(1e4, 1); })};
  CHECK(exit_code(run({accepted}), false) == 0);
}

TEST_CASE("a control sees the pairs it names, and a check the whole suite") {
  Claim looking = claim("looking", 1);
  looking.checks[0].run = [](const Setting& s) {
    return rounding(s.pairs.size() == built_in_suite().pairs.size() ? 0 : 2, 1);
  };
  looking.controls = {control('a', Expect::rejected,
                              [](const Setting& s) {
                                return rounding(
                                    s.pairs.size() == 1 && s.pairs[0]->name() == "W7" ? 1e6 : 0, 1);
                              },
                              {"W7"})};
  const Report report = run({looking});
  CHECK(result(report, 0).verdict == Verdict::supported);
  CHECK(result(report, 0).controls[0].as_expected);
  CHECK(result(report, 0).controls[0].where == "W7");
}

TEST_CASE("on own pairs the checks run there, and controls are shown as rejected or blind") {
  static const std::vector<Chapter> chapters = [] {
    Claim looking = claim("looking", 1);
    looking.checks[0].run = [](const Setting& s) {
      return rounding(s.pairs.size() == 1 ? 0 : 2, 1);
    };
    looking.controls = {
        control('a', Expect::rejected,
                [](const Setting& s) { return rounding(s.pairs[0]->name() == "W7" ? 1e6 : 0, 1); },
                {"W7"}),
        control('b', Expect::rejected, [](const Setting&) { return rounding(1e6, 1); }, {"W1"})};
    return std::vector<Chapter>{{words, "none", {looking}}};
  }();
  const Setting own = own_suite(
      {std::make_shared<Pair>(make_pair("mine", "discrete(1/2,1/2)", "discrete(1/3,2/3)"))});
  VerifyOptions options;
  options.own = &own;
  const Report report = verify(chapters, options);
  CHECK(result(report, 0).verdict == Verdict::supported);
  CHECK(result(report, 0).controls[0].as_expected);
  CHECK(result(report, 0).controls[0].rejected_on_own_pairs == false);
  CHECK(result(report, 0).controls[1].rejected_on_own_pairs == true);
  CHECK(exit_code(report, false) == 0);
}

TEST_CASE("masses that are not one are said with their pair") {
  Densities d;
  d.grid.points = {Real(1), Real(2)};
  d.grid.weights = {1, 1};
  d.data = {Real(Rational(1, 2)), Real(Rational(1, 4))};
  d.generator = {Real(Rational(1, 2)), Real(Rational(1, 2))};
  const Setting own = own_suite({std::make_shared<Pair>("light", "a", "b", d)});
  static const std::vector<Chapter> none = {{words, "none", {}}};
  VerifyOptions options;
  options.own = &own;
  const Report report = verify(none, options);
  REQUIRE(report.pairs.size() == 1);
  CHECK(report.pairs[0].en == "light: a | b (masses 0.75, 1)");
}

TEST_CASE("an interrupted run keeps what was finished and says that it is incomplete") {
  std::atomic<bool> interrupted = false;
  static std::vector<Chapter> chapters;
  chapters = {{words, "none", {claim("first", 1), claim("second", 2)}}};
  chapters[0].claims[0].checks[0].run = [&](const Setting&) {
    interrupted = true;
    return rounding(0, 1);
  };
  VerifyOptions options;
  options.interrupted = &interrupted;
  const Report report = verify(chapters, options);
  CHECK(!report.complete);
  CHECK(result(report, 0).verdict == Verdict::supported);
  CHECK(result(report, 1).verdict == Verdict::undecided);
  CHECK(exit_code(report, false) == 2);
}

TEST_CASE("the report does not depend on the number of threads") {
  std::vector<Claim> claims;
  for (int i = 1; i <= 20; ++i) {
    claims.push_back(claim("claim-" + std::to_string(i), i));
    claims.back().checks[0].run = [i](const Setting&) { return rounding(i, 10.5); };
  }
  const Report one = run(claims, 1), four = run(claims, 4);
  CHECK(one.summary.failed == 10);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    CHECK(result(one, i).verdict == result(four, i).verdict);
    CHECK(result(one, i).checks[0].evidence.residual ==
          result(four, i).checks[0].evidence.residual);
  }
}
