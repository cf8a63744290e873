#include "theory/number_check/explanations.hpp"

#include <algorithm>

namespace gancheck {
namespace {

/// How near a wrong value must come to explain x; why 1e-8, says `explanations`.
Rational closeness(const PrintedNumber& x, const Rational& tolerance) {
  return std::max(tolerance, Rational(abs(x.value.value) * power_of_ten(-8)));
}

/// Whether few enough values lie within the tolerance for a pair of mistakes to mean something.
bool tells_pairs_apart(const PrintedNumber& x, const Rational& tolerance) {
  return x.value.infinite != 0 || 1000 * tolerance <= abs(x.value.value);
}

/// What is tried in turn: one mistake, the right value of another quantity, two mistakes of
/// different kinds.
enum class Attempt { one, another_quantity, two };

/// All wrong values that such mistakes make of the quantity.
std::vector<Explanation> all_wrong_values(const TrueQuantities& truth, const Candidate& right,
                                          Attempt attempt) {
  std::vector<Explanation> all;
  const auto& list = mistakes();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool is_another = list[i].kind == MistakeKind::another_quantity;
    if (is_another != (attempt == Attempt::another_quantity)) continue;
    const auto first = list[i].made_of(truth, right);
    if (!first) continue;
    if (attempt != Attempt::two) all.push_back({{&list[i]}, first->bounds, false});
    for (std::size_t j = i + 1; attempt == Attempt::two && j < list.size(); ++j) {
      if (list[j].kind == list[i].kind || list[j].kind == MistakeKind::another_quantity) continue;
      if (const auto both = list[j].made_of(truth, *first))
        all.push_back({{&list[i], &list[j]}, both->bounds, false});
    }
  }
  return all;
}

/// Whether the wrong value is known well enough to tell it from others.
bool is_known(const Bounds& wrong, const Rational& margin) {
  if (!wrong.is_finite()) return wrong.is_exact();
  return wrong.upper.value - wrong.lower.value <= 2 * margin;
}

}  // namespace

std::vector<Explanation> explanations(const TrueQuantities& truth, const std::string& asked,
                                      const PrintedNumber& x, const Rational& tolerance) {
  const Candidate& right = truth.named(asked);
  for (const Rational& margin : {tolerance, closeness(x, tolerance)}) {
    const Bounds around = x.within(margin);
    if (right.bounds.meets(around)) return {};
    for (const Attempt attempt : {Attempt::one, Attempt::another_quantity, Attempt::two}) {
      if (attempt == Attempt::two && !tells_pairs_apart(x, tolerance)) continue;
      std::vector<Explanation> found;
      for (Explanation& e : all_wrong_values(truth, right, attempt)) {
        if (!is_known(e.wrong, closeness(x, tolerance)) || !e.wrong.meets(around)) continue;
        e.within_tolerance = e.wrong.meets(x.within(tolerance));
        found.push_back(std::move(e));
      }
      if (!found.empty()) return found;
    }
  }
  return {};
}

}  // namespace gancheck
