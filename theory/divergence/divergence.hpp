// The divergences of a pair of laws as a list: what holds of each of them without an integral.
// Every rule stands here once, in balls.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "numerics/number/range.hpp"
#include "theory/divergence/masses.hpp"
#include "theory/divergence/role.hpp"

namespace gancheck {

struct BoundedDivergence;  // theory/divergence/bounded_divergence.hpp

/// In this order everywhere; those whose integrand has no kernel of its own for nearly equal laws,
/// no rule of finiteness and no tails but those of the masses stand in bounded_divergence.hpp.
/// `value` is V(D*) = C(G); `chi_square` is the integral of (p-q)²/q (Pearson) and
/// `chi_square_neyman` that of (p-q)²/p.
enum class Divergence {
  jsd,
  kl_data_mixture,
  kl_generator_mixture,
  kl_data_generator,
  kl_generator_data,
  tv,
  value,
  chi_square,
  chi_square_neyman
};
inline constexpr std::array all_divergences = {Divergence::jsd,
                                               Divergence::kl_data_mixture,
                                               Divergence::kl_generator_mixture,
                                               Divergence::kl_data_generator,
                                               Divergence::kl_generator_data,
                                               Divergence::tv,
                                               Divergence::value,
                                               Divergence::chi_square,
                                               Divergence::chi_square_neyman};

constexpr std::size_t number_of(Divergence d) {
  return static_cast<std::size_t>(d);
}

constexpr Divergence kl_to_mixture(Role role) {
  return role == Role::data ? Divergence::kl_data_mixture : Divergence::kl_generator_mixture;
}
/// KL(P||Q), the named law in the place of P.
constexpr Divergence direct_kl(Role role) {
  return role == Role::data ? Divergence::kl_data_generator : Divergence::kl_generator_data;
}

/// The integral of (p-q)²/q, the named law in the place of P.
constexpr Divergence chi_square_of(Role role) {
  return role == Role::data ? Divergence::chi_square : Divergence::chi_square_neyman;
}

constexpr bool is_direct(Divergence d) {
  return d == direct_kl(Role::data) || d == direct_kl(Role::generator);
}
/// Infinite unless one law is dominated by the other.
constexpr bool needs_domination(Divergence d) {
  return is_direct(d) || d == chi_square_of(Role::data) || d == chi_square_of(Role::generator);
}

/// One thing for each divergence.
template <class T>
struct PerDivergence {
  std::array<T, all_divergences.size()> all{};

  T& operator[](Divergence d) { return all[number_of(d)]; }
  const T& operator[](Divergence d) const { return all[number_of(d)]; }
};

/// Which divergences are asked for, and whether the entropies of the laws are.
struct Wanted : PerDivergence<bool> {
  std::vector<const BoundedDivergence*> bounded;
  Two<bool> entropy;
};
/// Those that the derivation needs: all from JSD to V(D*).
inline Wanted standard_divergences() {
  Wanted wanted;
  for (std::size_t k = 0; k <= number_of(Divergence::value); ++k) wanted.all[k] = true;
  return wanted;
}

struct DivergenceRow {
  Divergence divergence;
  /// Of a law with itself.
  Ball (*of_equal)(const MassesOfPair&);
  /// Of two laws that share nothing; empty where it is infinite.
  std::optional<Ball> (*of_disjoint)(const MassesOfPair&);
  /// Where it lies, whatever the laws are.
  Range (*range)(const MassesOfPair&);
};

const DivergenceRow& row_of(Divergence d);

}  // namespace gancheck
