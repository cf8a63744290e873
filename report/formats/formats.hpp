// The formats of a report that is written to files: one line each.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "report/formats/templates.hpp"
#include "report/report.hpp"

namespace gancheck {

struct Format {
  std::string name;             ///< as `--format` takes it
  std::string stem, extension;  ///< "report", ".md"
  Text meaning;
  /// Whether it speaks one language, so that both need a file each.
  bool in_one_language;
  void (*write)(std::ostream& out, const Report& report, Language language,
                const Templates& templates);
  bool is_standard = true;  ///< written without being asked for

  std::string file() const { return stem + extension; }
};

const std::vector<Format>& formats();

/// A file of a report: where (relative to its directory) and what.
struct ReportFile {
  std::string name, content;
};

/// The files of these formats. With two languages, English stands in report.md and Chinese in
/// report.zh.md; with one, it stands in report.md. Needs at least one language.
std::vector<ReportFile> render(const Report& report, const std::vector<const Format*>& chosen,
                               const std::vector<Language>& languages,
                               const Templates& templates = own_templates());

}  // namespace gancheck
