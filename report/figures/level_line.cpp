#include "report/figures/level_line.hpp"

#include <array>
#include <cmath>

namespace gancheck {
namespace {

struct Corner {
  double x, y, value;
};

/// The segment of the line within a triangle, if it passes through.
void add_segment(const std::array<Corner, 3>& triangle, double level, Curve& line) {
  std::vector<std::array<double, 2>> ends;
  for (std::size_t i = 0; i < triangle.size(); ++i) {
    const Corner &a = triangle[i], &b = triangle[(i + 1) % triangle.size()];
    if ((a.value < level) == (b.value < level)) continue;
    const double share = (level - a.value) / (b.value - a.value);
    ends.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
  }
  if (ends.size() != 2) return;
  for (const auto& [x, y] : ends) line.x.push_back(x), line.y.push_back(y);
  line.x.push_back(NAN), line.y.push_back(NAN);
}

}  // namespace

Curve level_line(const Field& field, double level) {
  Curve line{{"", ""}, {}, {}, Curve::Line::solid, false, Curve::Ink::reference};
  const auto corner = [&](std::size_t i, std::size_t j) {
    return Corner{field.x[i], field.y[j], field.values[j * field.x.size() + i]};
  };
  for (std::size_t j = 0; j + 1 < field.y.size(); ++j)
    for (std::size_t i = 0; i + 1 < field.x.size(); ++i) {
      const Corner a = corner(i, j), b = corner(i + 1, j), c = corner(i + 1, j + 1),
                   d = corner(i, j + 1);
      if (std::isnan(a.value + b.value + c.value + d.value)) continue;
      add_segment({a, b, c}, level, line);
      add_segment({a, c, d}, level, line);
    }
  return line;
}

}  // namespace gancheck
