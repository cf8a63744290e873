// One claim on two pages of a terminal: what it says, why it holds, and an example to follow.
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// In Unicode without TeX, broken at `width` columns. Of the checks those that decide are told in
/// words; write_explanation has them all.
void write_claim_page(std::ostream& out, const ClaimResult& claim, Language language, bool colour,
                      std::size_t width);

}  // namespace gancheck
