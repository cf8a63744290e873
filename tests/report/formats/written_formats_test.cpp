// The formats for programs, for paper and for other dialects of Markdown.
#include <doctest/doctest.h>

#include <sstream>

#include "report/formats/csv.hpp"
#include "report/formats/junit.hpp"
#include "report/formats/latex.hpp"
#include "report/formats/latex_text.hpp"
#include "report/formats/markdown_flavour.hpp"
#include "report/formats/xml_text.hpp"
#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

using Write = void (*)(std::ostream&, const Report&, Language);

std::string written(Write write, Language language = Language::en) {
  std::ostringstream out;
  write(out, sample::report(), language);
  return out.str();
}

std::string written(void (*write)(std::ostream&, const Report&, Language, const Templates&),
                    Language language = Language::en,
                    const Templates& templates = own_templates()) {
  std::ostringstream out;
  write(out, sample::report(), language, templates);
  return out.str();
}

std::size_t times(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
  return n;
}

/// Rows of fields, as RFC 4180 reads them; written apart from the writer.
std::vector<std::vector<std::string>> rows_of_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[i++];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\r')
      continue;
    else if (!quoted && c == '\n')
      rows.push_back({""});
    else
      rows.back().back() += c;
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("the other formats print the sample report as their golden files say") {
  CHECK(sample::matches_golden("report.csv", written(write_csv)));
  CHECK(sample::matches_golden("report.junit.xml", written(write_junit)));
  CHECK(sample::matches_golden("report.tex", written(write_latex)));
  CHECK(sample::matches_golden("report.zh.tex", written(write_latex, Language::zh)));
  CHECK(sample::matches_golden("report.github.md", written(write_markdown_for_github)));
  CHECK(sample::matches_golden("report.hexo.md", written(write_markdown_for_hexo)));
}

TEST_CASE("a table for programs has a row for each check and control, with all of its columns") {
  const Report report = sample::report();
  const auto rows = rows_of_csv(written(write_csv));
  std::size_t expected = 1;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      expected += claim.checks.size() + claim.controls.size();
  CHECK(rows.size() == expected);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  // A field with a comma comes back whole.
  bool has_comma = false;
  for (const auto& row : rows)
    for (const std::string& field : row) has_comma = has_comma || field == "W3, point 4";
  CHECK(has_comma);
}

TEST_CASE("test results: what failed is a failure, what is undecided is skipped") {
  const Report report = sample::report();
  std::size_t against = 0, undecided = 0;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) {
      for (const CheckResult& check : claim.checks) {
        against += is_against(check.verdict) ? 1U : 0U;
        undecided += check.verdict == Verdict::undecided ? 1U : 0U;
      }
      for (const ControlResult& control : claim.controls) against += control.as_expected ? 0U : 1U;
    }
  REQUIRE(against > 0);
  REQUIRE(undecided > 0);
  const std::string xml = written(write_junit);
  CHECK(times(xml, "<failure ") == against);
  CHECK(times(xml, "<skipped ") == undecided);
  // The check that encloses something on two pairs is a test case on each.
  CHECK(times(xml, ", on W1\"") == 1);
  CHECK(times(xml, ", on W7\"") == 1);
  CHECK(times(xml, "<testcase ") == times(xml, "</testcase>"));
  CHECK(xml.find("name=\"lower\" value=\"-7.1e-34\"") != std::string::npos);
}

TEST_CASE("XML has no mark of its own in words, and no character that it forbids") {
  CHECK(xml_text("a < b && \"c\" > d") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; d");
  CHECK(xml_text("one\ntwo") == "one&#10;two");
  CHECK(xml_text(std::string_view("\x01\x1B[0m\0", 6)) == "\uFFFD\uFFFD[0m\uFFFD");
  CHECK(xml_text("最优 ‖ 𝒢") == "最优 ‖ 𝒢");
  CHECK(xml_text("\xFF\xC3") == "\uFFFD\uFFFD");            // no UTF-8
  CHECK(xml_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half of a surrogate pair
  CHECK(xml_text("\xEF\xBF\xBF") == "\uFFFD\uFFFD\uFFFD");  // U+FFFF, by bytes
  CHECK(xml_text("\xC0\xAF") == "\uFFFD\uFFFD");            // '/' in two bytes
}

TEST_CASE("words for LaTeX: its marks escaped, symbols as mathematics, formulas as they are") {
  CHECK(latex_words("50 % of P_g & {x}") == "50 \\% of P\\_g \\& \\{x\\}");
  CHECK(latex_words("p ≤ ∞") == "p \\ensuremath{\\le} \\ensuremath{\\infty}");
  CHECK(latex_words("so $\\frac{p}{q}_2$, 5 $") == "so $\\frac{p}{q}_2$, 5 \\$");
  CHECK(latex_words("a\\b--c") == "a\\textbackslash{}b-{}-{}c");
  CHECK(latex_code("a=b") == "\\texttt{a=\\allowbreak{}b}");
}

TEST_CASE("dialects change the marks of formulas and nothing else") {
  const std::string plain = sample::golden("report.md");
  const std::string github = written(write_markdown_for_github);
  const std::string hexo = written(write_markdown_for_hexo);
  CHECK(github.find("```math\nD^\\ast_G = \\frac{p}{p+q}\n```\n") != std::string::npos);
  CHECK(github.find("at $`D^\\ast_G=p/(p+q)`$,") != std::string::npos);
  CHECK(github.find("$$") == std::string::npos);
  CHECK(hexo.starts_with("---\ntitle: \""));
  CHECK(hexo.find("\nmathjax: true\n---\n") != std::string::npos);
  CHECK(times(hexo, "{% raw %}") == times(hexo, "{% endraw %}"));
  std::string without_marks = hexo.substr(hexo.find("---\n", 4) + 4);
  for (const std::string mark : {"{% raw %}", "{% endraw %}"})
    for (auto at = without_marks.find(mark); at != std::string::npos; at = without_marks.find(mark))
      without_marks.erase(at, mark.size());
  CHECK(without_marks == plain.substr(plain.find('\n') + 1));
}

TEST_CASE("templates of one's own stand in the place of those of the program") {
  Templates templates = own_templates();
  templates.preamble = "% mine\n";
  templates.front_matter = "---\nheadline: {{title}} of {{date}}\n---\n";
  CHECK(written(write_latex, Language::en, templates).starts_with("% mine\n\\title{"));
  CHECK(written(write_markdown_for_hexo, Language::en, templates)
            .starts_with(
                "---\nheadline: gancheck: the theory of GANs, verified of 2020-03-24\n---\n"));
  CHECK_THROWS_AS(filled("{{author}}", "", ""), UnknownPlaceholder);
  CHECK(filled("{{ no end", "", "") == "{{ no end");
}
