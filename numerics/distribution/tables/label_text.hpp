// Labels as they look: blanks that cannot be told from others, letters written in parts.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// A label with plain blanks for no-break and other wide ones, trimmed, and without those of no
/// width (U+200B, U+2060, U+FEFF). One without any of them is left as it is.
std::string with_plain_blanks(std::string_view label);

/// Whether a mark that combines with the letter before it, U+0300 to U+036F, is in a label.
bool has_combining_mark(std::string_view label);

/// The same for two labels that may differ in nothing but how their letters are composed: every
/// letter with a mark, or beyond ASCII, is one sign.
std::string without_accents(std::string_view label);

/// The same for two labels that differ in nothing but capitals, blanks around, dashes, apostrophes
/// or how their numbers are written: "0–9" and "0-9", "1.0" and "1".
std::string as_it_looks(std::string_view label);

}  // namespace gancheck
