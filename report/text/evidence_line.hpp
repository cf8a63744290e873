// The evidence of one check or control in one line of words.
#pragma once

#include <string>

#include "report/report.hpp"

namespace gancheck {

/// What was found, where, and on what scope: "residual 3.1e-03, bound 2.2e-16, at W7, 36 pairs".
std::string evidence_line(const Evidence& evidence, Language language);

/// "left out 3 (p + q = 0)": what a rule leaves out, and the rule.
std::string left_out(const Evidence& evidence, Language language);

/// The line of a check: "grid, part maximum: failed: ...".
std::string check_line(const CheckResult& check, Language language);

/// The line of a control: "(a) q/(p+q), grid on W7: failed, margin 2.1e+14".
std::string control_line(const ControlResult& control, Language language);

}  // namespace gancheck
