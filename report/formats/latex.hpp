// The report for paper: LaTeX that xelatex compiles as it is, with Debian's fonts.
#pragma once

#include <ostream>
#include <string_view>

#include "report/formats/templates.hpp"
#include "report/report.hpp"

namespace gancheck {

/// Title, summary, the errata of the note, chapter by chapter every claim, symbols and lemmas.
/// Figures stand where figures/NAME.pdf lies beside the file, and are left out elsewhere.
void write_latex(std::ostream& out, const Report& report, Language language,
                 const Templates& templates);

/// That of the program.
std::string_view latex_preamble();

}  // namespace gancheck
