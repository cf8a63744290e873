// Reads TeX into pieces of Unicode, by recursive descent: a sequence of atoms, each a symbol, a
// group, or a command with its arguments.
#pragma once

#include "report/text/tex/pieces.hpp"
#include "report/text/tex/tokens.hpp"

namespace gancheck::tex {

class Reader {
 public:
  explicit Reader(std::string_view tex) : tokens_(tex) {}
  /// All of it, whatever is wrong with it.
  Pieces read();

 private:
  /// Up to what ends a group, a cell or a row, which is left where it stands.
  Pieces sequence();
  void append_atom(Pieces& out, const Token& token);
  void append_command(Pieces& out, const std::string& name);
  void attach_script(Pieces& out, bool is_raised);
  /// One symbol or one group.
  Pieces argument();
  Pieces group();
  std::string verbatim_argument();
  Piece delimiter(Role role);
  Piece fraction_of_arguments();
  Piece accented(std::string_view mark);
  Piece under_set();
  Piece environment();
  Piece denied_relation();

  Tokens tokens_;
};

}  // namespace gancheck::tex
