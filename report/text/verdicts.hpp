// Verdicts, witnesses and exit codes as a reader sees them, in both languages.
#pragma once

#include "report/text/table.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/errata.hpp"
#include "theory/evidence/judge.hpp"

namespace gancheck {

/// "proved", in Chinese "已证明".
const Text& in_words(Verdict verdict);
/// What the verdict means, in one sentence.
const Text& meaning(Verdict verdict);
/// Its colour on a terminal: green for proof, yellow for undecided, red for against.
Style style_of(Verdict verdict);
/// "grid", "ball", "symbolic".
const Text& in_words(Witness witness);
/// What we say of the note's own sentence, in one clause.
const Text& meaning(NoteVerdict verdict);
/// "wrong, gap".
std::string severities_in_words(const Erratum& erratum, Language language);
/// What an exit code of the program means, in one clause; for 0 ... 6.
const Text& exit_meaning(int code);

/// How a control was to come out: "rejected", "undecided".
const Text& in_words(Expect expect);

}  // namespace gancheck
