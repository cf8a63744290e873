// Pieces of the formats that files of a reader's own can take the place of.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

struct Templates {
  std::string style;         ///< of report.html
  std::string preamble;      ///< of report.tex, up to \begin{document}
  std::string front_matter;  ///< of report.hexo.md; {{title}} and {{date}} are filled in
};

/// Those that the program has.
Templates own_templates();

struct TemplateFile {
  std::string_view name;
  std::string Templates::*text;
};
/// As `--template-dir` takes them.
const std::vector<TemplateFile>& template_files();

/// A name between braces that nobody fills in.
class UnknownPlaceholder : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// The text with {{title}} and {{date}} filled in. Throws UnknownPlaceholder.
std::string filled(std::string_view text, std::string_view title, std::string_view date);

}  // namespace gancheck
