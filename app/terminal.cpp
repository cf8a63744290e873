#include "app/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "app/exit_codes.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

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

std::vector<Language> languages_named(const std::string& name) {
  if (name == "both") return {Language::en, Language::zh};
  return {language_named(name)};
}

bool is_coloured(const std::string& when) {
  if (when != "auto") return when == "always";
  if (!environment("NO_COLOR").empty()) return false;
  if (!environment("FORCE_COLOR").empty()) return true;
  return ::isatty(STDOUT_FILENO) != 0 && environment("TERM") != "dumb";
}

std::size_t terminal_width() {
  constexpr std::size_t standard = 80, least = 40, most = 120;
  winsize size{};
  const bool is_known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? std::clamp<std::size_t>(size.ws_col, least, most) : standard;
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
