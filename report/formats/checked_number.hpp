// The answer to "is this number right?": as text, and as a document
// (report/schema/check.schema.json).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "numerics/distribution/tables/reading.hpp"
#include "theory/number_check/number_check.hpp"

namespace gancheck {

struct CheckedNumber {
  std::string data, generator;  ///< specifications
  Unit unit;
  NumberCheck check;
  Notes remarks;  ///< what must be said of either law wherever it is used
  std::vector<TableReading> data_tables, generator_tables;
};

void write_checked_number(std::ostream& out, const CheckedNumber& checked, Language language,
                          bool colour);
void write_checked_number_json(std::ostream& out, const CheckedNumber& checked);

}  // namespace gancheck
