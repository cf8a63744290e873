// Years among numbers.
#pragma once

#include <string_view>

namespace gancheck {

/// A year from 1500 to 2200, written as such.
bool is_year(std::string_view text);

}  // namespace gancheck
