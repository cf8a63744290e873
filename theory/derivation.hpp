// The derivation: chapters and claims in reading order, as theory/chapters.def lists them.
#pragma once

#include <string>
#include <vector>

#include "theory/claim.hpp"

namespace gancheck {

struct Chapter {
  Text title;
  std::string folder;  ///< under that of the list; a test compares the list with its files
  std::vector<Claim> claims;
};

/// Built once; lives as long as the program. Throws as claim_in_words does.
const std::vector<Chapter>& derivation();

/// The claim of this id or number, or null.
const Claim* find_claim(const std::string& id_or_number);

}  // namespace gancheck
