// Runs of parts of the derivation, put together, are the run of all of it.
#include "report/merge.hpp"

#include <doctest/doctest.h>

#include <array>
#include <sstream>

#include "report/conclusions.hpp"
#include "tests/report/sample_report.hpp"

using namespace gancheck;
using sample::json;

namespace {

/// The sample with what follows from its claims.
Report whole() {
  Report report = sample::report();
  report.kill_matrix.reset();
  conclude(report, false);
  return report;
}

/// A run of one claim of it.
Report part(const std::string& id) {
  Report report = whole();
  for (ChapterResult& chapter : report.chapters)
    std::erase_if(chapter.claims, [&](const ClaimResult& c) { return c.claim.id != id; });
  std::erase_if(report.chapters, [](const ChapterResult& c) { return c.claims.empty(); });
  report.seconds /= 3;
  conclude(report, false);
  return report;
}

}  // namespace

TEST_CASE("runs of single claims, in any order, make the report of one run") {
  const Report first = part("optimal-discriminator"), second = part("kl-sum-identity"),
               third = part("lower-bound-log4");
  CHECK(third.chapters[0].claims[0].foundations_not_checked.size() > 0);
  Report all = merged(std::array{third, first, second});
  CHECK(all.seconds == doctest::Approx(whole().seconds));
  all.seconds = whole().seconds;
  CHECK(json(all) == json(whole()));
}

TEST_CASE("a figure of both runs stands once in their report, all in the order of the list") {
  Report first = part("kl-sum-identity"), second = part("lower-bound-log4");
  const Figure densities = first.figures.at(0);
  Figure separation = densities, scipy = densities;
  separation.name = "separation";
  scipy.name = "scipy";
  first.figures = {scipy, densities};
  second.figures = {densities, separation};
  std::string names;
  for (const Figure& figure : merged(std::array{first, second}).figures) names += figure.name + " ";
  CHECK(names == "densities separation scipy ");
}

TEST_CASE("what cannot be one run is refused") {
  const Report first = part("kl-sum-identity");
  const auto refuses = [&](const Report& second, const char* words) {
    CHECK_THROWS_WITH_AS(merged(std::array{first, second}), doctest::Contains(words), CannotMerge);
  };
  refuses(first, "kl-sum-identity was run twice");
  Report other = part("lower-bound-log4");
  other.version = "9";
  refuses(other, "another of 9");
  other = part("lower-bound-log4");
  other.pairs = {{"W8: a | b", "W8：a | b"}};
  refuses(other, "pairs differ");
  other = part("lower-bound-log4");
  other.pairs_fingerprint = "0123456789abcdef";
  refuses(other, "a file has changed");
}
