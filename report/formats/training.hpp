// A training run: as rows of numbers, and as a document (report/schema/train.schema.json).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "theory/training/training.hpp"

namespace gancheck {

struct TrainingRun {
  std::string data, noise;  ///< specifications
  std::string generator;    ///< the file it started from
  TrainingOptions options;
  Training training;
  std::vector<std::string> remarks;  ///< what must be said of either law wherever it is used
};

/// One row a state, below a row of names; infinities are "inf" and "-inf". Errors have two digits,
/// rounded up.
void write_training_csv(std::ostream& out, const TrainingRun& run);
void write_training_json(std::ostream& out, const TrainingRun& run);

}  // namespace gancheck
