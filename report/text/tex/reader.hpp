// Reads TeX into glyphs of Unicode, by recursive descent: a sequence of atoms, each a symbol, a
// group, or a command with its arguments.
#pragma once

#include "report/text/tex/glyphs.hpp"
#include "report/text/tex/tokens.hpp"

namespace gancheck::tex {

class Reader {
 public:
  explicit Reader(std::string_view tex) : tokens_(tex) {}
  /// All of it, whatever is wrong with it.
  Glyphs read();

 private:
  /// Up to what ends a group, a cell or a row, which is left where it stands.
  Glyphs sequence();
  void append_atom(Glyphs& out, const Token& token);
  void append_command(Glyphs& out, const std::string& name);
  void attach_script(Glyphs& out, bool is_raised);
  /// One symbol or one group.
  Glyphs argument();
  Glyphs group();
  std::string verbatim_argument();
  Glyph delimiter(SymbolRole role);
  Glyph fraction_of_arguments();
  Glyph accented(std::string_view mark);
  Glyph under_set();
  Glyph environment();
  Glyph denied_relation();

  Tokens tokens_;
};

}  // namespace gancheck::tex
