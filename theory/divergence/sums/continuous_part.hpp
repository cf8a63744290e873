// The continuous part of a pair, integrated by quadrature: what `evaluate` adds to the sums over
// the atoms, and the nodes on which claims are checked.
#pragma once

#include <functional>

#include "numerics/integral/integrate.hpp"
#include "theory/divergence/sums/terms.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// A discriminator on the line.
using DiscriminatorOfPoint = std::function<LogChance(const Ball& x)>;

/// One integral over the continuous part with its errors, kept apart.
struct Share {
  Tracked value;              ///< over the nodes; its bound is the rounding
  double truncation = 0;      ///< bound of what the cuts leave out
  double discretisation = 0;  ///< estimate
};

/// A direct divergence, by rule where it is infinite.
enum class Finiteness { finite, infinite, unknown };

class ContinuousPart {
 public:
  /// Integrates the terms of all divergences that are asked for and both masses. With a
  /// discriminator, V(D, G) and the regret too; the points between which it changes are hints for
  /// the quadrature. The laws must outlive the part.
  ContinuousPart(const Law& data, const Law& generator,
                 const Wanted& wanted = standard_divergences(),
                 const DiscriminatorOfPoint& discriminator = {},
                 std::span<const Real> discriminator_changes_at = {});
  ContinuousPart(const ContinuousPart&) = delete;
  ContinuousPart& operator=(const ContinuousPart&) = delete;

  const Panels& panels() const { return panels_; }
  const std::vector<QuadratureNode>& nodes() const { return quadrature_.nodes; }

  /// The integral of the terms of one divergence.
  Share share(Divergence d) const;
  Share share(const BoundedDivergence& d) const;  ///< of one that was asked for
  Share mass(Role role) const;
  Share entropy(
      Role role) const;  ///< where it was asked for; no bound where it is not known finite
  Share value_at_discriminator() const;  ///< of p log D + q log(1 - D)
  /// Of (p+q) kl(D*||D), which is at most -(p log D + q log(1 - D)): the truncation is that of V.
  Share regret() const;

  /// Both laws have density on one stretch.
  bool overlap() const;
  /// Of a direct divergence, the named law in the place of P.
  Finiteness direct(Role role) const { return direct_.of(role); }
  /// Of the integral of p²/q likewise; unknown where it was not asked for.
  Finiteness square(Role role) const { return square_.of(role); }

 private:
  Share integral(std::size_t k, double truncation) const;

  std::vector<const BoundedDivergence*> bounded_;
  std::size_t first_bounded_;  ///< where their integrals begin
  Panels panels_;
  Quadrature quadrature_;
  Two<Finiteness> direct_, square_{Finiteness::unknown, Finiteness::unknown};
  Two<double> beyond_;         ///< the masses beyond the cuts, bounded
  Two<double> direct_beyond_;  ///< what each direct divergence has there
  Two<double> square_beyond_;  ///< and each integral of p²/q
  Two<double> entropy_beyond_;
  double value_beyond_ = 0;
};

/// What the quadrature missed of the mass that the law has beside its atoms, beyond all errors of
/// what it found.
double missing_mass(const Law& law, const Share& found);

/// Both densities at t with respect to the coordinate: enclosed at a precision at which they and
/// their difference are known to a few ulp of a double, if 1024 bits suffice.
struct DensityPair {
  LogWeight p, q;
};
DensityPair densities_at(const Stretch& stretch, double t);

}  // namespace gancheck
