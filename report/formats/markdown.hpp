// The report for reading: Markdown with TeX, as GitHub shows it.
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// Title, run, summary, what the note gets wrong, then chapter by chapter every claim with its
/// evidence and its controls; all in one language.
void write_markdown(std::ostream& out, const Report& report, Language language);

}  // namespace gancheck
