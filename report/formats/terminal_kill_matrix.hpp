// The kill matrix on a terminal.
#pragma once

#include <ostream>

#include "report/formats/terminal.hpp"

namespace gancheck {

/// The matrix in blocks of pairs that fit on a line, then for every pair what it is blind to.
void write_kill_matrix(std::ostream& out, const KillMatrix& matrix, const TerminalOptions& options);

}  // namespace gancheck
