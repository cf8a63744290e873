// Runs the claims: every check and every control, catches what they throw, judges.
#pragma once

#include <atomic>
#include <functional>
#include <set>

#include "report/report.hpp"
#include "theory/derivation.hpp"

namespace gancheck {

struct VerifyOptions {
  std::set<std::string> claims;  ///< ids to run; empty: all
  std::set<Witness> witnesses = {Witness::grid, Witness::ball, Witness::symbolic};
  int threads = 1;
  /// The user's own pairs; empty: the built-in suite.
  const Setting* own = nullptr;
  std::string suite = "built-in";
  bool mutation = false;  ///< also the kill matrix: every twin before every built-in pair
  const std::atomic<bool>* interrupted = nullptr;  ///< stop after the check at hand
  /// Called after each finished check or control with (done, of); may be empty.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// Walks the chapters in order. Never throws for what a check throws: that is `undecided`.
Report verify(const std::vector<Chapter>& chapters, const VerifyOptions& options);

/// 0, 1, 2 or 6 as the exit codes of the command line define.
int exit_code(const Report& report, bool strict);

}  // namespace gancheck
