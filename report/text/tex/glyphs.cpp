#include "report/text/tex/glyphs.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace gancheck::tex {
namespace {

/// "log" before "D", "P_data" before "Q": two words would run together.
bool run_together(const std::string& before, const std::string& behind) {
  const auto is_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  return is_word(before.back()) && is_word(behind.front());
}

bool is_operator(const Glyph& glyph) {
  return glyph.role == SymbolRole::function || glyph.role == SymbolRole::sum;
}

/// An operation without a left operand is a sign, or the dot of V(·, G).
bool has_operand_before(const Glyph* before) {
  return before != nullptr && before->role != SymbolRole::opening &&
         before->role != SymbolRole::relation && before->role != SymbolRole::punctuation &&
         before->role != SymbolRole::operation;
}

/// · and ∘ always stand apart, + and - where a fraction stands beside them.
bool is_apart(const Glyph* before, const Glyph& operation, const Glyph& behind) {
  if (operation.role != SymbolRole::operation || !has_operand_before(before)) return false;
  if (operation.text != "+" && operation.text != "-") return operation.text != "/";
  return before->is_fraction || behind.is_fraction;
}

/// max_D, as opposed to log: a bracket behind it is not its argument alone.
bool has_script(const Glyph& glyph) {
  return glyph.text.find('_') != std::string::npos;
}

struct Neighbours {
  const Glyph* before_that;  ///< null at the start
  const Glyph& before;
  const Glyph& behind;
  bool has_relation() const {
    return before.role == SymbolRole::relation || behind.role == SymbolRole::relation;
  }
  bool is_at_bracket_or_mark() const {
    return before.role == SymbolRole::opening || behind.role == SymbolRole::closing ||
           behind.role == SymbolRole::punctuation;
  }
};

/// A Chinese comma or colon is as wide as a character and has its own space.
bool is_at_wide_mark(const Glyph& before, const Glyph& behind) {
  constexpr std::array<std::string_view, 4> marks{"，", "：", "（", "）"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return before.text.ends_with(mark) || behind.text.starts_with(mark);
  });
}

/// Whether a space belongs between the two, whatever the source says.
bool wants_space(const Neighbours& n) {
  if (n.has_relation() || n.before.role == SymbolRole::sum) return true;
  if (is_apart(n.before_that, n.before, n.behind) || is_apart(&n.before, n.behind, n.behind))
    return true;
  if (n.before.role == SymbolRole::function)
    return n.behind.role != SymbolRole::opening || has_script(n.before);
  if (is_operator(n.behind))
    return n.before.role == SymbolRole::ordinary || n.before.role == SymbolRole::closing ||
           n.before.role == SymbolRole::punctuation;
  if (n.before.is_fraction) return n.behind.role == SymbolRole::opening;
  return n.before.role == SymbolRole::ordinary && n.behind.role == SymbolRole::ordinary &&
         n.before.text.size() > 1 && run_together(n.before.text, n.behind.text);
}

bool forbids_space(const Neighbours& n, bool in_script) {
  const bool is_tight = n.has_relation() || n.before.role == SymbolRole::operation ||
                        n.behind.role == SymbolRole::operation;
  return n.is_at_bracket_or_mark() || (in_script && is_tight) ||
         (n.before.role == SymbolRole::function && n.behind.role == SymbolRole::opening &&
          !has_script(n.before));
}

/// log p/q would be read as (log p)/q.
bool is_bracketed_argument(const Glyph& before, const Glyph& behind) {
  return before.role == SymbolRole::function && behind.is_fraction;
}

std::string joined_glyphs(const Glyphs& glyphs, bool in_script) {
  std::string out, gap;
  const Glyph *before_that = nullptr, *before = nullptr;
  for (const Glyph& glyph : glyphs) {
    if (glyph.role == SymbolRole::space) {
      gap = std::max(gap, glyph.text);  // the longer run of blanks
      continue;
    }
    const bool is_argument = before && is_bracketed_argument(*before, glyph);
    if (!before || is_argument || is_at_wide_mark(*before, glyph) ||
        forbids_space({before_that, *before, glyph}, in_script))
      gap.clear();
    else if (gap.empty() && wants_space({before_that, *before, glyph}))
      gap = " ";
    out += gap + (is_argument ? "(" + glyph.text + ")" : glyph.text);
    gap.clear();
    before_that = before;
    before = &glyph;
  }
  return out;
}

/// Those that are more than blanks.
Glyphs without_spaces(const Glyphs& glyphs) {
  Glyphs out;
  std::copy_if(glyphs.begin(), glyphs.end(), std::back_inserter(out),
               [](const Glyph& glyph) { return glyph.role != SymbolRole::space; });
  return out;
}

/// Whether one of them stands outside all brackets.
template <class Holds>
bool any_outside_brackets(const Glyphs& glyphs, const Holds& holds) {
  int depth = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.role == SymbolRole::closing) --depth;
    if (depth == 0 && holds(glyph)) return true;
    if (glyph.role == SymbolRole::opening) ++depth;
  }
  return false;
}

/// "(…)" or "|…|" as a whole.
bool is_enclosed(const Glyphs& glyphs) {
  if (glyphs.size() < 2) return false;
  if (glyphs.front().text == "|" && glyphs.back().text == "|") return true;
  if (glyphs.front().role != SymbolRole::opening || glyphs.back().role != SymbolRole::closing)
    return false;
  const Glyphs but_the_last(glyphs.begin(), glyphs.end() - 1);
  int depth = 0;
  return std::all_of(but_the_last.begin(), but_the_last.end(), [&depth](const Glyph& glyph) {
    if (glyph.role == SymbolRole::opening) ++depth;
    if (glyph.role == SymbolRole::closing) --depth;
    return depth > 0;
  });
}

/// dμ, ∂θ.
bool is_differential(const Glyphs& glyphs) {
  return glyphs.size() == 2 && (glyphs[0].text == "d" || glyphs[0].text == "∂") &&
         glyphs[1].role == SymbolRole::ordinary;
}

bool is_number(const Glyphs& glyphs) {
  return std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) {
    return glyph.text.size() == 1 && std::isdigit(static_cast<unsigned char>(glyph.text[0])) != 0;
  });
}

bool is_one_factor(const Glyphs& glyphs) {
  if (glyphs.size() == 1) return glyphs[0].role == SymbolRole::ordinary && !glyphs[0].is_fraction;
  return is_enclosed(glyphs) || is_differential(glyphs) || is_number(glyphs);
}

bool is_product(const Glyphs& glyphs) {
  return !any_outside_brackets(glyphs, [](const Glyph& glyph) {
    return glyph.role == SymbolRole::operation || glyph.role == SymbolRole::relation ||
           is_operator(glyph) || glyph.is_fraction;
  });
}

std::string in_brackets(const Glyphs& glyphs) {
  return "(" + spaced(glyphs) + ")";
}

}  // namespace

std::string spaced(const Glyphs& glyphs) {
  return joined_glyphs(glyphs, false);
}

std::string compact(const Glyphs& glyphs) {
  return joined_glyphs(glyphs, true);
}

Glyph fraction(const Glyphs& above, const Glyphs& below) {
  if (const auto sign = fraction_sign(spaced(above), spaced(below)))
    return {*sign, SymbolRole::ordinary, false};
  const std::string numerator =
      is_product(without_spaces(above)) ? spaced(above) : in_brackets(above);
  const std::string denominator =
      is_one_factor(without_spaces(below)) ? spaced(below) : in_brackets(below);
  return {numerator + "/" + denominator, SymbolRole::ordinary, true};
}

Glyph root(const Glyphs& under) {
  const Glyphs inside = without_spaces(under);
  const bool is_plain = inside.size() == 1 || is_number(inside) || is_enclosed(inside);
  return {"√" + (is_plain ? spaced(under) : in_brackets(under)), SymbolRole::ordinary, false};
}

}  // namespace gancheck::tex
