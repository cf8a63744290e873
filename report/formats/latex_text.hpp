// Words as LaTeX takes them.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// Words in which formulas stand between dollar signs: formulas as they are, the marks of TeX
/// escaped, and the symbols that no text font has set as mathematics.
std::string latex_words(std::string_view text);

/// Verbatim text in a fixed width, which may break behind any mark.
std::string latex_code(std::string_view text);

/// A formula on a line of its own, made smaller where it is wider than the page.
std::string latex_display(std::string_view tex);

}  // namespace gancheck
