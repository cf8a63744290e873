// What a check brings: never a yes or no, always the numbers from which one follows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

/// Who testifies: floating point with derived bounds, Arb's enclosures, exact algebra.
enum class Witness { grid, ball, symbolic };

/// What the evidence is made of, and so which verdicts it can reach.
enum class Ground {
  rounding,        ///< a residual in floating point against its derived bound
  enclosure,       ///< rigorous enclosures for the named pairs
  sweep,           ///< a certificate over a whole domain, box by box
  normal_form,     ///< two symbolic normal forms
  counterexample,  ///< one exact example, of a statement of existence or against a claim
};

/// A course that a report may draw: rows of numbers, one a step. It decides nothing.
struct Series {
  Text name;
  std::vector<std::string> columns;       ///< "step", "value", ...
  std::vector<std::vector<double>> rows;  ///< one number a column
};

struct Evidence {
  Ground ground = Ground::rounding;
  Text scope{"", ""};                 ///< "36 pairs", "all P, Q": what was covered
  std::vector<std::string> rests_on;  ///< named lemmas (docs/trusted-base.md)
  std::size_t attempted = 0, decided = 0;
  /// Cases that a stated rule leaves out, and the rule. What is neither decided nor left out by a
  /// rule keeps a check from passing.
  std::size_t left_out = 0;
  Text left_out_by{"", ""};

  /// rounding: the worst case, the one with the largest residual/bound. NaN is kept.
  /// enclosure, sweep: how far the enclosure lies from what is claimed (0 if it agrees) and its
  /// radius.
  std::optional<double> residual, bound;
  /// A - B for A <= B at the worst case, negated: positive where there is room. Inequalities only.
  std::optional<double> slack;
  /// Whether the claimed relation is strict: then the slack must exceed the bound.
  bool strict = false;
  /// enclosure, sweep: what was found about the worst case.
  enum class Found { agrees, excludes, too_wide } found = Found::too_wide;
  /// The enclosure as decimal text, rounded outwards; of a relation A - B for A = B, B - A for
  /// A <= B.
  std::string lower, upper;
  /// enclosure: the same on each pair.
  struct Case {
    PlaceName where;
    std::string lower, upper;
  };
  std::vector<Case> cases;
  /// normal_form: both sides (or the difference and "0"); whether they are the same.
  std::vector<std::string> forms;
  bool same_form = false;
  /// counterexample: whether the example decides for the statement (true) or against it.
  bool example_confirms = false;

  std::vector<Series> series;

  PlaceName where;       ///< the pair, point or box of the worst case, or the counterexample
  Text trouble{"", ""};  ///< an exception's message, or why nothing was decided; empty if none
};

}  // namespace gancheck
