#include "report/formats/templates.hpp"

#include <fmt/format.h>

#include "report/formats/latex.hpp"
#include "report/page/assets.hpp"

namespace gancheck {
namespace {

std::string_view value_of(std::string_view name, std::string_view title, std::string_view date) {
  if (name == "title") return title;
  if (name == "date") return date;
  throw UnknownPlaceholder(fmt::format(
      "nothing is called '{{{{{}}}}}'; {{{{title}}}} and {{{{date}}}} are filled in", name));
}

}  // namespace

Templates own_templates() {
  return {std::string(page::style()), std::string(latex_preamble()),
          "---\ntitle: \"{{title}}\"\ndate: {{date}}\nmathjax: true\n---\n"};
}

const std::vector<TemplateFile>& template_files() {
  static const std::vector<TemplateFile> files{{"style.css", &Templates::style},
                                               {"preamble.tex", &Templates::preamble},
                                               {"front-matter.md", &Templates::front_matter}};
  return files;
}

std::string filled(std::string_view text, std::string_view title, std::string_view date) {
  std::string out;
  for (;;) {
    const auto open = text.find("{{"), close = text.find("}}", open);
    if (open == std::string_view::npos || close == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, open));
    out.append(value_of(text.substr(open + 2, close - open - 2), title, date));
    text.remove_prefix(close + 2);
  }
}

}  // namespace gancheck
