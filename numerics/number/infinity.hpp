#pragma once

#include <limits>

namespace gancheck {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace gancheck
