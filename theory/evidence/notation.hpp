// The symbols of the derivation: one letter, one thing, from the first claim to the last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

struct Notation {
  std::string symbol;  ///< as prose writes it: "kl(s‖d)"
  std::string tex;
  Text meaning;
};

/// The symbols as a file states them, in reading order. `file` stands in messages. Throws
/// std::invalid_argument with the file and the key for what is missing, unknown or of another type.
std::vector<Notation> notation_in_words(const std::string& file, std::string_view toml);

}  // namespace gancheck
