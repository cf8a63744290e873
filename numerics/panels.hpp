// The line as quadrature sees it: stretches between the points where a law has an end or a kink,
// each with a coordinate in which the densities are smooth, divided where the laws live.
#pragma once

#include <span>
#include <vector>

#include "numerics/stretch.hpp"

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

struct PanelOptions {
  int cut_bits = tail_cut_bits;  ///< less than 2^-cut_bits of a law is left beyond the cuts
  /// Takes log|x - end| as the coordinate also at an end where a density has a zero of whole order
  /// (the density is smooth there, its logarithm is not), and follows every piece as far as if its
  /// weight were one, so that a bound of each holds beyond the cuts.
  bool for_enclosures = false;
};

/// The continuous parts of both laws, which must outlive the result. Each tail is followed to where
/// less than 2^-cut_bits of its law is left, also when multiplied by |log p - log q|, as far as the
/// logarithm of a distance goes to ±2^36 and the densities can be enclosed. Throws
/// std::domain_error for a law that lives beyond 2^±1000, where doubles measure no distances.
/// `hints` are more points between which an integrand changes.
Panels panels_of(const Law& data, const Law& generator, std::span<const Real> hints = {},
                 const PanelOptions& options = {});

}  // namespace gancheck
