// The table of verdicts on a terminal.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

struct TerminalOptions {
  Language language = Language::en;
  bool colour = false;
  bool quiet = false;              ///< only what is against, and the totals
  int exit_code = 0;               ///< its meaning is the last line
  std::vector<std::string> files;  ///< the report's, as written; may be none
};

/// One row a claim, chapters as headings, the evidence below whatever is not well; then totals, and
/// a last line with the undecided ones, the exit code and where the report is. No trailing spaces.
void write_terminal(std::ostream& out, const Report& report, const TerminalOptions& options);

}  // namespace gancheck
