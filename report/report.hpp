// A finished run as plain data: every format is a function of this and of nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "theory/claim.hpp"
#include "theory/evidence/judge.hpp"

namespace gancheck {

struct CheckResult {
  std::string part;
  Text what;
  Witness witness;
  Verdict verdict;
  Evidence evidence;
};

struct ControlResult {
  char letter;
  std::string mutant;
  Text what;
  Witness witness;
  Verdict verdict;
  Expect expect;
  bool as_expected;
  double margin;
  Evidence evidence;
  std::string where;
  /// On the user's own pairs: true if rejected there too, false if blind there; empty if not run.
  std::optional<bool> rejected_on_own_pairs;
};

struct PartResult {
  std::string id;
  Text statement;
  Verdict verdict;
};

struct ClaimResult {
  const Claim* claim;  ///< the row itself; the list of claims outlives every report
  Verdict verdict;
  /// Whether all it rests on holds; empty where one of them was not run.
  std::optional<bool> foundations_hold;
  std::vector<std::string> foundations_not_checked;  ///< ids it depends on that were not run
  std::vector<PartResult> parts;
  std::vector<CheckResult> checks;
  std::vector<ControlResult> controls;
};

struct ChapterResult {
  Text title;
  std::vector<ClaimResult> claims;
};

struct Summary {
  int claims = 0, proved = 0, certified = 0, supported = 0, undecided = 0, failed = 0, refuted = 0;
  int controls = 0, controls_rejected = 0;
};

struct Report {
  std::string version;
  std::string suite;  ///< "built-in", a file's name, or "own pair"
  std::vector<Text>
      pairs;  ///< "W7: data | generator", in order; the exhaustive grids as one line each
  int threads = 1;
  double seconds = 0.0;
  bool complete = true;     ///< false after an interruption
  std::vector<Text> notes;  ///< what was not run and why (a witness that is not built in)
  std::vector<ChapterResult> chapters;
  Summary summary;
};

}  // namespace gancheck
