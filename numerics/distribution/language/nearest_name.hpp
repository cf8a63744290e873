// "Did you mean ...?"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// The first name with the least edit distance to `word`, capitals or not; empty where that is more
/// than a third of the word: a guess that far helps nobody.
std::optional<std::string> near_name(std::string_view word, const std::vector<std::string>& names);

/// ": did you mean 'NAME'?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace gancheck
