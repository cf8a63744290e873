// A figure as plain data: what is drawn, and what is told to those who do not see it.
#pragma once

#include <string>
#include <vector>

#include "numerics/text.hpp"

namespace gancheck {

/// One curve: y over x, both in the units of the axes. NaN leaves a gap.
struct Curve {
  enum class Line { solid, dashed, points };
  Text label;
  std::vector<double> x, y;
  Line line = Line::solid;
  bool on_right_axis = false;
};

struct Axis {
  Text label;
  bool logarithmic = false;
};

struct Figure {
  std::string name;  ///< "densities", as `plot --figure` takes it; in a report also its anchor
  Text title;
  Text alternative;  ///< what the picture shows, in a sentence or two
  Axis x, y, right;  ///< `right` where a curve is on it
  std::vector<Curve> curves;
};

}  // namespace gancheck
