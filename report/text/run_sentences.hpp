// What a run came to, in sentences.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck {

/// A clause of words as a sentence: the first letter large, a full stop.
Text sentence_of(const Text& clause);

/// "All 59 claims hold: 44 for all laws P and Q, 15 for the named pairs."
Text verdict_of_the_run(const Report& report);

/// "Of the note's own sentences behind them 14 are true as they stand, ..."; "" for no claims.
Text what_was_found_of_the_note(const Report& report);

/// "the built-in suite, 70 entries" or the reader's own pairs with their fingerprint.
Text pairs_in_words(const Report& report);

/// The command that makes this run again: "gancheck verify --claim kl-nonneg".
std::string command_of(const Report& report);

/// "gancheck 0.2.0, 2 threads, 84.1 s".
Text run_in_words(const Report& report);

}  // namespace gancheck
