// The cells of the kill matrix as a reader sees them.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

/// "9" for a margin of 10^9 that rejects, "inf" for an exact refutation, "(2)" for a margin that
/// does not reject, "." for a blind pair, "?" where nothing was decided.
std::string kill_cell(const KilledOn& kill);

/// "40a": the claim's number and the twin's letter.
std::string twin_name(const KillMatrix::Row& row);

/// The twins to which the pair of this index is blind.
std::vector<std::string> blind_to(const KillMatrix& matrix, std::size_t pair);

}  // namespace gancheck
