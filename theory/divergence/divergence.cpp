#include "theory/divergence/divergence.hpp"

namespace gancheck {
namespace {

Ball nothing(const MassesOfPair&) {
  return Ball(0);
}
std::optional<Ball> infinite(const MassesOfPair&) {
  return std::nullopt;
}
Ball mean_mass(const MassesOfPair& m) {
  return (m.of.data + m.of.generator) / 2;
}
Ball log2_of_both(const MassesOfPair& m) {
  return (m.of.data + m.of.generator) * m.log2;
}

/// A KL between laws of mass one is not negative; tables whose digits miss one may have one that
/// is.
std::optional<Ball> least_kl(const MassesOfPair& m) {
  return m.are_one ? std::optional(Ball(0)) : std::nullopt;
}

/// p log(2p/(p+q)) <= p log 2, and is that where q = 0.
template <Role role>
Ball log2_of(const MassesOfPair& m) {
  return m.of.of(role) * m.log2;
}
template <Role role>
DivergenceRow to_mixture() {
  return {kl_to_mixture(role), nothing,
          [](const MassesOfPair& m) { return std::optional(log2_of<role>(m)); },
          [](const MassesOfPair& m) { return Range(least_kl(m), log2_of<role>(m)); }};
}

DivergenceRow square(Role role) {
  return {chi_square_of(role), nothing, infinite,
          [](const MassesOfPair&) { return Range(Ball(0), std::nullopt); }};
}

DivergenceRow direct(Role role) {
  return {direct_kl(role), nothing, infinite,
          [](const MassesOfPair& m) { return Range(least_kl(m), std::nullopt); }};
}

/// No integrand but those of KLs is negative, or that of V(D*) positive.
const std::array<DivergenceRow, all_divergences.size()>& rows() {
  static const std::array<DivergenceRow, all_divergences.size()> list = {
      DivergenceRow{Divergence::jsd, nothing,
                    [](const MassesOfPair& m) { return std::optional(log2_of_both(m) / 2); },
                    [](const MassesOfPair& m) { return Range(Ball(0), log2_of_both(m) / 2); }},
      to_mixture<Role::data>(),
      to_mixture<Role::generator>(),
      direct(Role::data),
      direct(Role::generator),
      DivergenceRow{Divergence::tv, nothing,
                    [](const MassesOfPair& m) { return std::optional(mean_mass(m)); },
                    [](const MassesOfPair& m) { return Range(Ball(0), mean_mass(m)); }},
      DivergenceRow{Divergence::value,
                    [](const MassesOfPair& m) -> Ball { return -log2_of_both(m); },
                    [](const MassesOfPair&) { return std::optional(Ball(0)); },
                    [](const MassesOfPair& m) { return Range(-log2_of_both(m), Ball(0)); }},
      square(Role::data),
      square(Role::generator)};
  return list;
}

}  // namespace

const DivergenceRow& row_of(Divergence d) {
  return rows()[number_of(d)];
}

}  // namespace gancheck
