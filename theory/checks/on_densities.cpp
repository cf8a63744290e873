#include "theory/checks/on_densities.hpp"

#include "theory/checks/comparisons.hpp"

namespace gancheck {
static_assert(relation_bits == bits_of_numbers);

namespace {

/// "36 named pairs with densities".
Text scope_of(const Setting& setting) {
  const std::string n = std::to_string(setting.dense.size());
  return {n + (setting.dense.size() == 1 ? " named pair" : " named pairs") + " with densities",
          n + " 个有密度的具名分布对"};
}

}  // namespace

Evidence on_densities(const Setting& setting, Order order, const NumberOfPair& left,
                      const NumberOfPair& right) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = scope_of(setting);
  for (const auto& pair : setting.dense) pair->find_numbers_unless_busy();
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.dense) {
    const EnclosedNumbers& n = pair->numbers();
    // Masses of one and log 4 are among the terms of every number here.
    take_enclosure(evidence, order, left(n), right(n), pair->name(), 0, 1.0);
  }
  return evidence;
}

}  // namespace gancheck
