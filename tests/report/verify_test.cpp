// The engine on small derivations made here: what a check brings is what the report says.
#include "report/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>

#include "report/text/kill_cells.hpp"
#include "report/text/numbers.hpp"
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

Check proof() {
  return check("only", [](const Setting&) {
    Evidence e;
    e.ground = Ground::normal_form;
    e.attempted = e.decided = 1;
    e.same_form = true;
    return e;
  });
}

Control control(char letter, Expect expect, std::function<Evidence(const Setting&)> run,
                std::vector<std::string> on = {}) {
  return {letter, "false", words, Witness::grid, expect, std::move(on), std::move(run)};
}

Claim claim(std::string id, int number, std::vector<std::string> depends_on = {}) {
  return {{.id = std::move(id),
           .number = number,
           .title = words,
           .tex = "x",
           .statement = words,
           .assumptions = {words},
           .note_lines = {1},
           .note_verdict = NoteVerdict::true_,
           .erratum = std::nullopt,
           .errata = {},
           .depends_on = std::move(depends_on)},
          {{"only", words}},
          {check("only", [](const Setting&) { return rounding(0, 1); })},
          {}};
}

Report run(std::vector<Claim> claims, int threads = 1) {
  const std::vector<Chapter> chapters = {{words, "none", std::move(claims)}};
  VerifyOptions options;
  options.threads = threads;
  return verify(chapters, options);
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
  CHECK(result(report, 0).checks[0].evidence.trouble.en == "no luck");
  CHECK(result(report, 1).verdict == Verdict::supported);
  CHECK(exit_code(report, false) == 0);
  CHECK(exit_code(report, true) == 6);
}

TEST_CASE("one failed check decides against its claim, whatever else proves it") {
  Claim mixed = claim("mixed", 1);
  mixed.checks.push_back(proof());
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
  // By name, through what lies between.
  CHECK(result(report, 2).foundations_against == std::vector<std::string>{"failing"});
  CHECK(foundations_in_words(report, result(report, 2), Language::en) == "do not hold: failing");
  CHECK(foundations_in_words(report, result(report, 5), Language::en) == "not run: missing");
  CHECK(foundations_in_words(report, result(report, 3), Language::en) == "none needed");
}

TEST_CASE("a definition is certified at most") {
  Claim defined = claim("defined", 1);
  defined.checks.push_back(proof());
  CHECK(result(run({defined}), 0).verdict == Verdict::proved);
  defined.kind = Kind::definition;
  CHECK(result(run({defined}), 0).verdict == Verdict::certified);
}

namespace {

/// Something to decide for each pair of the setting, with this residual.
std::function<Evidence(const Setting&)> on_each_pair(double residual) {
  return [residual](const Setting& setting) {
    Evidence e = rounding(residual, 1);
    e.attempted = e.decided = setting.pairs.size();
    return e;
  };
}

Report run_on_own_pair(std::vector<Claim> claims) {
  static const Setting own =
      own_suite({std::make_shared<Pair>(make_pair("own", "point(0)", "point(1)"))});
  const std::vector<Chapter> chapters = {{words, "none", std::move(claims)}};
  VerifyOptions options;
  options.own = &own;
  return verify(chapters, options);
}

}  // namespace

TEST_CASE("of the user's own pairs it is counted what was decided, and said what nobody checked") {
  Claim decided = claim("decided", 1), open = claim("open", 2), general = claim("general", 3),
        without_case = claim("without-case", 4);
  decided.checks[0].run = on_each_pair(0);
  open.checks[0].run = on_each_pair(std::nan(""));
  open.checks.push_back(check("only", [](const Setting&) { return rounding(0, 1); }));
  without_case.checks[0].run = [](const Setting& setting) {
    Evidence e;
    e.attempted = e.left_out = setting.pairs.size();
    return e;
  };
  Claim broken = claim("broken", 5);
  broken.checks[0].run = [](const Setting&) -> Evidence { throw std::runtime_error("no luck"); };
  const Report report = run_on_own_pair({decided, open, general, without_case, broken});
  REQUIRE(report.own_pairs);
  CHECK(report.own_pairs->decided == 1);
  CHECK(report.own_pairs->undecided == 2);
  CHECK(report.own_pairs->without_case == 1);
  // What holds for all laws does not check this pair.
  CHECK(report.own_pairs->unchecked == std::vector<std::string>{"open", "broken"});
  CHECK(exit_code(report, false) == 0);
  CHECK(exit_code(report, true) == 6);
  CHECK(!run({claim("fine", 1)}).own_pairs);
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

TEST_CASE("the kill matrix: equal laws are blind where a mutant agrees with the truth for P = Q") {
  VerifyOptions options;
  options.claims = {"optimal-discriminator", "kl-sum-identity", "jsd-identity", "merge-integrals"};
  options.mutation = true;
  options.threads = 2;
  const Report report = verify(derivation(), options);
  REQUIRE(report.kill_matrix);
  const KillMatrix& matrix = *report.kill_matrix;
  const auto kill = [&](const std::string& twin, const std::string& pair) {
    const auto column = std::find(matrix.pairs.begin(), matrix.pairs.end(), pair);
    for (const KillMatrix::Row& row : matrix.rows)
      if (twin_name(row) == twin)
        return row.on.at(static_cast<std::size_t>(column - matrix.pairs.begin())).kill;
    FAIL("no twin ", twin);
    return Kill::undecided;
  };
  // For P = Q all divergences vanish: exchanged, Jeffreys', their difference, twice one, half of
  // it.
  for (const char* twin : {"40b", "40c", "40d", "40e", "41a"})
    CHECK(kill(twin, "W0") == Kill::blind);
  for (const char* twin : {"40a", "40f", "41b"}) CHECK(kill(twin, "W0") == Kill::rejected);
  // q/(p+q), the root and the square are 1/2 for P = Q; p/(p+2q) is 1/3.
  for (const char* twin : {"29a", "29c", "29d"}) CHECK(kill(twin, "W0") == Kill::blind);
  CHECK(kill("29b", "W0") == Kill::rejected);
  // W3: D* is 1, 1/2 and 0, which roots and squares keep; both divergences are equal.
  for (const char* twin : {"29c", "29d", "40e"}) CHECK(kill(twin, "W3") == Kill::blind);
  for (const char* twin : {"29a", "29b", "40b", "40c"}) CHECK(kill(twin, "W3") == Kill::rejected);
  // W10, disjoint: p/(p+2q) is D*, and twice one divergence is the sum.
  for (const char* twin : {"29b", "29c", "29d", "40e"}) CHECK(kill(twin, "W10") == Kill::blind);
  for (const char* twin : {"29a", "40a", "40d"}) CHECK(kill(twin, "W10") == Kill::rejected);
  CHECK(kill("40e", "W5") == Kill::blind);
  for (const char* twin : {"29a", "29b", "29c", "29d", "29e", "40a", "40b", "40c", "40d", "40e",
                           "40f", "41a", "41b", "41c"})
    CHECK(kill(twin, "W7") == Kill::rejected);
  // A control that has to stay undecided is no row.
  for (const KillMatrix::Row& row : matrix.rows) CHECK(twin_name(row) != "22c");
  const auto w0 = static_cast<std::size_t>(
      std::find(matrix.pairs.begin(), matrix.pairs.end(), "W0") - matrix.pairs.begin());
  const std::vector<std::string> blind = blind_to(matrix, w0);
  CHECK(std::count(blind.begin(), blind.end(), "40b") == 1);
  CHECK(std::count(blind.begin(), blind.end(), "40a") == 0);
}

TEST_CASE("a cell of the kill matrix is the exponent of the margin, and says what it means") {
  CHECK(kill_cell({Kill::rejected, 2.1e9}) == "9");
  CHECK(kill_cell({Kill::rejected, INFINITY}) == "inf");
  CHECK(kill_cell({Kill::weak, 12.5}) == "(1)");
  CHECK(kill_cell({Kill::blind, 0}) == ".");
  CHECK(kill_cell({Kill::undecided, std::nan("")}) == "?");
}
