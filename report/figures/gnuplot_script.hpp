// A figure as a script for gnuplot.
#pragma once

#include <string>

#include "report/figures/draw.hpp"

namespace gancheck {

/// Draws to standard output. Words of the figure stand in single quotes, which gnuplot takes as
/// they are.
std::string gnuplot_script(const Figure& figure, Language language, PictureFormat format);

}  // namespace gancheck
