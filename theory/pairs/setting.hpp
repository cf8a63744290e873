// The pairs that a claim is put before.
#pragma once

#include <memory>
#include <vector>

#include "theory/evidence/text.hpp"
#include "theory/pairs/pair.hpp"

namespace gancheck {

/// What a check runs on: the pairs, and how to name them together.
struct Setting {
  std::vector<std::shared_ptr<const Pair>> pairs;
  /// Those with a name, which the report lists: all but the exhaustive grids.
  std::vector<std::shared_ptr<const Pair>> listed;
  /// Of the listed pairs those without a density, whose sums the ball witness encloses, and those
  /// with one, whose integrals it encloses.
  std::vector<std::shared_ptr<const Pair>> named, dense;
  Text scope{"", ""};  ///< "33283 pairs": printed with the evidence
  /// Whether pointwise claims add the log-spaced box of (a, b, y) to the points of the named pairs.
  bool pointwise_box = false;
};

}  // namespace gancheck
