#include "report/text/run_sentences.hpp"

#include <doctest/doctest.h>

#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

Report with_claims(int proved, int undecided, int failed) {
  Report report;
  report.suite = "built-in";
  report.summary = {.claims = proved + undecided + failed,
                    .proved = proved,
                    .undecided = undecided,
                    .failed = failed};
  return report;
}

}  // namespace

TEST_CASE("a run in which all holds says so, any other says what does not") {
  CHECK(verdict_of_the_run(with_claims(2, 0, 0)).en ==
        "All 2 claims hold: 2 for all laws P and Q.");
  CHECK(verdict_of_the_run(with_claims(2, 1, 3)).en ==
        "Of 6 claims: 3 failed or refuted, 1 undecided; 2 for all laws P and Q.");
  CHECK(verdict_of_the_run(with_claims(0, 1, 0)).en == "Of 1 claim: 1 undecided; none holds.");
  CHECK(verdict_of_the_run(with_claims(0, 0, 0)).en == "No claim was run.");
}

TEST_CASE("the command names what was chosen, quoted for a shell") {
  Report report = with_claims(1, 0, 0);
  CHECK(command_of(report) == "gancheck verify");
  report.suite = "it's.toml";
  CHECK(command_of(report) == "gancheck verify --suite 'it'\\''s.toml'");
  report.suite = "own pair";
  report.pairs = {{"own pair: normal(0,1) | cauchy(0,1) (masses 1, 1)", ""}};
  CHECK(command_of(report) == "gancheck verify --data 'normal(0,1)' --generator 'cauchy(0,1)'");
  Report some = sample::report();
  some.suite = "built-in";
  some.kill_matrix.reset();
  CHECK(command_of(some) ==
        "gancheck verify --claim optimal-discriminator --claim kl-sum-identity --claim "
        "lower-bound-log4");
}
