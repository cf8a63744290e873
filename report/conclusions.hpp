// What follows from the results of single claims.
#pragma once

#include "report/report.hpp"

namespace gancheck {

/// Fills in what each claim's foundations came to, the counts, what is said of the user's own pairs
/// where there are any, and the words that the report refers to.
void conclude(Report& report, bool has_own_pairs);

}  // namespace gancheck
