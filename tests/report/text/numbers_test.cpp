#include "report/text/numbers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/report/sample_report.hpp"

using namespace gancheck;

TEST_CASE("numbers for the eye have two digits, and infinities and NaN names") {
  CHECK(short_number(3.14159e-17) == "3.1e-17");
  CHECK(short_number(0.0) == "0");
  CHECK(short_number(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(short_number(-std::numeric_limits<double>::infinity()) == "-inf");
  CHECK(short_number(-std::numeric_limits<double>::quiet_NaN()) == "nan");
  CHECK(short_number(std::nullopt) == "");
}

TEST_CASE("the ratio of a residual to its bound is 0 where both vanish and NaN if one is") {
  Evidence e;
  CHECK(!ratio(e));
  e.residual = 0;
  e.bound = 0;
  CHECK(ratio(e) == 0.0);
  e.residual = 1;
  CHECK(std::isinf(*ratio(e)));
  e.residual = std::numeric_limits<double>::quiet_NaN();
  CHECK(std::isnan(*ratio(e)));
  e.ground = Ground::enclosure;
  CHECK(!ratio(e));
}

TEST_CASE("the worst ratio of a claim is the largest over its grid checks, and NaN wins") {
  ClaimResult claim = sample::report().chapters[0].claims[0];
  CHECK(worst_ratio(claim) == 0.25);
  claim.checks.push_back(claim.checks[0]);
  claim.checks.back().evidence.residual = 8e-17;
  CHECK(worst_ratio(claim) == 2.0);
  auto with_nan = claim.checks[0];
  with_nan.evidence.residual = std::numeric_limits<double>::quiet_NaN();
  ClaimResult first = claim;
  first.checks.insert(first.checks.begin(), with_nan);
  CHECK(std::isnan(*worst_ratio(first)));
  claim.checks.push_back(with_nan);
  CHECK(std::isnan(*worst_ratio(claim)));
}

TEST_CASE("controls are counted as they came out") {
  const Report report = sample::report(), own = sample::report_on_own_pair();
  CHECK(rejected_of(report.chapters[0].claims[0]) == "3/3");
  CHECK(rejected_of(report.chapters[1].claims[0]) == "0/1");
  CHECK(rejected_of(report.chapters[1].claims[1]) == "");
  CHECK(rejected_on_own_pairs(own.chapters[0].claims[0]) == "1/2");
  CHECK(has_own_pairs(own));
  CHECK(!has_own_pairs(report));
}
