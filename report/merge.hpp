// One report of several runs.
#pragma once

#include <span>
#include <stdexcept>

#include "report/report.hpp"

namespace gancheck {

/// Runs that cannot be one: of another version or suite, or with a claim in two of them.
class CannotMerge : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The claims of all runs, in the order of the derivation; times are added, and foundations looked
/// at anew. At least one report. Throws CannotMerge.
Report merged(std::span<const Report> reports);

}  // namespace gancheck
