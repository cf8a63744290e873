// What the commands have in common: the language, the colours, standard output.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

/// Of LC_ALL, LC_MESSAGES and LANG the first that is not empty: zh... is Chinese, all else English.
Language locale_language();
/// "en", "zh", or "" for the locale's.
Language language_named(const std::string& name);
/// "both" too.
std::vector<Language> languages_named(const std::string& name);

/// For --color auto|always|never on standard output: `auto` follows NO_COLOR and FORCE_COLOR where
/// they are not empty, and otherwise asks whether it is a terminal.
bool is_coloured(const std::string& when);

/// Columns of the terminal on standard output, within what can be read well; 80 where there is
/// none.
std::size_t terminal_width();

/// Throws BadUsage: one line that the named thing is not available yet.
[[noreturn]] void not_available(const std::string& thing);

/// Pushes what was written to standard output to its end. Throws WriteFailure if it does not take
/// it.
void finish_output();

}  // namespace gancheck
