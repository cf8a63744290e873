// Controls whose false twin is a relation between functionals of a pair.
#pragma once

#include "theory/checks/relation.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {

/// A twin for floating point, held on each of the built-in pairs `on` against the bound that
/// `truth` met there.
template <class L, class R, class TL, class TR>
Control grid_twin(char letter, std::string mutant, Text what, std::vector<std::string> on,
                  const Relation<L, R>& twin, const Relation<TL, TR>& truth) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = std::move(on),
          .run = [twin, truth](const Setting& s) { return twin_on_grid(s, twin, truth); }};
}

/// A twin for the enclosures: where it asserts that a number is attained, only an enclosure that
/// excludes the number refutes it.
template <class L, class R, class TL, class TR>
Control ball_twin(char letter, std::string mutant, Text what, std::vector<std::string> on,
                  const Relation<L, R>& twin, const Relation<TL, TR>& truth) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::ball,
          .on = std::move(on),
          .run = [twin, truth](const Setting& s) { return twin_in_balls(s, twin, truth); }};
}

/// Against "some of the pairs satisfies the relation": each has to be excluded, so the evidence is
/// that of the pair that comes nearest.
template <class L, class R>
Evidence nearest_in_balls(const Setting& setting, const Relation<L, R>& relation) {
  std::optional<Evidence> nearest;
  for (const auto& pair : setting.named) {
    const Evidence e = in_balls(own_suite({pair}), relation);
    if (!nearest || !(margin(e) >= margin(*nearest))) nearest = e;
  }
  if (!nearest) return no_example(setting.scope);
  nearest->scope = named_scope(setting);
  return *nearest;
}

}  // namespace gancheck
