#include "numerics/distribution/model.hpp"

namespace gancheck {

Differences::Differences(const Real& anchor, const std::vector<Real>& points) {
  for (const Real& point : points) {
    const Real difference = anchor - point;
    differences_.push_back(difference.is_zero() ? nullptr
                                                : std::make_unique<const Constant>(difference));
  }
}

}  // namespace gancheck
