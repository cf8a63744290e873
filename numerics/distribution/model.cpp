#include "numerics/distribution/model.hpp"

namespace gancheck {

Differences::Differences(const Real& anchor, const std::vector<Real>& points) {
  for (const Real& point : points) {
    const Real difference = anchor - point;
    differences_.push_back(difference.is_zero() ? nullptr
                                                : std::make_unique<const Constant>(difference));
  }
}

Sides sides_of(const std::optional<Offset<Ball>>& inside, const Differences& differences,
               std::size_t points) {
  Sides sides(points, 0);
  if (!inside) return sides;
  for (std::size_t i = 0; i < points; ++i) {
    const Constant* gap = differences.of(i);
    if (!gap) {
      sides[i] = inside->side();
      continue;
    }
    const Ball distance = gap->ball() + inside->value();
    sides[i] = distance.is_positive() ? 1 : distance.is_negative() ? -1 : 0;
  }
  return sides;
}

}  // namespace gancheck
