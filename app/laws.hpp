// The two laws of a command line.
#pragma once

#include <string>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// The law that an option specifies. Throws BadUsage with the option's name and the place.
Law law_of(const std::string& option, const std::string& specification);

}  // namespace gancheck
