// Labels as points.
#pragma once

#include <string>
#include <string_view>

#include "numerics/number/real.hpp"

namespace gancheck {

/// The point that stands for a label: a whole number, the same for equal labels in all laws of the
/// process, another for any other label. Laws on labels say so (`Law::on_labels`), and no law on
/// numbers is compared with them.
Real point_of_label(std::string_view label);

/// The label of such a point.
std::string label_at(const Real& point);

}  // namespace gancheck
