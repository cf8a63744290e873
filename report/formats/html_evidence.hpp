// The evidence of one claim in report.html.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck::html {

/// Part by part what was checked, and what was found with the bound that it had to meet.
std::string evidence_of(const ClaimResult& claim);

/// Scopes, cases, worst places, lemmas and normal forms, folded.
std::string machinery_of(const ClaimResult& claim);

/// The false twins, and how they came out.
std::string twins_of(const ClaimResult& claim);

}  // namespace gancheck::html
