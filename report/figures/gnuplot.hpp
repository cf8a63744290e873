// Runs gnuplot.
#pragma once

#include <string>
#include <string_view>

#include "numerics/text.hpp"

namespace gancheck {

struct GnuplotOutput {
  std::string bytes;     ///< what the script drew to standard output
  Text trouble{"", ""};  ///< why there is nothing, and the remedy
};

/// The program of the name `gnuplot` on the path, without the user's settings: the same script, the
/// same bytes.
GnuplotOutput run_gnuplot(std::string_view script);

}  // namespace gancheck
