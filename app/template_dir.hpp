// Templates of the user's own.
#pragma once

#include <string>

#include "report/formats/templates.hpp"

namespace gancheck {

/// Those of the program, but for those that stand in `directory`; "" is none. Throws BadUsage with
/// one line where a file is no template, cannot be read, or has a placeholder that is unknown.
Templates templates_in(const std::string& directory);

}  // namespace gancheck
