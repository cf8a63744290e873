// The numbers of a pair with densities that claims relate, by integrals that are independent of
// each other.
//
// A claim holds on every grid, but an enclosed sum over a grid says nothing of the pair: here the
// pair itself is enclosed.
#pragma once

#include <functional>

#include "numerics/distribution/law.hpp"
#include "numerics/number/ball.hpp"

namespace gancheck {

/// Enclosed to `digits_of_numbers` digits where that can be reached, in nats.
struct EnclosedNumbers {
  Ball mass_data, mass_generator;  ///< the densities integrated, and the atoms
  Ball value;                      ///< V(D*): the integral of p log(p/(p+q)) + q log(q/(p+q))
  /// KL(P||M) and KL(Q||M): integrals of p log(2p/(p+q)) - (p-q)/2 >= 0 by the kernels that do not
  /// cancel, where V(D*) is one of soft-plus functions.
  Ball kl_data_mixture, kl_generator_mixture;
  Ball jsd;  ///< half the integral of both kernels together
  Ball tv;   ///< by certified signs and distribution functions
};

inline constexpr int digits_of_numbers = 32;
/// The precision that whoever relates them works at.
inline constexpr long bits_of_numbers = 256;

/// Throws as common_grid and panels_of do.
EnclosedNumbers enclose_numbers(const Law& data, const Law& generator);

using NumberOfPair = std::function<Ball(const EnclosedNumbers&)>;

namespace numbers {

inline constexpr auto value = [](const EnclosedNumbers& n) { return n.value; };
inline constexpr auto zero = [](const EnclosedNumbers&) { return Ball(0); };
/// -(P(X) + Q(X)) log 2.
inline constexpr auto minus_log4 = [](const EnclosedNumbers& n) -> Ball {
  return -((n.mass_data + n.mass_generator) * log(Ball(2)));
};

/// C(G) + log 4.
inline constexpr auto above_minus_log4 = [](const EnclosedNumbers& n) -> Ball {
  return n.value - minus_log4(n);
};

}  // namespace numbers
}  // namespace gancheck
