// One claim of a report as a section of Markdown.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck {

/// Statement, assumptions, the note's lines, what it rests on, parts, checks and controls.
std::string claim_section(const Report& report, const ClaimResult& claim, Language language);

/// "[29 optimal-discriminator](#optimal-discriminator)"; plain text for a claim that the report
/// does not have.
std::string link_to(const Report& report, const std::string& id);

}  // namespace gancheck
