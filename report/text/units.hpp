// The units of the quantities, as documents and tables name them.
#pragma once

#include <string>

#include "theory/divergence/quantities.hpp"

namespace gancheck {

inline std::string name_of(Unit unit) {
  return unit == Unit::nat ? "nat" : "bit";
}

/// "nat", "sqrt(nat)"; "" for what has no unit.
inline std::string unit_of(Dimension dimension, Unit unit) {
  switch (dimension) {
    case Dimension::none:
      return "";
    case Dimension::information:
      return name_of(unit);
    case Dimension::root_of_information:
      return "sqrt(" + name_of(unit) + ")";
  }
  return "";
}

}  // namespace gancheck
