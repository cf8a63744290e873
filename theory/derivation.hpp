// The derivation: chapters and claims in reading order, as theory/chapters.def lists them, and the
// errata of the note beside them.
#pragma once

#include <string>
#include <vector>

#include "theory/claim.hpp"
#include "theory/evidence/errata.hpp"
#include "theory/evidence/notation.hpp"

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

/// Those of errata.toml beside the list; lives as long as the program. Throws as errata_in_words
/// does.
const std::vector<Erratum>& errata();

/// The erratum of this number, or null.
const Erratum* find_erratum(const std::string& number);

/// The claims that name an erratum as theirs, in reading order: they state what holds instead.
std::vector<const Claim*> claims_that_repair(const Erratum& erratum);

/// Those of notation.toml beside the list, in reading order; as errata().
const std::vector<Notation>& notation();

}  // namespace gancheck
