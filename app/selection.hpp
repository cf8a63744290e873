// Which claims, formats and witnesses the words of a command line mean.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "report/formats/formats.hpp"
#include "theory/claim.hpp"

namespace gancheck {

/// Whether `text` matches `pattern`: '*' stands for any characters, '?' for one.
bool matches(const std::string& pattern, const std::string& text);

/// The claim with this id or number. Throws BadUsage naming the nearest one.
const Claim& claim_named(const std::string& id_or_number);

/// The ids that the words select: ids, numbers, or patterns of either. No words: no ids, which
/// means all. Throws BadUsage for a literal that does not exist, NothingSelected if a pattern
/// matches nothing.
std::set<std::string> select_claims(const std::vector<std::string>& words);

/// No words: all there are, of formats those that are standard. Throws BadUsage.
std::set<Witness> select_witnesses(const std::vector<std::string>& words);
std::vector<const Format*> select_formats(const std::vector<std::string>& words);

}  // namespace gancheck
