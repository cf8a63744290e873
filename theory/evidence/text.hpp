// Where something happens, in both languages.
#pragma once

#include <string>
#include <utility>

#include "numerics/text.hpp"

namespace gancheck {

/// Where something happens: names, formulas and numbers, which are the same in both languages, or
/// words in both.
struct PlaceName : Text {
  PlaceName(const std::string& name = {}) : Text(name, name) {}  // NOLINT: names convert
  PlaceName(const char* name) : Text(name, name) {}              // NOLINT: as above
  PlaceName(Text words) : Text(std::move(words)) {}              // NOLINT: as above
};

}  // namespace gancheck
