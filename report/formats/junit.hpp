// The run as test results, as continuous integration reads them: JUnit's XML.
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// A suite a claim. A check that holds is one test case a pair where it has named pairs, and one
/// test case elsewhere; a control is one. Against the claim is a failure, undecided is skipped, and
/// a control that did not come out as it must is a failure. The figures stand in the properties and
/// in system-out. English whatever the language.
void write_junit(std::ostream& out, const Report& report, Language language);

}  // namespace gancheck
