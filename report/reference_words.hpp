// What the derivation says beside its claims, for a report to keep.
#pragma once

#include "report/report.hpp"

namespace gancheck {

/// For the claims that these chapters have.
ReferenceWords reference_words(const std::vector<ChapterResult>& chapters);

}  // namespace gancheck
