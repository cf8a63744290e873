// Figures as SVG, drawn by gnuplot.
#pragma once

#include <string>

#include "report/figures/figure.hpp"

namespace gancheck {

struct Drawing {
  std::string svg;  ///< an <svg> element without XML prologue; empty where nothing could be drawn
  Text missing{"", ""};  ///< why nothing was drawn and how to get it
};

Drawing draw(const Figure& figure, Language language);

}  // namespace gancheck
