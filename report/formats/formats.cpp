#include "report/formats/formats.hpp"

#include <sstream>

#include "report/formats/csv.hpp"
#include "report/formats/html.hpp"
#include "report/formats/json.hpp"
#include "report/formats/junit.hpp"
#include "report/formats/latex.hpp"
#include "report/formats/markdown.hpp"
#include "report/formats/markdown_flavour.hpp"

namespace gancheck {
namespace {

template <auto write>
void without_templates(std::ostream& out, const Report& report, Language language,
                       const Templates&) {
  write(out, report, language);
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> table{
      {"html",
       "report",
       ".html",
       {"for reading in a browser: one page with everything in it, both languages",
        "供浏览器阅读：单个网页，内含一切所需与两种语言"},
       false,
       write_html},
      {"markdown",
       "report",
       ".md",
       {"for reading, on GitHub or in an editor; formulas as TeX",
        "供阅读（GitHub 或编辑器），公式为 TeX"},
       true,
       without_templates<write_markdown>},
      {"markdown-github",
       "report.github",
       ".md",
       {"the same with formulas in GitHub's own marks", "同上，公式用 GitHub 专用记号"},
       true,
       without_templates<write_markdown_for_github>,
       false},
      {"markdown-hexo",
       "report.hexo",
       ".md",
       {"the same as a post of the blog engine Hexo", "同上，作为 Hexo 博客文章"},
       true,
       write_markdown_for_hexo,
       false},
      {"latex",
       "report",
       ".tex",
       {"for paper, by xelatex", "供排版，用 xelatex 编译"},
       true,
       write_latex},
      {"json",
       "report",
       ".json",
       {"the whole result for programs, by report/schema/verify.schema.json",
        "供程序使用的完整结果，遵循 report/schema/verify.schema.json"},
       false,
       without_templates<write_json>},
      {"junit",
       "report",
       ".junit.xml",
       {"test results for continuous integration", "供持续集成使用的测试结果"},
       false,
       without_templates<write_junit>},
      {"csv",
       "report",
       ".csv",
       {"the figures of every check and control, for spreadsheets",
        "每项检验与对照的数值，供电子表格使用"},
       false,
       without_templates<write_csv>}};
  return table;
}

std::vector<ReportFile> render(const Report& report, const std::vector<const Format*>& chosen,
                               const std::vector<Language>& languages, const Templates& templates) {
  std::vector<ReportFile> files;
  for (const Format* format : chosen) {
    for (std::size_t i = 0; i < (format->in_one_language ? languages.size() : 1); ++i) {
      std::ostringstream content;
      format->write(content, report, languages[i], templates);
      const bool beside = languages.size() > 1 && languages[i] == Language::zh;
      files.push_back(
          {format->stem + (beside && format->in_one_language ? ".zh" : "") + format->extension,
           content.str()});
    }
  }
  return files;
}

}  // namespace gancheck
