// The line as quadrature sees it: stretches between the points where a law has an end or a kink,
// each with a coordinate in which the densities are smooth, divided where the laws live.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "numerics/line/stretch.hpp"

namespace gancheck {

struct Panel {
  std::size_t stretch;
  double from, to;  ///< from < to; the doubles nearest to where it ends
};

struct Panels {
  std::vector<Stretch> stretches;
  std::vector<Panel> panels;
  std::vector<Cut> cuts;
};

/// A load h(x) >= 0 on a ray of points x (numerics/line/tail_bound.hpp).
struct LoadOnRay;
using Load = std::function<LoadOnRay(const RayJet& x)>;

/// What is integrated over each law beside its divergences, if anything.
struct Loads {
  Load data, generator;
  bool squares = false;  ///< p²/q and q²/p too, where they have a finite integral
  bool entropy = false;  ///< and -p log p of the data law, where it has one
};

struct PanelOptions {
  int cut_bits = tail_cut_bits;  ///< less than 2^-cut_bits of a law is left beyond the cuts
  /// Takes log|x - end| as the coordinate also at an end where a density has a zero of whole order
  /// (the density is smooth there, its logarithm is not), and looks for cuts beyond which direct
  /// divergences that are finite, and the loads, are bounded too.
  bool for_enclosures = false;
  Loads loads = {};
};

/// The continuous parts of both laws, which must outlive the result. Each tail is followed to where
/// less than 2^-cut_bits of its law is left, also when multiplied by |log p - log q|, as far as the
/// logarithm of a distance goes to ±2^36 and the densities can be enclosed; for enclosures further,
/// to the first cut at which what lies beyond it is proved to be so small, if there is one. Throws
/// std::domain_error for a law that lives beyond 2^±1000, where doubles measure no distances.
/// `hints` are more points between which an integrand changes.
Panels panels_of(const Law& data, const Law& generator, std::span<const Real> hints = {},
                 const PanelOptions& options = {});

}  // namespace gancheck
