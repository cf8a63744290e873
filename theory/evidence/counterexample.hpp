// Exact examples: of a statement of existence, or against a statement about all cases.
#pragma once

#include <string>

#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// One example that decides the statement exactly, for it (`confirms`: the statement says that such
/// a thing exists) or against it. The caller must have decided it without rounding: by rational
/// arithmetic, a symbolic normal form, or an enclosure that excludes the contrary. `where`
/// describes the example, `scope` what it was taken from.
Evidence example(bool confirms, PlaceName where, Text scope);

/// The search found no example in `scope`, which decides nothing.
Evidence no_example(Text scope);

}  // namespace gancheck
