// The normal laws as a family of generators, for data with two modes: where in it C is least, found
// by a search that knows nothing of the answer. [claim 53]
//
// What is found is a proposal, with parameters that are decimals: who says something of it
// evaluates C there, with bounds.
#pragma once

#include <string>
#include <vector>

#include "numerics/line/grid.hpp"
#include "theory/evidence/evidence.hpp"
#include "theory/minimisation/two_modes.hpp"

namespace gancheck {

struct NormalLaw {
  Rational location, scale;
  std::string specification() const;  ///< "normal(0,3/2)"
};

/// Both densities at the nodes k/8, each of weight 1/8: as far as 9 beyond the modes, where P has
/// nothing left, and C no term. What C on the nodes misses of the integral falls like
/// exp(-2π·8·y), y = π/2a the distance of the zeros of p from the line: for a = 2 it is below the
/// rounding.
Columns<Tracked> on_nodes(const TwoModes& data, const NormalLaw& law);

/// Where a search from `start` ends: no step of 2^-24 in the location or in the logarithm of the
/// scale makes C less. Rounded to five decimals.
struct NormalFit {
  NormalLaw start, found;
  double value = 0;  ///< C there, in doubles
  Series course;     ///< "step", "location", "scale", "value"
};

enum class Free { location, location_and_scale };

/// A compass search: of the eight neighbours at a distance, or two where the scale is kept, the
/// first with less C on the nodes is the next law; where there is none the distance is halved.
/// Scales below 1/2, which the nodes would not resolve, are not entered.
NormalFit fit_normal_law(const TwoModes& data, const NormalLaw& start, Free free);

/// The fit with the least C of those from every start.
NormalFit best_normal_law(const TwoModes& data, const std::vector<NormalLaw>& starts, Free free);

}  // namespace gancheck
