// The parts of report.html, in the order of the page. Each is a section, or "" where the report
// has nothing for it.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck::html {

/// What was checked, with what, and what it came to.
std::string verdict_header(const Report& report);
std::string how_to_read(const Report& report);
/// The chain of formulas from the objective to the optimum, as on a blackboard.
std::string derivation(const Report& report);
std::string pictures(const Report& report);
/// What rests on what.
std::string map_of_claims(const Report& report);
std::string summary(const Report& report);
std::string errata_page(const Report& report);
/// Every claim in full.
std::string claims(const Report& report);
std::string kill_matrix(const Report& report);
std::string distributions(const Report& report);
std::string numerics(const Report& report);
std::string glossary(const Report& report);
/// The whole result, packed, for the script to hand out.
std::string data(const Report& report);

}  // namespace gancheck::html
