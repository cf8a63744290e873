#include "report/formats/latex_text.hpp"

#include <map>

namespace gancheck {
namespace {

using Replacements = std::map<std::string_view, std::string_view>;

const Replacements latex_escapes{{"\\", "\\textbackslash{}"},
                                 {"{", "\\{"},
                                 {"}", "\\}"},
                                 {"$", "\\$"},
                                 {"&", "\\&"},
                                 {"#", "\\#"},
                                 {"%", "\\%"},
                                 {"_", "\\_"},
                                 {"^", "\\textasciicircum{}"},
                                 {"~", "\\textasciitilde{}"},
                                 {"-", "-{}"},
                                 {"`", "\\textasciigrave{}"},
                                 {"\"", "\\textquotedbl{}"},
                                 {"\n", " "}};

const Replacements latex_symbols{{"α", "\\alpha"},
                                 {"β", "\\beta"},
                                 {"γ", "\\gamma"},
                                 {"δ", "\\delta"},
                                 {"ε", "\\varepsilon"},
                                 {"η", "\\eta"},
                                 {"θ", "\\theta"},
                                 {"λ", "\\lambda"},
                                 {"μ", "\\mu"},
                                 {"π", "\\pi"},
                                 {"σ", "\\sigma"},
                                 {"φ", "\\varphi"},
                                 {"χ", "\\chi"},
                                 {"∂", "\\partial"},
                                 {"∞", "\\infty"},
                                 {"∫", "\\int"},
                                 {"∑", "\\sum"},
                                 {"∏", "\\prod"},
                                 {"√", "\\surd"},
                                 {"‖", "\\|"},
                                 {"≤", "\\le"},
                                 {"≥", "\\ge"},
                                 {"≠", "\\ne"},
                                 {"≈", "\\approx"},
                                 {"∈", "\\in"},
                                 {"∉", "\\notin"},
                                 {"∪", "\\cup"},
                                 {"∩", "\\cap"},
                                 {"∅", "\\emptyset"},
                                 {"→", "\\to"},
                                 {"↦", "\\mapsto"},
                                 {"⇑", "\\Uparrow"},
                                 {"⇓", "\\Downarrow"},
                                 {"↑", "\\uparrow"},
                                 {"↓", "\\downarrow"},
                                 {"≪", "\\ll"},
                                 {"∝", "\\propto"},
                                 {"∼", "\\sim"},
                                 {"⊥", "\\perp"},
                                 {"±", "\\pm"},
                                 {"·", "\\cdot"},
                                 {"×", "\\times"},
                                 {"∘", "\\circ"},
                                 {"⟺", "\\iff"},
                                 {"⟹", "\\implies"},
                                 {"∀", "\\forall"},
                                 {"∃", "\\exists"},
                                 {"ℝ", "\\mathbb{R}"},
                                 {"ℕ", "\\mathbb{N}"},
                                 {"𝒢", "\\mathcal{G}"},
                                 {"𝓕", "\\mathcal{F}"},
                                 {"ℱ", "\\mathcal{F}"},
                                 {"½", "\\tfrac12"},
                                 {"⁻", "^-"},
                                 {"¹", "^1"},
                                 {"²", "^2"},
                                 {"³", "^3"},
                                 {"ᶜ", "^c"},
                                 {"′", "'"},
                                 {"−", "-"},
                                 {"₀", "_0"},
                                 {"₁", "_1"},
                                 {"₂", "_2"},
                                 {"…", "\\ldots"}};

std::size_t length_of_character(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

std::string_view take_character(std::string_view& text) {
  const std::string_view taken = text.substr(0, length_of_character(text));
  text.remove_prefix(taken.size());
  return taken;
}

void add_latex_character(std::string& out, std::string_view c) {
  if (const auto escape = latex_escapes.find(c); escape != latex_escapes.end()) {
    out += escape->second;
  } else if (const auto symbol = latex_symbols.find(c); symbol != latex_symbols.end()) {
    out.append("\\ensuremath{").append(symbol->second).append("}");
  } else {
    out += c;
  }
}

/// Behind these a long formula may go on in the next line.
bool may_break_behind(std::string_view c) {
  return std::string_view("+-*/=,;:)]}_^|").find(c) != std::string_view::npos;
}

}  // namespace

std::string latex_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.front() == '$' ? text.find('$', 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      add_latex_character(out, take_character(text));
      continue;
    }
    out += text.substr(0, end + 1);
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string latex_code(std::string_view text) {
  std::string out = "\\texttt{";
  while (!text.empty()) {
    const std::string_view c = take_character(text);
    add_latex_character(out, c);
    if (may_break_behind(c)) out += "\\allowbreak{}";
  }
  return out + "}";
}

std::string latex_display(std::string_view tex) {
  return "\\formula{" + std::string(tex) + "}\n";
}

}  // namespace gancheck
