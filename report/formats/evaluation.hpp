// The quantities of one pair: as a table, and as a document (report/schema/evaluate.schema.json).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "numerics/distribution/tables/reading.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {

struct Evaluation {
  std::string data, generator;  ///< specifications
  std::string discriminator;    ///< "" if none was given
  Unit unit = Unit::nat;
  int digits = standard_digits;    ///< that were asked for: no more are printed
  std::vector<std::string> asked;  ///< by --quantity; none: the quantities that are always printed
  std::vector<Quantity> quantities;
  std::vector<TableReading> data_tables, generator_tables;
  Notes remarks;  ///< what must be said of either law wherever it is used
};

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, Language language,
                            bool colour);
void write_evaluation_json(std::ostream& out, const Evaluation& evaluation);

}  // namespace gancheck
