// What is wrong in, or missing from, the note: E1 ... E25, in the order of its lines.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

enum class Severity { wrong, overstated, ill_typed, gap, notation };
inline constexpr std::array all_severities = {
    Severity::wrong, Severity::overstated, Severity::ill_typed, Severity::gap, Severity::notation};
const Text& in_words(Severity severity);

/// A part of a claim, named in words: "max-exists/disjoint-supports".
struct PartName {
  std::string claim, part;
};

struct Erratum {
  std::string number;      ///< "E7"
  std::vector<int> lines;  ///< of docs/note/note.md
  std::vector<Severity> severities;
  Text issue;
  Text repaired;                   ///< what holds instead
  std::vector<PartName> shown_by;  ///< empty where only the writing is at fault
};

/// The errata as a file states them. `file` stands in messages. Throws std::invalid_argument with
/// the file and the key for what is missing, unknown or of another type.
std::vector<Erratum> errata_in_words(const std::string& file, std::string_view toml);

}  // namespace gancheck
