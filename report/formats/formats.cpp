#include "report/formats/formats.hpp"

#include <sstream>

#include "report/formats/html.hpp"
#include "report/formats/json.hpp"
#include "report/formats/markdown.hpp"

namespace gancheck {

const std::vector<Format>& formats() {
  static const std::vector<Format> table{
      {"markdown",
       "report",
       ".md",
       {"for reading, on GitHub or in an editor; formulas as TeX",
        "供阅读（GitHub 或编辑器），公式为 TeX"},
       true,
       write_markdown},
      {"json",
       "report",
       ".json",
       {"the whole result for programs, by report/schema/verify.schema.json",
        "供程序使用的完整结果，遵循 report/schema/verify.schema.json"},
       false,
       write_json},
      {"html",
       "report",
       ".html",
       {"for reading in a browser: one page with everything in it, both languages",
        "供浏览器阅读：单个网页，内含一切所需与两种语言"},
       false,
       write_html}};
  return table;
}

const std::vector<std::string>& formats_not_available() {
  static const std::vector<std::string> names{"latex", "junit", "csv"};
  return names;
}

std::vector<ReportFile> render(const Report& report, const std::vector<const Format*>& chosen,
                               const std::vector<Language>& languages) {
  std::vector<ReportFile> files;
  for (const Format* format : chosen) {
    for (std::size_t i = 0; i < (format->in_one_language ? languages.size() : 1); ++i) {
      std::ostringstream content;
      format->write(content, report, languages[i]);
      const bool beside = languages.size() > 1 && languages[i] == Language::zh;
      files.push_back(
          {format->stem + (beside && format->in_one_language ? ".zh" : "") + format->extension,
           content.str()});
    }
  }
  return files;
}

}  // namespace gancheck
