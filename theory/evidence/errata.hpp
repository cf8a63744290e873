// What is wrong in, or missing from, the note: E1 ... E25, in the order of its lines.
#pragma once

#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

enum class Severity { wrong, ill_typed, gap, notation };
const Text& in_words(Severity severity);

struct Erratum {
  std::string number;  ///< "E7"
  std::string lines;   ///< of docs/note/note.md: "48", "26, 32", "44–63"
  std::vector<Severity> severities;
  Text issue;                    ///< formulas between dollar signs
  std::vector<int> repaired_by;  ///< numbers of claims
};

const std::vector<Erratum>& errata();

/// The erratum of this number, or null.
const Erratum* find_erratum(const std::string& number);

}  // namespace gancheck
