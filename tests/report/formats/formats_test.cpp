#include "report/formats/formats.hpp"

#include <doctest/doctest.h>

#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

std::vector<const Format*> all() {
  std::vector<const Format*> chosen;
  for (const Format& format : formats()) chosen.push_back(&format);
  return chosen;
}

}  // namespace

TEST_CASE("one language takes one file a format, both take a second one for Chinese words only") {
  const Report report = sample::report();
  const auto english = render(report, all(), {Language::en});
  REQUIRE(english.size() == 3);
  CHECK(english[0].name == "report.md");
  CHECK(english[0].content == sample::golden("report.md"));
  CHECK(english[1].name == "report.json");
  CHECK(english[2].name == "report.html");

  const auto chinese = render(report, all(), {Language::zh});
  REQUIRE(chinese.size() == 3);
  CHECK(chinese[0].name == "report.md");
  CHECK(chinese[0].content == sample::golden("report.zh.md"));

  const auto both = render(report, all(), {Language::en, Language::zh});
  REQUIRE(both.size() == 4);
  CHECK(both[0].name == "report.md");
  CHECK(both[0].content == sample::golden("report.md"));
  CHECK(both[1].name == "report.zh.md");
  CHECK(both[1].content == sample::golden("report.zh.md"));
  CHECK(both[2].name == "report.json");
  CHECK(both[3].name == "report.html");
}

TEST_CASE("no format is both there and refused") {
  for (const Format& format : formats())
    for (const std::string& refused : formats_not_available()) CHECK(format.name != refused);
}
