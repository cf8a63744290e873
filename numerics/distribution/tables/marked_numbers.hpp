// Numbers with a mark, as footnotes and bounds leave them in a column: 12*, <5, 1 (a).
#pragma once

#include <string_view>

namespace gancheck {

/// Whether a text that is no number begins like one and goes on with a mark or a word: 0.7*, ~3,
/// 5D-1, 1 (a). Not so ranges, dates, times and digits behind a leading zero: 18-25, 2.1.2020, 007.
bool is_marked_number(std::string_view text);

/// Whether a text may be a number that is written wrongly: nothing, signs alone ("..", "?", "--"),
/// a marked number, one in brackets or with a currency ("(12)", "€ 12"), inf, TRUE.
bool may_be_spoilt_number(std::string_view text);

/// Whether a text begins as a number does, behind brackets, bounds and currencies: "0012", "18-25",
/// but not "2020-01".
bool begins_as_number(std::string_view text);

}  // namespace gancheck
