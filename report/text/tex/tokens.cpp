#include "report/text/tex/tokens.hpp"

#include <algorithm>
#include <cctype>

namespace gancheck::tex {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '~';
}

bool is_ascii_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::size_t length_of_code_point(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

std::size_t length_while(std::string_view text, bool (*holds)(char)) {
  return static_cast<std::size_t>(
      std::distance(text.begin(), std::find_if_not(text.begin(), text.end(), holds)));
}

}  // namespace

std::string Tokens::take(std::size_t length) {
  const std::string taken(rest_.substr(0, length));
  rest_.remove_prefix(taken.size());
  return taken;
}

Token Tokens::next() {
  using Kind = Token::Kind;
  if (rest_.empty()) return {};
  const char c = rest_.front();
  if (is_blank(c)) return {Kind::space, take(length_while(rest_, is_blank))};
  if (c == '{') return {Kind::open, take(1)};
  if (c == '}') return {Kind::close, take(1)};
  if (c != '\\') return {Kind::character, take(length_of_code_point(rest_))};
  rest_.remove_prefix(1);
  if (rest_.empty()) return {};
  const std::size_t letters = length_while(rest_, is_ascii_letter);
  return {Kind::command, take(letters > 0 ? letters : length_of_code_point(rest_))};
}

void Tokens::skip_spaces() {
  rest_.remove_prefix(length_while(rest_, is_blank));
}

std::string Tokens::verbatim_group() {
  std::size_t end = 0;
  for (int depth = 1; end < rest_.size(); ++end) {
    if (rest_[end] == '{') ++depth;
    if (rest_[end] == '}' && --depth == 0) break;
  }
  std::string text = take(end);
  take(1);
  return text;
}

}  // namespace gancheck::tex
