#include "report/text/tex/symbols.hpp"

#include <map>
#include <utility>

namespace gancheck::tex {
namespace {

using Signs = std::map<std::string_view, std::string_view>;

const Signs ordinary_signs{
    {"alpha", "α"},     {"beta", "β"},    {"gamma", "γ"},      {"delta", "δ"},  {"Delta", "Δ"},
    {"epsilon", "ε"},   {"theta", "θ"},   {"varepsilon", "ε"}, {"eta", "η"},    {"lambda", "λ"},
    {"mu", "μ"},        {"nu", "ν"},      {"pi", "π"},         {"rho", "ρ"},    {"sigma", "σ"},
    {"tau", "τ"},       {"phi", "φ"},     {"varphi", "φ"},     {"chi", "χ"},    {"psi", "ψ"},
    {"omega", "ω"},     {"Omega", "Ω"},   {"partial", "∂"},    {"infty", "∞"},  {"emptyset", "∅"},
    {"|", "‖"},         {"Vert", "‖"},    {"vert", "|"},       {"#", "#"},      {"ldots", "…"},
    {"cdots", "⋯"},     {"dots", "…"},    {"forall", "∀"},     {"exists", "∃"}, {"uparrow", "↑"},
    {"downarrow", "↓"}, {"Uparrow", "⇑"}, {"Downarrow", "⇓"},  {"prime", "′"},  {"%", "%"},
    {"_", "_"},         {"nabla", "∇"},   {"ell", "ℓ"}};

const Signs operations{{"cdot", "·"},   {"times", "×"}, {"pm", "±"},  {"circ", "∘"},
                       {"cup", "∪"},    {"cap", "∩"},   {"ast", "*"}, {"setminus", "∖"},
                       {"otimes", "⊗"}, {"wedge", "∧"}, {"vee", "∨"}};

const Signs relations{{"le", "≤"},
                      {"leq", "≤"},
                      {"ge", "≥"},
                      {"geq", "≥"},
                      {"leqslant", "≤"},
                      {"geqslant", "≥"},
                      {"ne", "≠"},
                      {"neq", "≠"},
                      {"in", "∈"},
                      {"notin", "∉"},
                      {"subset", "⊂"},
                      {"subseteq", "⊆"},
                      {"to", "→"},
                      {"rightarrow", "→"},
                      {"mapsto", "↦"},
                      {"sim", "∼"},
                      {"approx", "≈"},
                      {"equiv", "≡"},
                      {"propto", "∝"},
                      {"perp", "⊥"},
                      {"ll", "≪"},
                      {"gg", "≫"},
                      {"mid", "|"},
                      {"parallel", "‖"},
                      {"iff", "⟺"},
                      {"Longleftrightarrow", "⟺"},
                      {"Leftrightarrow", "⇔"},
                      {"implies", "⟹"},
                      {"Rightarrow", "⇒"},
                      {"lt", "<"},
                      {"gt", ">"}};

const Signs functions{{"log", "log"}, {"ln", "ln"},   {"exp", "exp"}, {"max", "max"},
                      {"min", "min"}, {"sup", "sup"}, {"inf", "inf"}, {"lim", "lim"},
                      {"det", "det"}, {"Pr", "Pr"},   {"dim", "dim"}, {"arg", "arg"}};

const Signs sums{{"int", "∫"}, {"sum", "∑"}, {"prod", "∏"}};

const Signs brackets_that_open{{"{", "{"}, {"lbrace", "{"}, {"langle", "⟨"}, {"lfloor", "⌊"}};
const Signs brackets_that_close{{"}", "}"}, {"rbrace", "}"}, {"rangle", "⟩"}, {"rfloor", "⌋"}};

const Signs spaces{{",", " "},     {";", " "},      {":", " "},         {" ", " "},
                   {"quad", "  "}, {"qquad", "  "}, {"thinspace", " "}, {"!", ""}};

std::optional<UnicodeSymbol> in_signs(const Signs& signs, std::string_view name, SymbolRole role) {
  const auto found = signs.find(name);
  if (found == signs.end()) return std::nullopt;
  return UnicodeSymbol{std::string(found->second), role};
}

/// Each character by the table; empty if one is not in it.
std::optional<std::string> by_characters(const std::map<char, std::string_view>& table,
                                         std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto found = table.find(c);
    if (found == table.end()) return std::nullopt;
    out += found->second;
  }
  return out;
}

std::string letter_in(const Signs& letters, const std::string& letter) {
  const auto found = letters.find(letter);
  return found == letters.end() ? letter : std::string(found->second);
}

}  // namespace

std::optional<UnicodeSymbol> symbol_of_command(std::string_view name) {
  for (const auto& [signs, role] :
       {std::pair(&ordinary_signs, SymbolRole::ordinary),
        std::pair(&operations, SymbolRole::operation), std::pair(&relations, SymbolRole::relation),
        std::pair(&functions, SymbolRole::function), std::pair(&sums, SymbolRole::sum),
        std::pair(&brackets_that_open, SymbolRole::opening),
        std::pair(&brackets_that_close, SymbolRole::closing),
        std::pair(&spaces, SymbolRole::space)})
    if (auto symbol = in_signs(*signs, name, role)) return symbol;
  return std::nullopt;
}

UnicodeSymbol symbol_of_character(std::string_view c) {
  static const std::map<std::string_view, SymbolRole> roles{
      {"+", SymbolRole::operation},   {"-", SymbolRole::operation},
      {"/", SymbolRole::operation},   {"=", SymbolRole::relation},
      {"<", SymbolRole::relation},    {">", SymbolRole::relation},
      {"≤", SymbolRole::relation},    {"≥", SymbolRole::relation},
      {"(", SymbolRole::opening},     {"[", SymbolRole::opening},
      {")", SymbolRole::closing},     {"]", SymbolRole::closing},
      {",", SymbolRole::punctuation}, {";", SymbolRole::punctuation},
      {":", SymbolRole::punctuation}};
  if (c == "'") return {"′", SymbolRole::ordinary};
  const auto found = roles.find(c);
  return {std::string(c), found == roles.end() ? SymbolRole::ordinary : found->second};
}

std::string blackboard(const std::string& letter) {
  static const Signs letters{{"R", "ℝ"}, {"N", "ℕ"}, {"Z", "ℤ"}, {"Q", "ℚ"},
                             {"C", "ℂ"}, {"P", "ℙ"}, {"E", "𝔼"}, {"1", "𝟙"}};
  return letter_in(letters, letter);
}

std::string script(const std::string& letter) {
  static const Signs letters{{"A", "𝒜"}, {"B", "ℬ"}, {"D", "𝒟"}, {"F", "ℱ"}, {"G", "𝒢"},
                             {"H", "ℋ"}, {"L", "ℒ"}, {"N", "𝒩"}, {"P", "𝒫"}, {"X", "𝒳"}};
  return letter_in(letters, letter);
}

std::optional<std::string> raised(std::string_view text) {
  static const std::map<char, std::string_view> table{
      {'0', "⁰"}, {'1', "¹"}, {'2', "²"}, {'3', "³"}, {'4', "⁴"}, {'5', "⁵"}, {'6', "⁶"},
      {'7', "⁷"}, {'8', "⁸"}, {'9', "⁹"}, {'+', "⁺"}, {'-', "⁻"}, {'*', "*"}};
  return text == "′" ? std::string(text) : by_characters(table, text);
}

std::optional<std::string> lowered(std::string_view text) {
  static const std::map<char, std::string_view> table{
      {'0', "₀"}, {'1', "₁"}, {'2', "₂"}, {'3', "₃"}, {'4', "₄"}, {'5', "₅"},
      {'6', "₆"}, {'7', "₇"}, {'8', "₈"}, {'9', "₉"}, {'+', "₊"}, {'-', "₋"}};
  return by_characters(table, text);
}

std::optional<std::string> fraction_sign(std::string_view above, std::string_view below) {
  static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> signs{
      {{"1", "2"}, "½"}, {{"1", "3"}, "⅓"}, {{"2", "3"}, "⅔"}, {{"1", "4"}, "¼"},
      {{"3", "4"}, "¾"}, {{"1", "5"}, "⅕"}, {{"2", "5"}, "⅖"}, {{"3", "5"}, "⅗"},
      {{"4", "5"}, "⅘"}, {{"1", "6"}, "⅙"}, {{"5", "6"}, "⅚"}, {{"1", "8"}, "⅛"},
      {{"3", "8"}, "⅜"}, {{"5", "8"}, "⅝"}, {{"7", "8"}, "⅞"}};
  const auto found = signs.find({above, below});
  if (found == signs.end()) return std::nullopt;
  return std::string(found->second);
}

std::string denied(const std::string& relation) {
  static const Signs signs{{"=", "≠"}, {"∈", "∉"}, {"<", "≮"}, {"≤", "≰"}, {"≥", "≱"},
                           {"⟺", "⇎"}, {"⇔", "⇎"}, {"⟹", "⇏"}, {"⇒", "⇏"}, {"≪", "≪̸"}};
  const auto found = signs.find(relation);
  return found == signs.end() ? relation + "̸" : std::string(found->second);
}

}  // namespace gancheck::tex
