// What the words of a report mean.
#pragma once

#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

struct Term {
  Text word, meaning;
};

/// Witness, residual, bound, margin, slack, twin, blind, foundations: in the order in which a
/// reader meets them.
const std::vector<Term>& terms_of_reports();

/// How to read a report, in five lines.
const std::vector<Text>& how_to_read_a_report();

}  // namespace gancheck
