// The laws of the built-in pairs, by name.
#pragma once

#include <string>

#include "numerics/distribution/pair_of_laws.hpp"

namespace gancheck {

/// Throws std::out_of_range for an unknown name.
PairOfLaws named_laws(const std::string& name);

}  // namespace gancheck
