#include "theory/divergence/enclosed/numbers.hpp"

#include "theory/divergence/enclosed/digits_sought.hpp"
#include "theory/divergence/enclosed/pair.hpp"

namespace gancheck {
EnclosedNumbers enclose_numbers(const Law& data, const Law& generator) {
  const long goal = bits_for(digits_of_numbers);
  const BallPrecision precision(2 * (goal + guard_bits));
  const EnclosedPair pair(data, generator, digits_of_numbers);
  const auto find = [&](Cancels cancels, const Computation& compute) {
    return to_relative(compute, cancels, goal, bits_of_numbers);
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

}  // namespace gancheck
