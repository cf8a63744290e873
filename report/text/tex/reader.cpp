#include "report/text/tex/reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace gancheck::tex {
namespace {

using Kind = Token::Kind;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool ends_sequence(const Token& token) {
  return token.kind == Kind::end || token.kind == Kind::close || token.is_character("&") ||
         token.is_command("\\") || token.is_command("end");
}

/// Commands that change a size or a style and no symbol.
constexpr std::array<std::string_view, 9> without_symbol{
    "big", "Big", "bigg", "Bigg", "displaystyle", "textstyle", "limits", "nolimits", "mathstrut"};
constexpr std::array<std::string_view, 6> before_opening{"left",  "bigl",  "Bigl",
                                                         "biggl", "Biggl", "lVert"};
constexpr std::array<std::string_view, 6> before_closing{"right", "bigr",  "Bigr",
                                                         "biggr", "Biggr", "rVert"};
constexpr std::array<std::string_view, 3> fractions{"frac", "tfrac", "dfrac"};
constexpr std::array<std::string_view, 4> upright{"mathrm", "mathit", "mathbf", "mathsf"};
constexpr std::array<std::string_view, 3> in_words{"text", "textit", "mbox"};

std::string_view combining_mark(std::string_view accent) {
  static const std::map<std::string_view, std::string_view> marks{
      {"bar", "\u0304"}, {"overline", "\u0304"}, {"hat", "\u0302"}, {"tilde", "\u0303"}};
  const auto found = marks.find(accent);
  return found == marks.end() ? std::string_view() : found->second;
}

/// Several glyphs as one that nothing comes between; a lone relation in braces is a letter.
Glyph as_one(const Glyphs& glyphs) {
  if (glyphs.size() == 1)
    return {glyphs[0].text,
            glyphs[0].role == SymbolRole::relation ? SymbolRole::ordinary : glyphs[0].role,
            glyphs[0].is_fraction};
  return {spaced(glyphs), SymbolRole::ordinary, false};
}

/// A word or one sign needs no braces in a script.
std::string in_braces(const std::string& text) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto starts = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  const bool is_plain = starts <= 1 || std::all_of(text.begin(), text.end(), is_word);
  return is_plain ? text : "{" + text + "}";
}

void append_words(Glyphs& out, const std::string& words) {
  const auto first = words.find_first_not_of(' ');
  if (first == std::string::npos) {
    if (!words.empty()) out.push_back({" ", SymbolRole::space});
    return;
  }
  const auto last = words.find_last_not_of(' ');
  if (first > 0) out.push_back({" ", SymbolRole::space});
  out.push_back({words.substr(first, last - first + 1), SymbolRole::ordinary});
  if (last + 1 < words.size()) out.push_back({" ", SymbolRole::space});
}

void drop_spaces_at_end(Glyphs& glyphs) {
  while (!glyphs.empty() && glyphs.back().role == SymbolRole::space) glyphs.pop_back();
}

}  // namespace

Glyphs Reader::read() {
  Glyphs all = sequence();
  while (tokens_.peek().kind != Kind::end) {
    tokens_.next();  // what would end a group or a row, and here is none
    const Glyphs rest = sequence();
    all.insert(all.end(), rest.begin(), rest.end());
  }
  return all;
}

Glyphs Reader::sequence() {
  Glyphs out;
  while (!ends_sequence(tokens_.peek())) {
    const Token token = tokens_.next();
    if (token.is_command("over")) return {fraction(out, sequence())};
    if (token.is_character("^") || token.is_character("_"))
      attach_script(out, token.text == "^");
    else
      append_atom(out, token);
  }
  return out;
}

void Reader::append_atom(Glyphs& out, const Token& token) {
  switch (token.kind) {
    case Kind::space:
      out.push_back({" ", SymbolRole::space});
      return;
    case Kind::open:
      out.push_back(as_one(group()));
      return;
    case Kind::command:
      append_command(out, token.text);
      return;
    case Kind::character:
      break;
    case Kind::close:
    case Kind::end:
      return;
  }
  if (token.text == "$") return;
  if (token.text == ":" && tokens_.peek().is_character("=")) {
    tokens_.next();
    out.push_back({":=", SymbolRole::relation});
    return;
  }
  const UnicodeSymbol symbol = symbol_of_character(token.text);
  if (symbol.text == "′" && !out.empty() && out.back().role != SymbolRole::space)
    out.back().text += symbol.text;
  else
    out.push_back({symbol.text, symbol.role});
}

void Reader::append_command(Glyphs& out, const std::string& name) {
  if (is_one_of(without_symbol, name)) return;
  if (is_one_of(before_opening, name)) return out.push_back(delimiter(SymbolRole::opening));
  if (is_one_of(before_closing, name)) return out.push_back(delimiter(SymbolRole::closing));
  if (is_one_of(fractions, name)) return out.push_back(fraction_of_arguments());
  if (is_one_of(in_words, name)) return append_words(out, verbatim_argument());
  if (!combining_mark(name).empty()) return out.push_back(accented(combining_mark(name)));
  if (name == "sqrt") return out.push_back(root(argument()));
  if (name == "operatorname") return out.push_back({spaced(argument()), SymbolRole::function});
  if (name == "mathbb")
    return out.push_back({blackboard(spaced(argument())), SymbolRole::ordinary});
  if (name == "mathcal") return out.push_back({script(spaced(argument())), SymbolRole::ordinary});
  if (name == "underset") return out.push_back(under_set());
  if (name == "begin") return out.push_back(environment());
  if (name == "not") return out.push_back(denied_relation());
  if (is_one_of(upright, name)) {
    const std::string word = spaced(argument());
    return out.push_back(
        {word, word.starts_with("arg") ? SymbolRole::function : SymbolRole::ordinary});
  }
  const auto symbol = symbol_of_command(name);
  if (!symbol) return out.push_back({name, SymbolRole::ordinary});
  if (!symbol->text.empty()) out.push_back({symbol->text, symbol->role});
  // A space only ends the name, unless an operation stands behind it.
  const bool had_space = tokens_.peek().kind == Kind::space;
  tokens_.skip_spaces();
  const Token next = tokens_.peek();
  if (had_space && (next.is_character("+") || next.is_character("-")))
    out.push_back({" ", SymbolRole::space});
}

void Reader::attach_script(Glyphs& out, bool is_raised) {
  const std::string text = compact(argument());
  if (text.empty()) return;
  drop_spaces_at_end(out);
  if (out.empty()) out.push_back({"", SymbolRole::ordinary});
  const auto sign = is_raised ? raised(text) : lowered(text);
  out.back().text += sign ? *sign : (is_raised ? "^" : "_") + in_braces(text);
}

Glyphs Reader::argument() {
  tokens_.skip_spaces();
  if (ends_sequence(tokens_.peek())) return {};
  const Token token = tokens_.next();
  if (token.kind == Kind::open) return group();
  Glyphs out;
  append_atom(out, token);
  return out;
}

Glyphs Reader::group() {
  Glyphs inside;
  for (;;) {
    const Glyphs more = sequence();
    inside.insert(inside.end(), more.begin(), more.end());
    const Token end = tokens_.next();
    if (end.kind == Kind::close || end.kind == Kind::end) return inside;
  }
}

std::string Reader::verbatim_argument() {
  tokens_.skip_spaces();
  if (tokens_.peek().kind != Kind::open) return tokens_.next().text;
  tokens_.next();
  std::string text = tokens_.verbatim_group();
  std::erase_if(text,
                [](char c) { return std::string_view("\\${}&").find(c) != std::string::npos; });
  return text;
}

Glyph Reader::delimiter(SymbolRole role) {
  tokens_.skip_spaces();
  const Token token = tokens_.next();
  if (token.is_character(".")) return {"", role};
  const auto symbol = token.kind == Kind::command ? symbol_of_command(token.text) : std::nullopt;
  return {symbol ? symbol->text : token.text, role};
}

Glyph Reader::fraction_of_arguments() {
  const Glyphs above = argument();
  return fraction(above, argument());
}

Glyph Reader::accented(std::string_view mark) {
  return {spaced(argument()) + std::string(mark), SymbolRole::ordinary};
}

Glyph Reader::under_set() {
  const Glyphs below = argument();
  Glyph base = as_one(argument());
  base.text += "_" + in_braces(compact(below));
  return base;
}

/// \begin{cases} … \end{cases} as "{1: p > 0; 0: p = 0}"; other rows one behind the other.
Glyph Reader::environment() {
  const bool has_cases = verbatim_argument() == "cases";
  std::string all, row;
  const auto add = [](std::string& to, std::string_view separator, const Glyphs& glyphs) {
    const std::string text = spaced(glyphs);
    if (!to.empty() && !text.empty()) to += separator;
    to += text;
  };
  for (;;) {
    add(row, has_cases ? ": " : " ", sequence());
    const Token end = tokens_.next();
    if (end.is_character("&")) continue;
    if (!all.empty() && !row.empty()) all += has_cases ? "; " : " ";
    all += std::exchange(row, "");
    if (end.is_command("end")) verbatim_argument();
    if (end.is_command("end") || end.kind == Kind::end) break;
  }
  return {has_cases ? "{" + all + "}" : all, SymbolRole::ordinary};
}

Glyph Reader::denied_relation() {
  const Glyphs relation = argument();
  return relation.empty() ? Glyph{} : Glyph{denied(relation[0].text), SymbolRole::relation};
}

}  // namespace gancheck::tex
