// Divergences over a range of a parameter, as a table for programs.
#pragma once

#include <string>
#include <vector>

#include "theory/divergence/quantities.hpp"

namespace gancheck {

struct SweepRow {
  Rational t;
  std::vector<Quantity> quantities;
};

struct Sweep {
  std::string data, generator;  ///< specifications, with t
  std::string unit;             ///< "nat" or "bit"
  std::vector<SweepRow> rows;
};

/// t, and three columns a quantity: NAME, NAME_lower, NAME_upper. A t whose decimal does not end is
/// rounded to 17 digits. What is not known is empty. The columns are those of the first row; a
/// quantity that another row lacks is empty there.
std::string sweep_as_csv(const Sweep& sweep);

/// One document a line: t as a number and, exactly, as "t_exact"; each quantity with value, lower,
/// upper and whether it is certified, as `evaluate --json` has them.
std::string sweep_as_json_lines(const Sweep& sweep);

}  // namespace gancheck
