// TeX as the reader sees it: commands, characters, and the braces that group.
#pragma once

#include <string>
#include <string_view>

namespace gancheck::tex {

struct Token {
  /// A character is one code point in UTF-8; `space` is any run of blanks.
  enum class Kind { command, character, open, close, space, end };
  Kind kind = Kind::end;
  std::string text;  ///< of a command its name: "log", or "," for \,

  bool is_command(std::string_view name) const { return kind == Kind::command && text == name; }
  bool is_character(std::string_view c) const { return kind == Kind::character && text == c; }
};

class Tokens {
 public:
  explicit Tokens(std::string_view tex) : rest_(tex) {}
  Token next();
  Token peek() const { return Tokens(*this).next(); }
  void skip_spaces();
  /// The text up to the brace that closes the group at hand, verbatim; takes the brace too.
  std::string verbatim_group();

 private:
  std::string take(std::size_t length);
  std::string_view rest_;
};

}  // namespace gancheck::tex
