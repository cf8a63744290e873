// Laws from files: CSV and NPY tables of weights, or of points and weights.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "numerics/distribution/builder.hpp"

namespace gancheck {

struct Row {
  Real point, weight;
  std::size_t line = 0;  ///< of a CSV, from 1; of an NPY the number of the row
};

struct Table {
  std::vector<Row> rows;
  bool has_points = false;
  /// How far the sum of the weights may miss one: what storing or printing them has cost.
  Rational tolerance = 0;
  std::string_view place;  ///< what `line` counts: "line" or "row"
};

/// A table from the bytes of a file. `name` is the file in messages, which read "name:line:column:
/// ". Entries are taken exactly. Throws BadSpecification.
Table read_csv(std::string_view bytes, const std::string& name);
Table read_npy(std::string_view bytes, const std::string& name);

/// The format is told from the first bytes. Throws BadSpecification.
Table read_table(const std::string& path);

Form file_form();

}  // namespace gancheck
