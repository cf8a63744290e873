// The words of a claim: what stands in the TOML file beside its C++, embedded when building.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "theory/claim.hpp"

namespace gancheck {

/// The claim as its file states it, without checks and controls; its id is the name of the file.
/// `file` stands in messages. Throws std::invalid_argument with the file and the key for a text
/// that is missing in one language, a key that is missing or unknown, and TOML that cannot be read.
Claim claim_in_words(const std::string& file, std::string_view toml);

/// By the path of the claim without its ending, "errata" and "notation"; written by the build
/// (theory/CMakeLists.txt).
std::map<std::string, std::string_view> embedded_words();

}  // namespace gancheck
