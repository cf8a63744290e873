#include "theory/divergence/enclosed/atoms.hpp"

#include "numerics/distribution/discrete/integer_law.hpp"

namespace gancheck {

EnclosedAtoms::EnclosedAtoms(const Law& data, const Law& generator, long bits)
    : densities_(common_grid(deepened(data, bits), deepened(generator, bits))),
      rest_(truncation_of(densities_)) {}

const std::vector<Real>& EnclosedAtoms::column(Role role) const {
  return role == Role::data ? densities_.data : densities_.generator;
}

Ball EnclosedAtoms::joint(const std::function<Ball(const LogPair<Ball>&)>& f,
                          const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (const LogPair<Ball>& logs : joint_logs(effort)) total = total + f(logs);
  return total;
}

/// At the precision in force or a higher one.
const std::vector<Ball>& EnclosedAtoms::enclosed(Role role) const {
  Enclosures& kept = role == Role::data ? kept_data_ : kept_generator_;
  if (kept.bits >= BallPrecision::bits()) return kept.masses;
  kept.bits = BallPrecision::bits();
  kept.masses.clear();
  for (const Real& mass : column(role)) kept.masses.push_back(mass.enclose());
  return kept.masses;
}

/// Most quantities ask for the effort of the one before.
const std::vector<LogPair<Ball>>& EnclosedAtoms::joint_logs(const Effort& effort) const {
  const std::pair<long, long> bits{effort.bits, effort.ratio_bits};
  if (kept_bits_ == bits) return kept_logs_;
  const BallPrecision precision(effort.bits + effort.ratio_bits);
  kept_bits_ = bits;
  kept_logs_.clear();
  for (std::size_t i = 0; i < densities_.grid.size(); ++i) {
    if (!has(Role::data, i) || !has(Role::generator, i)) continue;
    const Ball p = log(enclosed(Role::data)[i]), q = log(enclosed(Role::generator)[i]);
    kept_logs_.push_back({p, q, p - q});
  }
  return kept_logs_;
}

Ball EnclosedAtoms::mass_alone(Role role, const Effort& effort) const {
  const BallPrecision precision(effort.bits);
  Ball total(0);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(role, i) && !has(other(role), i)) total = total + enclosed(role)[i];
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
    total = total + abs(enclosed(Role::data)[i] - enclosed(Role::generator)[i]);
  const Ball tails = tail_mass(Role::data) + tail_mass(Role::generator);
  // An atom of a tail that is not located may lie on a listed one, and lessen the difference there.
  const bool located = is_located(Role::data) && is_located(Role::generator);
  return (total + tails * Ball::hull(located ? 0.0 : -1.0, 1.0)) / 2;
}

Ball EnclosedAtoms::mass(Role role) const {
  Ball total = tail_mass(role);
  for (const Ball& mass : enclosed(role)) total = total + mass;
  return total;
}

Ball EnclosedAtoms::entropy(Role role) const {
  Ball total = Ball::hull(0.0, rest_.entropy.of(role));
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (has(role, i)) total = total - enclosed(role)[i] * log(enclosed(role)[i]);
  return total;
}

bool EnclosedAtoms::may_be_equal(long bits) const {
  const BallPrecision precision(bits);
  for (std::size_t i = 0; i < densities_.grid.size(); ++i)
    if (!(enclosed(Role::data)[i] - enclosed(Role::generator)[i]).contains_zero()) return false;
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
  return rest_.is_located.of(role);
}

}  // namespace gancheck
