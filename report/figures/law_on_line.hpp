// A law on the line as a picture needs it: its density at a double, its quantiles, where to look.
#pragma once

#include <memory>
#include <vector>

#include "numerics/distribution/pair_of_laws.hpp"

namespace gancheck {

struct Window {
  double from, to;
};

/// Of the atoms, the nearest doubles.
struct DrawnAtom {
  double at, mass;
};

/// Refers to the law. All numbers are the nearest doubles of enclosed ones, for drawing: nothing is
/// judged by them.
class LawOnLine {
 public:
  explicit LawOnLine(const Law& law);

  bool has_density() const { return !pieces_.empty(); }
  const std::vector<DrawnAtom>& atoms() const { return atoms_; }
  /// Of the part with a density; 0 outside the support, NaN where it is not finite.
  double density(double x) const;
  /// P(X <= x), the atoms beyond the listed ones left out.
  double mass_below(double x) const;
  /// The least x, within the resolution of a picture, with at least this share of the mass below.
  double quantile(double share) const;
  /// Where the law has nearly all of its mass, in the eyes of a reader: from the median as far as
  /// 1.3 times the quantiles of 0.5 and 99.5 %, of a heavy tail 2.1 times those of 5 and 95 %, and
  /// no further than the support.
  Window window() const;
  /// Finite ends and kinks: the points where a density may jump or bend.
  std::vector<double> corners() const;
  /// The intervals of the pieces, infinite ends included.
  std::vector<Window> intervals() const;

 private:
  struct DrawnPiece {
    const Piece* piece;
    std::shared_ptr<const LocalDensity> view;
    double lower, upper, weight;
    double below_lower;  ///< the density's mass below the piece
  };
  Ball distance(double x) const;

  const Law& law_;
  Real anchor_;
  std::vector<DrawnPiece> pieces_;
  std::vector<DrawnAtom> atoms_;
};

/// Both windows, and a little room.
Window window_of(const LawOnLine& data, const LawOnLine& generator);

/// Points of the window at which curves of both laws show what they do: equally far apart, closer
/// where a law lives on a smaller scale, and on both sides of every corner. Sorted.
std::vector<double> points_in(const Window& window, const LawOnLine& data,
                              const LawOnLine& generator);

}  // namespace gancheck
