// How the program ends, and the errors that say so. 0, 1, 2 and 6 come from the report itself.
#pragma once

#include <stdexcept>

namespace gancheck {

inline constexpr int exit_internal = 3;
inline constexpr int exit_usage = 4;
inline constexpr int exit_nothing_selected = 5;

/// The command line is wrong, or asks for what is not there yet. One line with a remedy.
class BadUsage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A pattern that no claim matches.
class NothingSelected : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gancheck
