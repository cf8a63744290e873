// The pairs of a run as lines of the report.
#pragma once

#include <string>
#include <vector>

#include "theory/claim.hpp"

namespace gancheck {

/// "W7: data | generator" for every named pair, with masses that are not one and with the points
/// that the grid witness leaves out; each exhaustive grid of the built-in suite as one line. `own`
/// are the user's pairs; null for the built-in suite.
std::vector<Text> describe_pairs(const Setting* own);

/// Of the numbers of the user's own pairs, as hexadecimal digits: runs on a file that has changed
/// between them differ in it. "" for the built-in suite.
std::string fingerprint_of_pairs(const Setting* own);

}  // namespace gancheck
