// The note that is verified, line by line, embedded when the program is built.
#pragma once

#include <string_view>

namespace gancheck {

/// Line `number` (from 1) of docs/note/note.md without its end; "" beyond the last line.
std::string_view note_line(int number);
int note_length();  ///< lines

}  // namespace gancheck
