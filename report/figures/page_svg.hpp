// gnuplot's SVG made fit to stand in a page.
#pragma once

#include <string>

#include "report/figures/figure.hpp"

namespace gancheck {

/// Without prologue and what is not used; black becomes the page's colour; the figure's title and
/// alternative text are the picture's; ids begin with the figure's name and language.
std::string page_svg(std::string svg, const Figure& figure, Language language);

}  // namespace gancheck
