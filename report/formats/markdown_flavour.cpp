#include "report/formats/markdown_flavour.hpp"

#include <sstream>
#include <string>
#include <string_view>

#include "report/formats/markdown.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

/// What stands around a formula among words, and around one on a line of its own.
struct FormulaMarks {
  std::string_view before, behind, before_display, behind_display;
};

constexpr FormulaMarks github_marks{"$`", "`$", "```math\n", "\n```"};
constexpr FormulaMarks hexo_marks{"{% raw %}$", "${% endraw %}", "{% raw %}$$", "$${% endraw %}"};

/// Code from one run of backticks to the next of the same length; all of the line without one.
std::string_view code_at_start(std::string_view line) {
  const std::string_view fence = line.substr(0, line.find_first_not_of('`'));
  const auto end = line.find(fence, fence.size());
  return line.substr(0, end == std::string_view::npos ? end : end + fence.size());
}

std::string line_with_marks(std::string_view line, const FormulaMarks& marks) {
  std::string out;
  while (!line.empty()) {
    if (line.front() == '`') {
      const std::string_view code = code_at_start(line);
      out += code;
      line.remove_prefix(code.size());
      continue;
    }
    const auto end = line.front() == '$' ? line.find('$', 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += line.front();
      line.remove_prefix(1);
      continue;
    }
    out.append(marks.before).append(line.substr(1, end - 1)).append(marks.behind);
    line.remove_prefix(end + 1);
  }
  return out;
}

bool is_display(std::string_view line) {
  return line.size() > 4 && line.starts_with("$$") && line.ends_with("$$");
}

void write_with_marks(std::ostream& out, std::istream& plain, const FormulaMarks& marks) {
  for (std::string line; std::getline(plain, line);) {
    if (is_display(line))
      out << marks.before_display << line.substr(2, line.size() - 4) << marks.behind_display;
    else
      out << line_with_marks(line, marks);
    out << "\n";
  }
}

}  // namespace

void write_markdown_for_github(std::ostream& out, const Report& report, Language language) {
  std::stringstream plain;
  write_markdown(plain, report, language);
  write_with_marks(out, plain, github_marks);
}

void write_markdown_for_hexo(std::ostream& out, const Report& report, Language language,
                             const Templates& templates) {
  std::stringstream plain;
  write_markdown(plain, report, language);
  std::string title;
  std::getline(plain, title);  // the page takes it from the front matter
  out << filled(templates.front_matter, words::report_title.in(language), report.date);
  write_with_marks(out, plain, hexo_marks);
}

}  // namespace gancheck
