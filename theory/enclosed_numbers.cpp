#include "theory/enclosed_numbers.hpp"

#include "theory/digits_sought.hpp"
#include "theory/enclosed_pair.hpp"

namespace gancheck {
namespace {

/// "36 named pairs with densities".
Text scope_of(const Setting& setting) {
  const std::string n = std::to_string(setting.dense.size());
  return {n + (setting.dense.size() == 1 ? " named pair" : " named pairs") + " with densities",
          n + " 个有密度的具名分布对"};
}

}  // namespace

EnclosedNumbers enclose_numbers(const Law& data, const Law& generator) {
  const long goal = bits_for(digits_of_numbers);
  const BallPrecision precision(2 * (goal + guard_bits));
  const EnclosedPair pair(data, generator, digits_of_numbers);
  const auto find = [&](Cancels cancels, const Computation& compute) {
    return to_relative(compute, cancels, goal, relation_bits);
  };
  const Ball half_defect = (data.mass.enclose() - generator.mass.enclose()) / 2;
  EnclosedNumbers n;
  n.mass_data = find(Cancels::no, [&](const Effort& e) { return pair.mass(Role::data, e); });
  n.mass_generator =
      find(Cancels::no, [&](const Effort& e) { return pair.mass(Role::generator, e); });
  n.value = -find(Cancels::no, [&](const Effort& e) { return pair.both_shares(e); });
  n.kl_data_mixture =
      find(Cancels::no, [&](const Effort& e) { return pair.near_mixture(Role::data, e); }) +
      half_defect;
  n.kl_generator_mixture =
      find(Cancels::no, [&](const Effort& e) { return pair.near_mixture(Role::generator, e); }) -
      half_defect;
  n.jsd = find(Cancels::no, [&](const Effort& e) { return pair.near_jsd(e); });
  n.tv = find(Cancels::yes, [&](const Effort& e) { return pair.total_variation(e); });
  return n;
}

Evidence on_densities(const Setting& setting, Order order, const NumberOfPair& left,
                      const NumberOfPair& right) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = scope_of(setting);
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.dense) {
    const EnclosedNumbers& n = pair->numbers();
    // Masses of one and log 4 are among the terms of every number here.
    take_enclosure(evidence, order, left(n), right(n), pair->name(), 0, 1.0);
  }
  return evidence;
}

Check density_check(const char* part, Text what, Order order, NumberOfPair left,
                    NumberOfPair right) {
  return {part, std::move(what), Witness::ball,
          [order, left = std::move(left), right = std::move(right)](const Setting& setting) {
            return on_densities(setting, order, left, right);
          }};
}

}  // namespace gancheck
