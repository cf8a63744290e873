// The figures of every check and every control for spreadsheets and data frames: RFC 4180.
#pragma once

#include <ostream>

#include "report/report.hpp"

namespace gancheck {

/// One row a check or control, below a row of English names; numbers to all their digits. The
/// language is not asked: names and words are English.
void write_csv(std::ostream& out, const Report& report, Language language);

}  // namespace gancheck
