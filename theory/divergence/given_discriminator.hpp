// A discriminator that the user gives, and what it loses against the optimal one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/divergence/sums/continuous_part.hpp"

namespace gancheck {

/// constant(c) with 0 <= c <= 1; logistic(a,b): D(x) = 1/(1 + e^-(a x + b)); file(PATH): a table of
/// values in [0, 1] on the points 1, 2, ..., or of points and values, for finite spaces.
struct GivenDiscriminator {
  std::string text;              ///< as it was written, without white space
  DiscriminatorOfPoint at;       ///< constant and logistic
  Rational slope, shift;         ///< a and b of logistic(a,b), 0 for a constant
  std::vector<Real> changes_at;  ///< points between which a logistic one changes
  std::vector<Atom> table;       ///< of a file: points, sorted, with the values as masses
  bool is_table = false;
  bool on_labels = false;  ///< its points stand for labels
};

/// Throws BadSpecification.
GivenDiscriminator parse_discriminator(std::string_view text);

/// Whether -log D, which grows like |a x| where D tends to 0, has a finite integral over the law's
/// density at its lower or upper end; empty where that is not known.
std::optional<bool> bears_slope(const Law& law, bool below);

/// D and 1 - D at a point, with their logarithms. Throws BadSpecification where a table misses it.
LogChance log_chance_at(const GivenDiscriminator& d, const Real& x);

/// A bound of the sum of -m_j (log D + log(1-D)) over a tail; infinite where nothing bounds it.
double tail_beyond(const Tail& tail, const GivenDiscriminator& d);

/// V(D, G), the regret V(D*, G) - V(D, G) and the largest |D - D*| where p + q > 0, in this order:
/// value_at_discriminator, regret, sup_distance. Throws BadSpecification where a table misses a
/// point of the laws, or a law is not finite.
std::vector<Quantity> evaluate(const Law& data, const Law& generator,
                               const GivenDiscriminator& discriminator, Unit unit);

/// The same, with V(D, G) and the regret enclosed to so many digits where they can be.
std::vector<Quantity> evaluate_enclosed(const Law& data, const Law& generator,
                                        const GivenDiscriminator& discriminator, Unit unit,
                                        int digits = standard_digits);

}  // namespace gancheck
