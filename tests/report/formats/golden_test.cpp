#include <doctest/doctest.h>

#include <sstream>

#include "report/formats/claim_page.hpp"
#include "report/formats/explanation.hpp"
#include "report/formats/json.hpp"
#include "report/formats/markdown.hpp"
#include "report/formats/terminal.hpp"
#include "report/text/table.hpp"
#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

template <class F>
std::string printed(const F& print) {
  std::ostringstream out;
  print(out);
  return out.str();
}

bool has_trailing_space(const std::string& text) {
  return text.find(" \n") != std::string::npos || text.ends_with(' ');
}

const TerminalOptions english{Language::en, false, false, 1, {"out/report.md", "out/report.json"}};
const TerminalOptions chinese{Language::zh, false, false, 1, {"out/report.md", "out/report.json"}};

}  // namespace

TEST_CASE("every format prints the sample report as its golden file says") {
  const Report r = sample::report(), own = sample::report_on_own_pair();
  const auto& claim = r.chapters[0].claims[0];
  using Out = std::ostream;
  CHECK(sample::matches_golden("report.json",
                               printed([&](Out& o) { write_json(o, r, Language::en); })));
  CHECK(sample::matches_golden("own_pair.json",
                               printed([&](Out& o) { write_json(o, own, Language::zh); })));
  CHECK(sample::matches_golden("report.md",
                               printed([&](Out& o) { write_markdown(o, r, Language::en); })));
  CHECK(sample::matches_golden("report.zh.md",
                               printed([&](Out& o) { write_markdown(o, r, Language::zh); })));
  CHECK(sample::matches_golden("own_pair.md",
                               printed([&](Out& o) { write_markdown(o, own, Language::en); })));
  CHECK(sample::matches_golden("terminal.txt",
                               printed([&](Out& o) { write_terminal(o, r, english); })));
  CHECK(sample::matches_golden("terminal.zh.txt",
                               printed([&](Out& o) { write_terminal(o, r, chinese); })));
  CHECK(sample::matches_golden("terminal_quiet.txt", printed([&](Out& o) {
                                 write_terminal(o, r, {Language::en, false, true, 1, {}});
                               })));
  CHECK(sample::matches_golden("terminal_own_pair.txt", printed([&](Out& o) {
                                 write_terminal(o, own, {Language::en, false, false, 0, {}});
                               })));
  CHECK(sample::matches_golden("claim_page.txt", printed([&](Out& o) {
                                 write_claim_page(o, claim, Language::en, false, 80);
                               })));
  CHECK(sample::matches_golden("claim_page.zh.txt", printed([&](Out& o) {
                                 write_claim_page(o, claim, Language::zh, false, 80);
                               })));
  CHECK(sample::matches_golden("explanation.txt", printed([&](Out& o) {
                                 write_explanation(o, claim, Language::en, false);
                               })));
  CHECK(sample::matches_golden("explanation.zh.txt", printed([&](Out& o) {
                                 write_explanation(o, claim, Language::zh, false);
                               })));
}

TEST_CASE("an evaluation prints as its golden files say") {
  const Evaluation e = sample::evaluation();
  CHECK(sample::matches_golden("evaluation.json",
                               printed([&](std::ostream& o) { write_evaluation_json(o, e); })));
  CHECK(sample::matches_golden("evaluation.txt", printed([&](std::ostream& o) {
                                 write_evaluation_table(o, e, Language::en, false);
                               })));
  CHECK(sample::matches_golden("evaluation.zh.txt", printed([&](std::ostream& o) {
                                 write_evaluation_table(o, e, Language::zh, false);
                               })));
}

TEST_CASE("no line of text for a terminal or for Markdown ends in a space") {
  for (const auto name :
       {"report.md", "report.zh.md", "own_pair.md", "terminal.txt", "terminal.zh.txt",
        "terminal_quiet.txt", "terminal_own_pair.txt", "explanation.txt", "explanation.zh.txt",
        "claim_page.txt", "claim_page.zh.txt", "evaluation.txt", "evaluation.zh.txt"})
    CHECK_MESSAGE(!has_trailing_space(sample::golden(name)), name);
}

TEST_CASE("colours change nothing but the escape sequences") {
  std::string coloured = printed([](std::ostream& o) {
    write_terminal(o, sample::report(),
                   {Language::zh, true, false, 1, {"out/report.md", "out/report.json"}});
  });
  CHECK(coloured.find("\033[1;31m") != std::string::npos);  // the failed claim, red
  std::string plain;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\033')
      i = coloured.find('m', i);
    else
      plain += coloured[i];
  }
  CHECK(plain == sample::golden("terminal.zh.txt"));
}

TEST_CASE("the last line of the terminal counts what is undecided and says where the report is") {
  const std::string text = sample::golden("terminal.txt");
  const auto start = text.rfind('\n', text.size() - 2);
  const std::string last = text.substr(start + 1);
  CHECK(last.find("undecided: 1") != std::string::npos);
  CHECK(last.find("out/report.md, out/report.json") != std::string::npos);
}

TEST_CASE("the page of a claim keeps to the width that it is given, and shows no TeX") {
  for (const auto name : {"claim_page.txt", "claim_page.zh.txt"}) {
    std::istringstream page(sample::golden(name));
    for (std::string line; std::getline(page, line);) {
      // A command is printed as it can be copied.
      if (line.find("gancheck ") == std::string::npos)
        CHECK_MESSAGE(display_width(line) <= 80, line);
      CHECK_MESSAGE(line.find_first_of("\\$&") == std::string::npos, line);
    }
  }
}
