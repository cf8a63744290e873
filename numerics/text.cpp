#include "numerics/text.hpp"

namespace gancheck {

Text::Text(std::string_view english, std::string_view chinese) : en(english), zh(chinese) {}
Text::Text(const Text&) = default;
Text::Text(Text&&) noexcept = default;
Text& Text::operator=(const Text&) = default;
Text& Text::operator=(Text&&) noexcept = default;
Text::~Text() = default;

std::string joined(const Notes& notes, Language language) {
  std::string all;
  for (const Text& note : notes) {
    if (!all.empty()) all += Text{"; ", "；"}.in(language);
    all += note.in(language);
  }
  return all;
}

}  // namespace gancheck
