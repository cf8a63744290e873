// What stands in the columns of a sheet, and whether its first row names them.
#pragma once

#include <string_view>
#include <vector>

#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/sheet.hpp"
#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

/// What the entries of a column are.
struct ColumnLook {
  std::size_t numbers = 0, missing = 0, texts = 0;
  unsigned writings = all_writings;  ///< in which all of its numbers are such

  /// Numbers only; some may be missing.
  bool is_numeric() const { return numbers > 0 && texts == 0; }
  /// Mostly numbers: labels, or numbers with a wrong entry among them.
  bool is_doubtful() const { return texts > 0 && numbers > texts; }

  void add(std::string_view entry);
};

/// Takes the first row for the header where it is one: names over numbers, or a row that has the
/// name that an option asks for. Returns what the columns below it are.
std::vector<ColumnLook> find_header(Sheet& sheet, const TableOptions& options);

}  // namespace gancheck
