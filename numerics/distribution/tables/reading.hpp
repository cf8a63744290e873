// What was read of a table, for who has to believe it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "numerics/text.hpp"

namespace gancheck {

struct TableReading {
  std::string file;
  std::size_t atoms = 0;  ///< those of weight 0 included
  /// "numbers" (the weights lie on 1, 2, ...), "points" or "labels".
  std::string on;
  std::string from, to;  ///< the least and the largest point, or the first and the last label
  Text column{"", ""}, place_column{"", ""};  ///< "column 2, 'weight'"; "" where there is but one
  Text sum{"", ""};                           ///< of the weights as they stand, before any division
  std::vector<std::string> ignored;           ///< names of columns of numbers that were left out
  Notes said;                             ///< how entries were read: "percent", "decimal commas"
  std::vector<std::string> weightless;    ///< labels of weight 0
  std::vector<std::string> cell_columns;  ///< names over the cells of rows that have none
  Notes warnings;
};

/// In one line: "4 atoms, points 1 to 4 (column 1, 'class'); weights: column 2, 'weight'; sum 1".
std::string in_words(const TableReading& reading, Language language);

}  // namespace gancheck
