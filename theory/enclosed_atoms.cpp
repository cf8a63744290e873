#include "theory/enclosed_atoms.hpp"

#include "numerics/distribution/integer_law.hpp"

namespace gancheck {

Role other(Role role) {
  return role == Role::data ? Role::generator : Role::data;
}

EnclosedAtoms::EnclosedAtoms(const Law& data, const Law& generator, long bits)
    : densities_(common_grid(deepened(data, bits), deepened(generator, bits))),
      rest_(truncation_of(densities_)) {}

const std::vector<Real>& EnclosedAtoms::column(Role role) const {
  return role == Role::data ? densities_.data : densities_.generator;
}

Ball EnclosedAtoms::joint(const std::function<Ball(const LogPair<Ball>&)>& f,
                          const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  const auto logs = [&](std::size_t i) -> LogPair<Ball> {
    const BallPrecision more(effort.bits + effort.ratio_bits);
    const Ball p = log(densities_.data[i].enclose()), q = log(densities_.generator[i].enclose());
    return {p, q, p - q};
  };
  Ball total(0);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(Role::data, i) && has(Role::generator, i)) total = total + f(logs(i));
  return total;
}

Ball EnclosedAtoms::mass_alone(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(role, i) && !has(other(role), i)) total = total + column(role)[i].enclose();
  return total;
}

Ball EnclosedAtoms::tail_mass(Role role) const {
  Ball total(0);
  for (const Tail& tail : role == Role::data ? densities_.data_tails : densities_.generator_tails)
    total = total + tail.mass.enclose();
  return total;
}

Ball EnclosedAtoms::total_variation(const Effort& effort) const {
  const BallPrecision precision(effort.bits + effort.ratio_bits);
  Ball total(0);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    total = total + abs(densities_.data[i].enclose() - densities_.generator[i].enclose());
  const Ball tails = tail_mass(Role::data) + tail_mass(Role::generator);
  // An atom of a tail that is not located may lie on a listed one, and lessen the difference there.
  const bool located = is_located(Role::data) && is_located(Role::generator);
  return (total + tails * Ball::hull(located ? 0.0 : -1.0, 1.0)) / 2;
}

Ball EnclosedAtoms::mass(Role role) const {
  Ball total = tail_mass(role);
  for (const Real& mass : column(role)) total = total + mass.enclose();
  return total;
}

bool EnclosedAtoms::may_be_equal(long bits) const {
  const BallPrecision precision(bits);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (!(densities_.data[i].enclose() - densities_.generator[i].enclose()).contains_zero())
      return false;
  return true;
}

bool EnclosedAtoms::is_alone(Role role) const {
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(role, i) && !has(other(role), i)) return true;
  return false;
}

bool EnclosedAtoms::overlap() const {
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(Role::data, i) && has(Role::generator, i)) return true;
  return false;
}

bool EnclosedAtoms::is_located(Role role) const {
  return role == Role::data ? rest_.data_is_located : rest_.generator_is_located;
}

}  // namespace gancheck
