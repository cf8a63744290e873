// A formula in Unicode, glyph by glyph, and how the glyphs are put on one line.
#pragma once

#include <string>
#include <vector>

#include "report/text/tex/symbols.hpp"

namespace gancheck::tex {

/// One symbol with all that clings to it: its subscripts, superscripts and primes.
struct Glyph {
  std::string text;
  SymbolRole role = SymbolRole::ordinary;
  bool is_fraction = false;  ///< p/q, which a function needs in brackets
};
using Glyphs = std::vector<Glyph>;

/// On one line, with spaces as the roles of the glyphs want them.
std::string spaced(const Glyphs& glyphs);
/// As a subscript: without spaces around relations.
std::string compact(const Glyphs& glyphs);

/// above/below, with brackets only where they are needed.
Glyph fraction(const Glyphs& above, const Glyphs& below);
/// √x, √(pq).
Glyph root(const Glyphs& under);

}  // namespace gancheck::tex
