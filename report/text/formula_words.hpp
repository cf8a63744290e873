// Words inside formulas, in the reader's language.
#pragma once

#include <string>
#include <string_view>

#include "theory/evidence/text.hpp"

namespace gancheck {

/// The formula with what stands in \text{...} in this language: "p = q \text{ for every } x" as
/// "p = q \text{，对每个 } x". Claims write it in English; phrases that nobody has put into Chinese
/// stay.
std::string with_words_in(std::string_view tex, Language language);

}  // namespace gancheck
