// Numbers with a mark, as footnotes and bounds leave them in a column: 12*, <5, 1 (a).
#pragma once

#include <string_view>

namespace gancheck {

/// Whether a text that is no number begins like one and goes on with a mark or a word: 0.7*, ~3,
/// 5D-1, 1 (a). Not so ranges, dates, times and digits behind a leading zero: 18-25, 2.1.2020, 007.
bool is_marked_number(std::string_view text);

}  // namespace gancheck
