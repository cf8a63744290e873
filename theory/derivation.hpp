// The derivation: the explicit list of chapters and claims, in reading order.
#pragma once

#include <string>
#include <vector>

#include "theory/claim.hpp"

namespace gancheck {

struct Chapter {
  Text title;
  std::string folder;  ///< under theory/; a test compares the list with its files
  std::vector<Claim> claims;
};

/// Built once; lives as long as the program.
const std::vector<Chapter>& derivation();

/// The claim of this id or number, or null.
const Claim* find_claim(const std::string& id_or_number);

}  // namespace gancheck
