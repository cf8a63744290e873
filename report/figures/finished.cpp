#include "report/figures/finished.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace gancheck {
namespace {

void round_for_drawing(std::vector<double>& numbers) {
  for (double& x : numbers)
    if (std::isfinite(x)) x = std::strtod(fmt::format("{:.7g}", x).c_str(), nullptr);
}

}  // namespace

Figure finished(Figure figure) {
  for (Curve& curve : figure.curves) {
    round_for_drawing(curve.x);
    round_for_drawing(curve.y);
  }
  if (figure.field)
    for (auto* column : {&figure.field->x, &figure.field->y, &figure.field->values})
      round_for_drawing(*column);
  return figure;
}

}  // namespace gancheck
