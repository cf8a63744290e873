// "Did you mean ...?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// The name with the least edit distance to `word`; the first of several. `names` is not empty.
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

}  // namespace gancheck
