// Dialects of Markdown: how each wants its formulas written.
#pragma once

#include <ostream>

#include "report/formats/templates.hpp"
#include "report/report.hpp"

namespace gancheck {

/// As write_markdown, with formulas as $`…`$ and in blocks of `math`, of which GitHub takes no
/// mark for its own.
void write_markdown_for_github(std::ostream& out, const Report& report, Language language);

/// As write_markdown, as a post of the blog engine Hexo: with front matter, and with formulas that
/// its renderer is told to leave alone.
void write_markdown_for_hexo(std::ostream& out, const Report& report, Language language,
                             const Templates& templates);

}  // namespace gancheck
