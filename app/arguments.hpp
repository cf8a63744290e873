// What the commands' options have in common: parsing, the language and the colours.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "theory/text.hpp"

namespace gancheck {

/// Parses into the options of `app`. Answers --help itself and then returns false: the command has
/// nothing left to do. Throws BadUsage with one line.
bool parse_arguments(CLI::App& app, Arguments arguments);

/// Of LC_ALL, LC_MESSAGES and LANG the first that is not empty: zh... is Chinese, all else English.
Language locale_language();
/// "en", "zh", or "" for the locale's.
Language language_named(const std::string& name);

/// For --color auto|always|never on standard output: `auto` follows NO_COLOR and FORCE_COLOR where
/// they are not empty, and otherwise asks whether it is a terminal.
bool is_coloured(const std::string& when);

void add_language_option(CLI::App& app, std::string& language);
void add_color_option(CLI::App& app, std::string& color);

/// Throws BadUsage: one line that the named thing is not available yet.
[[noreturn]] void not_available(const std::string& thing);

/// Pushes what was written to standard output to its end. Throws WriteFailure if it does not take
/// it.
void finish_output();

}  // namespace gancheck
