// One claim in full on a terminal, with the evidence of this run.
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// Statement, assumptions, the note's lines and what is wrong with them, what it rests on, every
/// check and every control of this result. Lines of words are broken at 100 columns.
void write_explanation(std::ostream& out, const ClaimResult& claim, Language language, bool colour);

}  // namespace gancheck
