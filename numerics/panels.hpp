// The line as quadrature sees it: stretches between the points where a law has an end or a kink,
// each with a coordinate in which the densities are smooth, divided where the laws live.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// A piece of a law, seen from the anchor of a stretch on which it is positive.
struct LocalPiece {
  std::shared_ptr<const Constant> weight;
  std::shared_ptr<const LocalDensity> density;
  const Piece* piece;
};

/// The coordinate t: x = anchor + t for side 0, else x = anchor + side·e^t. No piece of either law
/// has an end or a kink inside.
struct Stretch {
  Real anchor;
  int side = 0;
  std::vector<LocalPiece> data, generator;
  /// A piece that is positive here is left out, since it is too small to be enclosed: its mass
  /// lies beyond a cut.
  bool misses_pieces = false;
  /// Begins where the one before ends, at a point where no law has an end or a kink, and both have
  /// a linear coordinate.
  bool continues_previous = false;
  Real from = 0, to = 0;  ///< what its panels cover together, exactly

  Offset<Ball> offset(double t) const;
};

struct Panel {
  std::size_t stretch;
  double from, to;  ///< from < to; the doubles nearest to where it ends
};

/// Where the panels stop before the support does: in the stretch, beyond t in the given direction
/// (-1: below t). Beyond a singular end or far out in a tail.
struct Cut {
  std::size_t stretch;
  double at;
  int direction;
};

struct Panels {
  std::vector<Stretch> stretches;
  std::vector<Panel> panels;
  std::vector<Cut> cuts;
};

struct PanelOptions {
  int cut_bits = tail_cut_bits;  ///< less than 2^-cut_bits of a law is left beyond the cuts
  /// Takes log|x - end| as the coordinate also at an end where a density has a zero of whole order:
  /// the density is smooth there, its logarithm is not.
  bool logarithm_at_zeros = false;
};

/// The continuous parts of both laws, which must outlive the result. Each tail is followed to where
/// less than 2^-cut_bits of its law is left, also when multiplied by |log p - log q|, as far as the
/// logarithm of a distance goes to ±2^36 and the densities can be enclosed. Throws
/// std::domain_error for a law that lives beyond 2^±1000, where doubles measure no distances.
/// `hints` are more points between which an integrand changes.
Panels panels_of(const Law& data, const Law& generator, std::span<const Real> hints = {},
                 const PanelOptions& options = {});

/// The logarithm of the density of the pieces, at least one, with respect to the coordinate t. It
/// is known also where the density is far below every number that a computer holds.
Ball log_density_at(const Stretch& stretch, std::span<const LocalPiece> pieces, double t);

/// The density itself; 0 without pieces.
Ball density_at(const Stretch& stretch, std::span<const LocalPiece> pieces, double t);

/// The mass of the pieces beyond the cut: by distribution functions; of a piece that goes on
/// regularly through a singular end of another, twice its density at the cut times the length that
/// is left, which is below e^-600.
Ball mass_beyond(const Stretch& stretch, std::span<const LocalPiece> pieces, const Cut& cut);

/// The same, rigorous: there the length times all that the density may be.
Ball enclosed_mass_beyond(const Stretch& stretch, std::span<const LocalPiece> pieces,
                          const Cut& cut);

}  // namespace gancheck
