// A part of the line on which two laws are analytic, with its coordinate, and what they have there.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// A piece of a law, seen from the anchor of a stretch on which it is positive.
struct LocalPiece {
  std::shared_ptr<const Constant> weight, log_weight;
  std::shared_ptr<const LocalDensity> density;
  const Piece* piece;
};

/// The logarithm of a weight > 0, or of a quotient of two, that may be too small to be told from 0
/// (the part of a law beyond all exponents): then no enclosure of it is finite.
Real log_of_weight(const Real& weight);

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

/// The integral of -p log p beyond a cut, log p with respect to length, lies in [-least, most].
struct EntropyBeyond {
  Ball least = Ball::indeterminate(), most = Ball::indeterminate();
};

/// Upper bounds of integrals beyond a cut, not finite where nothing bounds them: of p log(p/q) with
/// either law in the place of p, and of each law's load.
struct BeyondCut {
  Ball direct_data = Ball::indeterminate(), direct_generator = Ball::indeterminate();
  Ball load_data = Ball::indeterminate(), load_generator = Ball::indeterminate();
  /// Of p²/q and of q²/p.
  Ball square_data = Ball::indeterminate(), square_generator = Ball::indeterminate();
  EntropyBeyond entropy_data = {};
};

/// Where the panels stop before the support does: in the stretch, beyond t in the given direction
/// (-1: below t). Beyond a singular end or far out in a tail.
struct Cut {
  std::size_t stretch;
  double at;
  int direction;
  BeyondCut beyond = {};  ///< for enclosures
};

/// The logarithm of the density of the pieces, at least one, with respect to the coordinate t. It
/// is known also where the density is far below every number that a computer holds.
Ball log_density_at(const Stretch& stretch, std::span<const LocalPiece> pieces, double t);

/// log of the sum of e^x for balls too wide for their differences: the largest, and at most log n
/// more.
Ball log_of_wide_sum(std::span<const Ball> logs);

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
