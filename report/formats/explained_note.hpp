// What is wrong with the note, on a terminal: one erratum, or one line of the note.
#pragma once

#include <ostream>
#include <set>
#include <string>

#include "report/report.hpp"
#include "theory/evidence/errata.hpp"

namespace gancheck {

/// The claims whose checks an erratum's page shows, and those of the page of a line of the note.
std::set<std::string> claims_to_explain(const Erratum& erratum);
std::set<std::string> claims_to_explain(int line);

/// The note's lines, what is wrong with them, what holds instead, and the checks of this report
/// that show it.
void write_erratum(std::ostream& out, const Erratum& erratum, const Report& report,
                   Language language, bool colour);

/// What the line says, the claims that it makes with both verdicts, and what is wrong with it.
void write_note_line(std::ostream& out, int line, const Report& report, Language language,
                     bool colour);

}  // namespace gancheck
