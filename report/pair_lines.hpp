// The pairs of a run as lines of the report.
#pragma once

#include <vector>

#include "theory/claim.hpp"

namespace gancheck {

/// "W7: data | generator" for every named pair, with masses that are not one and with the points
/// that the grid witness leaves out; each exhaustive grid of the built-in suite as one line. `own`
/// are the user's pairs; null for the built-in suite.
std::vector<Text> describe_pairs(const Setting* own);

}  // namespace gancheck
