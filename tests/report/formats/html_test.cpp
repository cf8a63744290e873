#include "report/formats/html.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "report/formats/html_text.hpp"
#include "tests/report/sample_report.hpp"

using namespace gancheck;

namespace {

std::string page(const Report& report, Language language = Language::en) {
  std::ostringstream out;
  write_html(out, report, language, own_templates());
  return out.str();
}

/// A tag, or the text between two.
struct Fragment {
  std::string tag;  ///< its name, "/div" where it closes; "" for text
  std::string inside;
};

/// The page in pieces, without what style sheets and scripts hold.
std::vector<Fragment> pieces(std::string_view html) {
  std::vector<Fragment> out;
  while (!html.empty()) {
    const bool is_tag = html.front() == '<';
    const auto end = is_tag ? html.find('>') + 1 : std::min(html.find('<'), html.size());
    const std::string inside(html.substr(0, end));
    html.remove_prefix(end);
    std::string name;
    if (is_tag) name = inside.substr(1, inside.find_first_of(" >\n", 1) - 1);
    out.push_back({name, inside});
    if (name == "style" || name == "script") html.remove_prefix(html.find("</" + name));
  }
  return out;
}

std::vector<std::string> attribute(const std::vector<Fragment>& all, const std::string& name) {
  std::vector<std::string> values;
  const std::string opening = " " + name + "=\"";
  for (const Fragment& piece : all) {
    const auto start = piece.inside.find(opening);
    if (piece.tag.empty() || start == std::string::npos) continue;
    const auto from = start + opening.size();
    values.push_back(piece.inside.substr(from, piece.inside.find('"', from) - from));
  }
  return values;
}

Report with_figure() {
  Report report = sample::report();
  const Curve curve{{"p", "p"}, {0, 1}, {0.25, 0.75}, Curve::Line::solid, false};
  const Figure figure{"densities",
                      {"Two densities", "两个密度"},
                      {"two hills", "两座小山"},
                      {{"x", "x"}, false},
                      {{"density", "密度"}, false},
                      {{"", ""}, false},
                      {curve}};
  report.figures = {figure};
  return report;
}

}  // namespace

TEST_CASE("the tags of the page balance") {
  const std::set<std::string> alone{"!DOCTYPE", "meta", "link", "br", "input", "rect/", "path/"};
  std::vector<std::string> open;
  for (const Fragment& piece : pieces(page(with_figure()))) {
    if (piece.tag.empty() || alone.contains(piece.tag) || piece.inside.ends_with("/>")) continue;
    if (piece.tag.front() != '/') {
      open.push_back(piece.tag);
      continue;
    }
    REQUIRE(!open.empty());
    CHECK_MESSAGE("/" + open.back() == piece.tag, piece.inside);
    open.pop_back();
  }
  CHECK(open.empty());
}

TEST_CASE("every claim, erratum and figure has an anchor, no name stands twice, no link is dead") {
  const Report report = with_figure();
  const auto all = pieces(page(report));
  const auto ids = attribute(all, "id");
  const std::set<std::string> names(ids.begin(), ids.end());
  CHECK(names.size() == ids.size());
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) {
      CHECK(names.contains(claim.claim.id));
      for (const PartResult& part : claim.parts)
        CHECK(names.contains(claim.claim.id + "/" + part.id));
    }
  for (const ReportedErratum& e : report.words.errata) CHECK(names.contains(e.erratum.number));
  CHECK(names.contains("densities"));
  int links = 0;
  for (const std::string& target : attribute(all, "href")) {
    if (!target.starts_with('#')) {
      CHECK(target == "data:,");  // the icon: a browser asks for a file without it
      continue;
    }
    ++links;
    CHECK_MESSAGE(names.contains(target.substr(1)), target);
  }
  CHECK(links > 20);
  for (const std::string& targets : attribute(all, "aria-labelledby")) {
    std::istringstream list(targets);
    for (std::string target; list >> target;) CHECK_MESSAGE(names.contains(target), target);
  }
}

TEST_CASE("every sentence stands in both languages, side by side") {
  const auto all = pieces(page(sample::report()));
  int english = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].inside != "<i lang=\"en\">") continue;
    ++english;
    int depth = 1;
    std::size_t k = i + 1;
    for (; depth > 0; ++k) depth += all[k].tag == "i" ? 1 : all[k].tag == "/i" ? -1 : 0;
    CHECK_MESSAGE(all[k].inside == "<i lang=\"zh\">", all[i + 1].inside);
  }
  CHECK(english > 100);
  std::string text;
  for (const Fragment& piece : all)
    if (piece.tag.empty()) text += piece.inside;
  for (const ChapterResult& chapter : sample::report().chapters)
    for (const ClaimResult& claim : chapter.claims)
      for (const Text& title : {claim.claim.title, claim.claim.assumptions.front()}) {
        if (title.en.find('$') != std::string::npos) continue;
        CHECK_MESSAGE(text.find(html::escaped(title.en)) != std::string::npos, title.en);
        CHECK_MESSAGE(text.find(html::escaped(title.zh)) != std::string::npos, title.zh);
      }
}

TEST_CASE("the language that was asked for is the first, and nothing else differs") {
  std::string english = page(sample::report()), chinese = page(sample::report(), Language::zh);
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(chinese.find("<html lang=\"zh\">") != std::string::npos);
  const auto body = [](const std::string& text) { return text.substr(text.find("<body>")); };
  CHECK(body(english) == body(chinese));
}

TEST_CASE("no formula is left between dollar signs") {
  for (const Fragment& piece : pieces(page(sample::report())))
    if (piece.tag.empty()) CHECK_MESSAGE(piece.inside.find('$') == std::string::npos, piece.inside);
  CHECK(html::words("a $x<y$ b").find("data-tex=\"x&lt;y\"") != std::string::npos);
  CHECK(html::words("5 $ alone") == "5 $ alone");
}

TEST_CASE("what a user names cannot become a part of the page") {
  Report report = sample::report_on_own_pair();
  const std::string evil = "<script>&\"'</b>: x | y";
  report.suite = evil;
  report.pairs = {{evil, evil}};
  report.chapters[0].claims[0].checks[0].evidence.where = PlaceName(evil);
  const std::string html = page(report);
  const auto body = html.substr(html.find("<body>"));
  CHECK(body.find("<script>&\"") == std::string::npos);
  CHECK(body.find("&lt;script&gt;&amp;&quot;&#39;&lt;/b&gt;") != std::string::npos);
}

TEST_CASE("numbers are set as books set them") {
  CHECK(html::number("2.6e-18") == "2.6\u00a0×\u00a010<sup>−18</sup>");
  CHECK(html::number("4e+14") == "4\u00a0×\u00a010<sup>14</sup>");
  CHECK(html::number("-inf") == "−∞");
  CHECK(html::number("-0.5") == "−0.5");
  // Outwards, or the interval would promise more than was shown.
  CHECK(html::interval("-8.72628e-75", "8.76183e-75") ==
        "[−8.73\u00a0×\u00a010<sup>−75</sup>, 8.77\u00a0×\u00a010<sup>−75</sup>]");
  CHECK(html::interval("1.239e-3", "1.999e-3") ==
        "[1.23\u00a0×\u00a010<sup>−3</sup>, 2.00\u00a0×\u00a010<sup>−3</sup>]");
  CHECK(html::interval("0.0924904", "0.0924905") == "[0.0924904, 0.0924905]");
  CHECK(html::lower_bound("3.9907441237364507") == "3.990");
  CHECK(html::lower_bound("-0.1234567") == "−0.124");
}

TEST_CASE("statements of one formula are set apart, those inside braces are not") {
  const std::string html = html::display("a = b, \\qquad c = \\{ d \\qquad e \\}");
  CHECK(html.find("data-tex=\"a = b, \"") != std::string::npos);
  const std::string kept = html::display("x_{a \\qquad b}");
  CHECK(kept.find("data-tex=\"x_{a \\qquad b}\"") != std::string::npos);
}

TEST_CASE("a column that is empty in every row is left out, a table without rows is nothing") {
  html::PageTable table({"", ""}, {{"one", "一"}, {"two", "二"}, {"three", "三"}});
  CHECK(table.html().empty());
  table.row({"a", "", "c"});
  CHECK(table.html().find("two") == std::string::npos);
  CHECK(table.html().find("<th scope=\"row\">a</th><td>c</td>") != std::string::npos);
}

TEST_CASE("a report without claims is a page all the same") {
  Report empty;
  empty.version = "1.0";
  const auto all = pieces(page(empty));
  CHECK(std::count_if(all.begin(), all.end(), [](const Fragment& p) { return p.tag == "h1"; }) ==
        1);
}
