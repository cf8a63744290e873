#include "report/formats/formats.hpp"

#include <doctest/doctest.h>

#include <set>

#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

std::vector<const Format*> all() {
  std::vector<const Format*> chosen;
  for (const Format& format : formats()) chosen.push_back(&format);
  return chosen;
}

std::string content_of(const std::vector<ReportFile>& files, const std::string& name) {
  for (const ReportFile& file : files)
    if (file.name == name) return file.content;
  return "no file " + name;
}

}  // namespace

TEST_CASE("one language takes one file a format, both take a second one for Chinese words only") {
  const Report report = sample::report();
  std::size_t with_words = 0;
  for (const Format* format : all()) with_words += format->in_one_language ? 1U : 0U;

  const auto english = render(report, all(), {Language::en});
  CHECK(english.size() == all().size());
  CHECK(content_of(english, "report.md") == sample::golden("report.md"));
  CHECK(content_of(english, "report.json") == sample::golden("report.json"));

  const auto chinese = render(report, all(), {Language::zh});
  CHECK(chinese.size() == all().size());
  CHECK(content_of(chinese, "report.md") == sample::golden("report.zh.md"));

  const auto both = render(report, all(), {Language::en, Language::zh});
  CHECK(both.size() == all().size() + with_words);
  CHECK(content_of(both, "report.md") == sample::golden("report.md"));
  CHECK(content_of(both, "report.zh.md") == sample::golden("report.zh.md"));
  CHECK(content_of(both, "report.zh.tex") == sample::golden("report.zh.tex"));
  CHECK(content_of(both, "report.csv") == sample::golden("report.csv"));
}

TEST_CASE("no two files of a report have the same name") {
  std::set<std::string> names;
  for (const Format* format : all()) names.insert(format->file());
  CHECK(names.size() == all().size());
}
