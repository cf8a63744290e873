// A table of numbers on points or labels, from a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/distribution/language/builder.hpp"
#include "numerics/distribution/law.hpp"

namespace gancheck {

/// What is asked for of a file. Columns and rows go by name or by number from 1.
struct TableOptions {
  std::string weight, label, point, row;
  std::string member;  ///< of an .npz
  bool joint = false;  ///< a matrix as one law on its cells
  /// A common factor of all values changes nothing.
  bool only_ratios_matter = false;

  bool names_a_column() const { return !weight.empty() || !label.empty() || !point.empty(); }
};

/// Values on the points 1, 2, ..., on points or on labels, in the order of the file.
struct ValueTable {
  Atoms entries;  ///< zeros included
  std::vector<std::uint32_t> lines;
  std::string_view place = "line";  ///< what `lines` count: "line", "row", "entry" or "cell"
  enum class On { numbers, points, labels } on = On::numbers;
  /// How far a sum of the values may miss what it should be: what storing or printing them has
  /// cost.
  Rational tolerance = 0;
  /// What such a sum hardly misses by more, and up to what that goes without saying: doubles.
  double likely_miss = 0, unsaid_miss = 0;
  bool has_header = false;
  std::size_t cell_columns = 0;               ///< of a matrix as one law, row by row; else 0
  std::vector<std::string> names_of_columns;  ///< of such a matrix whose rows have no names
  bool columns_were_named = false;            ///< by options
  std::string first_value;                    ///< as it is written
  /// "column 2, 'weight'"; "" where there is but one
  Text value_column{"", ""}, place_column{"", ""};
  std::vector<std::string> ignored;  ///< columns of numbers that were left out
  Notes said;  ///< how the entries were read, where that is no matter of course: "percent"
  Notes warnings;
};

/// The format is told from the first bytes. Entries are taken exactly. `what` is what a value is
/// called in messages. Throws BadSpecification: file, place and remedy.
ValueTable read_table(const std::string& path, const TableOptions& options, std::string_view what);

/// The table in the bytes of a file of that name.
ValueTable table_from(std::string bytes, const std::string& name, const TableOptions& options,
                      std::string_view what);

/// The options behind the path of a call: `weight=NAME`, ..., `joint`.
TableOptions options_of(const Call& call);

/// The law of a table of weights. Throws BadSpecification where they are none, or do not sum to
/// one unless any sum will do.
Law law_of(ValueTable table, const std::string& name, const std::string& call, bool any_mass);

Form file_form();

}  // namespace gancheck
