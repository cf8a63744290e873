// Relations between formulas of (p, q), put at every point of the grids instead of under an
// integral.
#pragma once

#include <fmt/format.h>

#include "theory/checks/relation.hpp"

namespace gancheck {

/// "W7, x = 3".
inline std::string name_of_point(const Pair& pair, std::size_t i) {
  return fmt::format("{}, x = {}", pair.name(), pair.densities().grid.points[i].text());
}

/// A false twin of `truth`, held at each point that is not null against the bound that the truth
/// met there. Both relations are between formulas (p, q) -> T.
template <class L, class R, class TL, class TR>
Evidence twin_at_every_point(const Setting& setting, const Relation<L, R>& twin,
                             const Relation<TL, TR>& truth) {
  Residuals residuals({"every point of " + setting.scope.en, setting.scope.zh + "的每个点"});
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const Tracked &p = c.p[i], &q = c.q[i];
      const double bound = bound_of(truth.left(p, q), truth.right(p, q));
      take_residual(
          residuals, twin.order, twin.left(p, q), twin.right(p, q),
          [&] { return name_of_point(*pair, i); }, bound);
    }
  }
  return residuals.evidence();
}

/// The relation at every point that is not null, in floating point with derived bounds.
template <class L, class R>
Evidence at_every_point(const Setting& setting, const Relation<L, R>& relation) {
  return twin_at_every_point(setting, relation, relation);
}

/// The same at the points of the named pairs, enclosed: 1 + left against 1 + right, so that sides
/// of 1e-300, whose radius no double holds, are judged at the scale of 1. For formulas whose values
/// are quotients of densities.
template <class L, class R>
Evidence at_every_point_in_balls(const Setting& setting, const Relation<L, R>& relation) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  const Text pairs = named_scope(setting);
  evidence.scope = {"every point of " + pairs.en, pairs.zh + "的每个点"};
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.named) {
    const auto c = columns<Ball>(pair->densities());
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const Ball left = 1 + relation.left(c.p[i], c.q[i]);
      const Ball right = 1 + relation.right(c.p[i], c.q[i]);
      take_enclosure(evidence, relation.order, left, right, name_of_point(*pair, i),
                     (left - right).radius());
    }
  }
  return evidence;
}

/// A twin that is held at every point of the built-in pairs `on`.
template <class L, class R, class TL, class TR>
Control point_twin(char letter, std::string mutant, Text what, std::vector<std::string> on,
                   const Relation<L, R>& twin, const Relation<TL, TR>& truth) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = std::move(on),
          .run = [twin, truth](const Setting& s) { return twin_at_every_point(s, twin, truth); }};
}

}  // namespace gancheck
