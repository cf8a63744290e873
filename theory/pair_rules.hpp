// Properties of a pair that decide which claims speak of it, decided exactly.
#pragma once

#include <optional>

#include "theory/relation.hpp"
#include "theory/suite.hpp"

namespace gancheck {

/// p != q at a point of positive weight. Throws std::domain_error where two densities can be
/// neither separated nor identified.
bool are_different(const Pair& pair);

/// No point of positive weight has p > 0 and q = 0: KL(P||Q) is finite on the grid.
bool is_dominated(const Pair& pair);

/// The first point of positive weight with p = q = 0: null for both laws, though the grid has it.
std::optional<std::size_t> null_point(const Pair& pair);

/// The relation in balls on the named pairs with `holds`; the others are left out by the rule,
/// which the evidence states. `otherwise` says what is true of those left out.
template <class L, class R>
Evidence in_balls_where(const Setting& setting, const std::function<bool(const Pair&)>& holds,
                        const Text& otherwise, const Relation<L, R>& relation) {
  const Setting chosen = those(setting, holds, otherwise);
  Evidence evidence = in_balls(chosen, relation);
  evidence.left_out = setting.named.size() - chosen.named.size();
  evidence.attempted += evidence.left_out;
  evidence.left_out_by = otherwise;
  return evidence;
}

}  // namespace gancheck
