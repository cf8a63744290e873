#include "theory/pairs/pair_rules.hpp"

namespace gancheck {
namespace {

/// The first point of positive weight whose two densities satisfy `holds`.
template <class Holds>
std::optional<std::size_t> first_point(const Pair& pair, const Holds& holds) {
  const Densities& d = pair.densities();
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] > 0 && holds(d.data[i], d.generator[i])) return i;
  }
  return std::nullopt;
}

}  // namespace

bool are_different(const Pair& pair) {
  // First where an enclosure separates them at once: densities at a node may be equal numbers under
  // different names, which no enclosure tells.
  const auto apart = [](const Real& p, const Real& q) {
    return p.is_rational() && q.is_rational() ? compare(p, q) != 0
                                              : !(p.enclose() - q.enclose()).contains_zero();
  };
  if (first_point(pair, apart)) return true;
  if (pair.data() == pair.generator()) return false;
  return first_point(pair, [](const Real& p, const Real& q) { return compare(p, q) != 0; })
      .has_value();
}

bool is_dominated(const Pair& pair) {
  return !first_point(pair,
                      [](const Real& p, const Real& q) { return !p.is_zero() && q.is_zero(); });
}

bool supports_meet(const Pair& pair) {
  const auto both = [](const Real& p, const Real& q) { return !p.is_zero() && !q.is_zero(); };
  return first_point(pair, both).has_value();
}

std::optional<std::size_t> null_point(const Pair& pair) {
  return first_point(pair, [](const Real& p, const Real& q) { return p.is_zero() && q.is_zero(); });
}

}  // namespace gancheck
