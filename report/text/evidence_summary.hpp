// The evidence of a claim in a few sentences, one a witness.
#pragma once

#include <vector>

#include "report/report.hpp"

namespace gancheck {

/// "grid: 12 checks, residuals at most 0.21 of their bounds (worst at W7)", and the like for
/// enclosures and for algebra, where there are such checks.
std::vector<Text> evidence_in_short(const ClaimResult& claim);

/// The check that carries the part: the first of those with its verdict; null where there is none.
const CheckResult* deciding_check(const ClaimResult& claim, const PartResult& part);

/// What the check of this claim does, in words that stand alone: of one that does "the same" as
/// those above it, what the first of its part does.
const Text& what_is_computed(const ClaimResult& claim, const CheckResult& check);

}  // namespace gancheck
