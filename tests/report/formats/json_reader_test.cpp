// A report that is written, read back and written again is the same, in every format.
#include "report/formats/json_reader.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "report/formats/formats.hpp"
#include "tests/report/sample_report.hpp"

using namespace gancheck;
using sample::json;

namespace {

/// The sample, damaged: its first `what` replaced.
std::string with(const std::string& what, const std::string& instead) {
  std::string text = json(sample::report());
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), instead);
}

void refuses(const std::string& text, const char* words) {
  CAPTURE(words);
  CHECK_THROWS_WITH_AS(read_report(text), doctest::Contains(words), BadReport);
}

}  // namespace

TEST_CASE("a report that is read back has the same bytes in every format and language") {
  for (const Report& report : {sample::report(), sample::report_on_own_pair()}) {
    const Report again = read_report(json(report));
    for (const Format& format : formats())
      for (const Language language : {Language::en, Language::zh}) {
        std::ostringstream before, after;
        format.write(before, report, language, own_templates());
        format.write(after, again, language, own_templates());
        CAPTURE(format.name);
        CHECK(before.str() == after.str());
      }
  }
}

TEST_CASE("a residual that is not a number stays one, and none stays none") {
  const Report report = sample::report(), again = read_report(json(report));
  for (std::size_t c = 0; c < report.chapters.size(); ++c)
    for (std::size_t k = 0; k < report.chapters[c].claims.size(); ++k)
      for (std::size_t i = 0; i < report.chapters[c].claims[k].checks.size(); ++i) {
        const Evidence& before = report.chapters[c].claims[k].checks[i].evidence;
        const Evidence& after = again.chapters[c].claims[k].checks[i].evidence;
        REQUIRE(before.residual.has_value() == after.residual.has_value());
        if (before.residual && *before.residual != *before.residual)
          CHECK(*after.residual != *after.residual);
        else
          CHECK(before.residual == after.residual);
        CHECK(judge(before) == judge(after));
      }
}

TEST_CASE("what is no report is refused with the member that is wrong") {
  refuses("", "parse error at line 1");
  refuses("[1", "line 1");
  refuses("{}", "'schema'");
  refuses(with("\"schema\": 1", "\"schema\": 2"), "its schema is 2");
  refuses(with("\"suite\": \"built-in\"", "\"suite\": 7"), "(/run/suite) type must be string");
  refuses(with("\"verdict\": \"proved\"", "\"verdict\": \"true\""),
          "'true' is no verdict: there are proved, certified");
  refuses(with("\"letter\": \"a\"", "\"letter\": \"ab\""), "no letter of a control");
  refuses(with("\"threads\": 2", "\"threads\": 1099511627776"), "no whole number");
  refuses(with("\"threads\": 2", "\"threads\": 1.5"), "1.5 is no whole number");
  refuses(with("\"attempted\": 36", "\"attempted\": -36"), "-36 is no count");
  refuses(with("\"name\": \"densities\"", "\"name\": \"../densities\""),
          "a figure is called '../densities'");
  refuses(with("\"verdict\": \"proved\"", "\"verdict\": \"refuted\""),
          "does not count the verdicts");
  refuses(with("\"chapters\": [", "\"chapters\": 3, \"rest\": ["), "(/chapters)");
}
