// A table of weights on its way to a law.
#pragma once

#include <cstddef>
#include <string>

#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

/// A table of weights under the name of its file, and what its call is written as.
struct WeightTable {
  ValueTable& table;
  const std::string& name;
  const std::string& call;
};

/// "t.csv:3", "t.json, entry 3"
Text place_of(const WeightTable& w, std::size_t row);

/// A label, or a point as a number.
std::string place_text(const ValueTable& table, const Real& point);

/// A number for messages: a double that was stored as such in the digits that tell it.
std::string number_words(const Real& number);

Rational sum_of(const Atoms& entries);

/// A sum for messages: exactly where that is short, a double as such, else its first digits.
Text sum_words(const Rational& sum);

}  // namespace gancheck
