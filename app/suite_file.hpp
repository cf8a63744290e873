// A suite of the user's own pairs: TOML with [[pair]] entries of name, data and generator.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "numerics/text.hpp"
#include "theory/pairs/pair.hpp"

namespace gancheck {

/// The pairs of the file in its order, at least one. Throws BadUsage with
/// "file:line:column: what is wrong; the remedy". Warnings of its tables are printed in `language`.
std::vector<std::shared_ptr<const Pair>> read_suite(const std::string& path, Language language);

}  // namespace gancheck
