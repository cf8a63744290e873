#include "app/arguments.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "app/exit_codes.hpp"
#include "numerics/distribution/nearest_name.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// A word that the command does not know: an option that is misspelt, or one word too many.
[[noreturn]] void refuse_extra(const CLI::App& app, const std::string& word) {
  if (!word.starts_with("-"))
    throw BadUsage(fmt::format("'{}' is one word too many; see '{} --help'", word, app.get_name()));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty()) names.push_back(option->get_name());
  throw BadUsage(fmt::format("there is no option '{}'{} (see '{} --help')", word,
                             did_you_mean(word, names), app.get_name()));
}

}  // namespace

bool parse_arguments(CLI::App& app, Arguments arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    finish_output();
    return false;
  } catch (const CLI::ExtrasError&) {
    refuse_extra(app, app.remaining().front());
  } catch (const CLI::ArgumentMismatch& error) {
    throw BadUsage(fmt::format("{}: give the option once, with its value; see '{} --help'",
                               error.what(), app.get_name()));
  } catch (const CLI::ParseError& error) {
    throw BadUsage(fmt::format("{}; see '{} --help'", error.what(), app.get_name()));
  }
  return true;
}

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = environment(name);
    if (!locale.empty()) return locale.starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

Language language_named(const std::string& name) {
  if (name.empty()) return locale_language();
  return name == "zh" ? Language::zh : Language::en;
}

bool is_coloured(const std::string& when) {
  if (when != "auto") return when == "always";
  if (!environment("NO_COLOR").empty()) return false;
  if (!environment("FORCE_COLOR").empty()) return true;
  return ::isatty(STDOUT_FILENO) != 0 && environment("TERM") != "dumb";
}

void add_language_option(CLI::App& app, std::string& language) {
  app.add_option("--lang", language, "language of what is shown: en or zh (default: the locale's)")
      ->check(CLI::IsMember({"en", "zh"}));
}

void add_color_option(CLI::App& app, std::string& color) {
  app.add_option("--color", color, "auto, always or never; NO_COLOR and FORCE_COLOR are honoured")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

void not_available(const std::string& thing) {
  throw BadUsage(thing + " is not available yet; see 'gancheck --help' for what is");
}

void finish_output() {
  std::cout.flush();
  if (!std::cout)
    throw WriteFailure("cannot write to standard output; is the disk behind it full?");
}

}  // namespace gancheck
