// The built-in pairs: the witnesses of the derivation by name, and the exhaustive simplex grids.
#pragma once

#include "theory/pairs/setting.hpp"

namespace gancheck {

struct NamedPair {
  std::string name, data, generator;
  Text why;  ///< what the pair is there for
};

/// The witnesses of the derivation and pairs that exercise every family and composition.
const std::vector<NamedPair>& named_pairs();

/// The exhaustive grids of technique T1, for the report: "n = 3, entries k/15: 18496 pairs".
std::vector<Text> simplex_grids();

/// All named pairs and all exhaustive grids. Built once.
const Setting& built_in_suite();

/// The setting of the named built-in pairs alone, without the pointwise box. Throws
/// std::out_of_range for an unknown name.
Setting only(const std::vector<std::string>& names);

/// A setting of the user's own pairs.
Setting own_suite(std::vector<std::shared_ptr<const Pair>> pairs);

/// The pairs of `setting` that satisfy `holds`; the scope says the rule and how many are left.
Setting those(const Setting& setting, const std::function<bool(const Pair&)>& holds,
              const Text& rule);

}  // namespace gancheck
