// What a run came to, counted in words.
#pragma once

#include "report/report.hpp"

namespace gancheck {

/// "controls: 211 of 213 rejected, 2 undecided as expected (they aim at the judge)", and how many
/// did not come out as expected.
Text controls_counted(const Summary& summary);

/// "checks on your own pairs: 12 decided, 3 undecided, 4 with nothing there to decide".
Text own_pairs_counted(const OwnPairsSummary& summary);

/// Of the twins that are not in the kill matrix.
Text twins_without_pairs_counted(const KillMatrix& matrix);

}  // namespace gancheck
