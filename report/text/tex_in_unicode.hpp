// Formulas for places without typesetting: a terminal, a page without script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// "\log\frac{p}{2}" as "log(p/2)": plain symbols on one line. Any text is read as far as it goes;
/// no backslash, dollar sign or ampersand is left, and a command that is not known stands there by
/// its name.
std::string tex_in_unicode(std::string_view tex);

/// The formulas that a display sets side by side with \qquad, one by one.
std::vector<std::string> formulas_in_unicode(std::string_view tex);

/// Words in which formulas stand between dollar signs. A line without them that has a command is
/// one out of the middle of a display, and formula as a whole.
std::string words_in_unicode(std::string_view words);

}  // namespace gancheck
