// A formula in Unicode, piece by piece, and how the pieces are put on one line.
#pragma once

#include <string>
#include <vector>

#include "report/text/tex/symbols.hpp"

namespace gancheck::tex {

/// One symbol with all that clings to it: its subscripts, superscripts and primes.
struct Piece {
  std::string text;
  Role role = Role::ordinary;
  bool is_fraction = false;  ///< p/q, which a function needs in brackets
};
using Pieces = std::vector<Piece>;

/// On one line, with spaces as the roles of the pieces want them.
std::string spaced(const Pieces& pieces);
/// As a subscript: without spaces around relations.
std::string compact(const Pieces& pieces);

/// above/below, with brackets only where they are needed.
Piece fraction(const Pieces& above, const Pieces& below);
/// √x, √(pq).
Piece root(const Pieces& under);

}  // namespace gancheck::tex
