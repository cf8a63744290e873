#include "report/text/tex/pieces.hpp"

#include <algorithm>
#include <cctype>

namespace gancheck::tex {
namespace {

/// "log" before "D", "P_data" before "Q": two words would run together.
bool run_together(const std::string& before, const std::string& behind) {
  const auto is_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  return is_word(before.back()) && is_word(behind.front());
}

bool is_operator(const Piece& piece) {
  return piece.role == Role::function || piece.role == Role::sum;
}

/// An operation without a left operand is a sign, or the dot of V(·, G).
bool has_operand_before(const Piece* before) {
  return before != nullptr && before->role != Role::opening && before->role != Role::relation &&
         before->role != Role::punctuation && before->role != Role::operation;
}

/// · and ∘ always stand apart, + and - where a fraction stands beside them.
bool is_apart(const Piece* before, const Piece& operation, const Piece& behind) {
  if (operation.role != Role::operation || !has_operand_before(before)) return false;
  if (operation.text != "+" && operation.text != "-") return operation.text != "/";
  return before->is_fraction || behind.is_fraction;
}

/// max_D, as opposed to log: a bracket behind it is not its argument alone.
bool has_script(const Piece& piece) {
  return piece.text.find('_') != std::string::npos;
}

struct Neighbours {
  const Piece* before_that;  ///< null at the start
  const Piece& before;
  const Piece& behind;
  bool has_relation() const {
    return before.role == Role::relation || behind.role == Role::relation;
  }
  bool is_at_bracket_or_mark() const {
    return before.role == Role::opening || behind.role == Role::closing ||
           behind.role == Role::punctuation;
  }
};

/// Whether a space belongs between the two, whatever the source says.
bool wants_space(const Neighbours& n) {
  if (n.has_relation() || n.before.role == Role::sum) return true;
  if (is_apart(n.before_that, n.before, n.behind) || is_apart(&n.before, n.behind, n.behind))
    return true;
  if (n.before.role == Role::function)
    return n.behind.role != Role::opening || has_script(n.before);
  if (is_operator(n.behind))
    return n.before.role == Role::ordinary || n.before.role == Role::closing ||
           n.before.role == Role::punctuation;
  if (n.before.is_fraction) return n.behind.role == Role::opening;
  return n.before.role == Role::ordinary && n.behind.role == Role::ordinary &&
         n.before.text.size() > 1 && run_together(n.before.text, n.behind.text);
}

bool forbids_space(const Neighbours& n, bool in_script) {
  const bool is_tight =
      n.has_relation() || n.before.role == Role::operation || n.behind.role == Role::operation;
  return n.is_at_bracket_or_mark() || (in_script && is_tight) ||
         (n.before.role == Role::function && n.behind.role == Role::opening &&
          !has_script(n.before));
}

/// log p/q would be read as (log p)/q.
bool is_bracketed_argument(const Piece& before, const Piece& behind) {
  return before.role == Role::function && behind.is_fraction;
}

std::string joined_pieces(const Pieces& pieces, bool in_script) {
  std::string out, gap;
  const Piece *before_that = nullptr, *before = nullptr;
  for (const Piece& piece : pieces) {
    if (piece.role == Role::space) {
      gap = std::max(gap, piece.text);  // the longer run of blanks
      continue;
    }
    const bool is_argument = before && is_bracketed_argument(*before, piece);
    if (!before || is_argument || forbids_space({before_that, *before, piece}, in_script))
      gap.clear();
    else if (gap.empty() && wants_space({before_that, *before, piece}))
      gap = " ";
    out += gap + (is_argument ? "(" + piece.text + ")" : piece.text);
    gap.clear();
    before_that = before;
    before = &piece;
  }
  return out;
}

/// Those that are more than blanks.
Pieces without_spaces(const Pieces& pieces) {
  Pieces out;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(out),
               [](const Piece& piece) { return piece.role != Role::space; });
  return out;
}

/// Whether one of them stands outside all brackets.
template <class Holds>
bool any_outside_brackets(const Pieces& pieces, const Holds& holds) {
  int depth = 0;
  for (const Piece& piece : pieces) {
    if (piece.role == Role::closing) --depth;
    if (depth == 0 && holds(piece)) return true;
    if (piece.role == Role::opening) ++depth;
  }
  return false;
}

/// "(…)" or "|…|" as a whole.
bool is_enclosed(const Pieces& pieces) {
  if (pieces.size() < 2) return false;
  if (pieces.front().text == "|" && pieces.back().text == "|") return true;
  if (pieces.front().role != Role::opening || pieces.back().role != Role::closing) return false;
  const Pieces but_the_last(pieces.begin(), pieces.end() - 1);
  int depth = 0;
  return std::all_of(but_the_last.begin(), but_the_last.end(), [&depth](const Piece& piece) {
    if (piece.role == Role::opening) ++depth;
    if (piece.role == Role::closing) --depth;
    return depth > 0;
  });
}

/// dμ, ∂θ.
bool is_differential(const Pieces& pieces) {
  return pieces.size() == 2 && (pieces[0].text == "d" || pieces[0].text == "∂") &&
         pieces[1].role == Role::ordinary;
}

bool is_number(const Pieces& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.text.size() == 1 && std::isdigit(static_cast<unsigned char>(piece.text[0])) != 0;
  });
}

bool is_one_factor(const Pieces& pieces) {
  if (pieces.size() == 1) return pieces[0].role == Role::ordinary && !pieces[0].is_fraction;
  return is_enclosed(pieces) || is_differential(pieces) || is_number(pieces);
}

bool is_product(const Pieces& pieces) {
  return !any_outside_brackets(pieces, [](const Piece& piece) {
    return piece.role == Role::operation || piece.role == Role::relation || is_operator(piece) ||
           piece.is_fraction;
  });
}

std::string in_brackets(const Pieces& pieces) {
  return "(" + spaced(pieces) + ")";
}

}  // namespace

std::string spaced(const Pieces& pieces) {
  return joined_pieces(pieces, false);
}

std::string compact(const Pieces& pieces) {
  return joined_pieces(pieces, true);
}

Piece fraction(const Pieces& above, const Pieces& below) {
  if (const auto sign = fraction_sign(spaced(above), spaced(below)))
    return {*sign, Role::ordinary, false};
  const std::string numerator =
      is_product(without_spaces(above)) ? spaced(above) : in_brackets(above);
  const std::string denominator =
      is_one_factor(without_spaces(below)) ? spaced(below) : in_brackets(below);
  return {numerator + "/" + denominator, Role::ordinary, true};
}

Piece root(const Pieces& under) {
  const Pieces inside = without_spaces(under);
  const bool is_plain = inside.size() == 1 || is_number(inside) || is_enclosed(inside);
  return {"√" + (is_plain ? spaced(under) : in_brackets(under)), Role::ordinary, false};
}

}  // namespace gancheck::tex
