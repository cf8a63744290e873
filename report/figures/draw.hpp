// Figures as pictures, drawn by gnuplot.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/figures/figure.hpp"

namespace gancheck {

struct Drawing {
  std::string svg;  ///< an <svg> element without XML prologue; empty where nothing could be drawn
  Text missing{"", ""};  ///< why nothing was drawn and how to get it
};

/// For a page, light or dark: axes and words take the page's colour, and the ids within begin with
/// the figure's name and language, so that many pictures can stand in one page.
Drawing draw(const Figure& figure, Language language);

enum class PictureFormat { svg, pdf, png };

/// By the ending of a file's name.
std::optional<PictureFormat> picture_format(std::string_view extension);

struct Picture {
  std::string bytes;  ///< of a file; empty where nothing could be drawn
  Text missing{"", ""};
};

/// For a file, black on white or, in SVG, as the viewer has it.
Picture draw_file(const Figure& figure, Language language, PictureFormat format);

}  // namespace gancheck
