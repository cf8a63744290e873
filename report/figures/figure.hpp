// A figure as plain data: what is drawn, and what is told to those who do not see it.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "numerics/text.hpp"

namespace gancheck {

/// One curve: y over x, both in the units of the axes. NaN leaves a gap.
struct Curve {
  /// `bars` stand on the axis, one a point: masses of atoms.
  enum class Line { solid, dashed, dotted, dash_dotted, points, bars };
  /// Whose curve it is: one colour a role, in every figure.
  enum class Ink { data, generator, mixture, optimum, reference, other };
  Text label;
  std::vector<double> x, y;
  Line line = Line::solid;
  bool on_right_axis = false;
  Ink ink = Ink::other;
  bool is_filled = false;  ///< down to 0
  bool is_bold = false;
};

struct Tick {
  double at;
  Text text;
};

struct FigureAxis {
  Text label;
  bool logarithmic = false;
  /// Empty: as the curves need. `from` may be the larger one: then the axis runs backwards.
  std::optional<double> from = std::nullopt, to = std::nullopt;
  std::vector<Tick> ticks = {};  ///< instead of those that the range suggests
};

inline const FigureAxis no_axis{{"", ""}};

/// A word within the picture, beside what it names; (x, y) on the left axis.
struct Inscription {
  enum class Side { right, left, centre };  ///< of the place
  double x, y;
  Text text;
  Side side = Side::right;
};

/// A number at every point of a grid, as shades from `from` to `to`.
struct Field {
  Text label;
  std::vector<double> x, y;    ///< the middles of the cells, equally far apart
  std::vector<double> values;  ///< row by row: values[j·x.size() + i] at (x[i], y[j])
  double from = 0, to = 1;
};

struct Figure {
  std::string name;  ///< "densities", as `plot --figure` takes it; in a report also its anchor
  Text title;
  Text alternative;        ///< what the picture shows, in a sentence or two
  FigureAxis x, y, right;  ///< `right` where a curve is on it
  std::vector<Curve> curves;
  std::vector<std::string> claims = {};  ///< ids of the claims that it illustrates
  std::vector<Inscription> inscriptions = {};
  std::optional<Field> field = std::nullopt;
};

}  // namespace gancheck
