// The section of one claim in LaTeX.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck {

std::string latex_claim(const Report& report, const ClaimResult& claim, Language language);

/// "29 optimal-discriminator", as a link where the report has the claim.
std::string latex_reference(const Report& report, const std::string& id);

}  // namespace gancheck
