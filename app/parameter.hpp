// A parameter t in a specification, and the values that it takes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "numerics/number/rational.hpp"

namespace gancheck {

/// The specification with `value` for t, -value for -t and 1 - value for 1-t, wherever one of them
/// stands where a number may: not in quotes, in a name or in the path of a file. Empty where there
/// is none.
std::optional<std::string> with_parameter(std::string_view specification, const Rational& value);

/// start, start + step, ..., as far as stop: exactly.
struct ParameterRange {
  Rational start, step;
  std::size_t size = 0;
  Rational operator[](std::size_t i) const { return start + step * static_cast<long>(i); }
};

inline constexpr std::size_t most_values = 100000;

/// "0:8:0.1". Throws BadUsage.
ParameterRange read_range(const std::string& text);

}  // namespace gancheck
