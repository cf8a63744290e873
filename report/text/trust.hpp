// What has to be trusted, in a line each: docs/trusted-base.md in short.
#pragma once

#include <vector>

#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// For every verdict.
const std::vector<Text>& trusted_always();

/// For what this witness says, beyond that.
const Text& trusted_by(Witness witness);

}  // namespace gancheck
