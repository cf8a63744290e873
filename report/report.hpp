// A finished run as plain data: every format is a function of this and of nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/figures/figure.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/errata.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/evidence/notation.hpp"

namespace gancheck {

struct CheckResult {
  std::string part;
  Text what;
  Witness witness;
  Verdict verdict;
  Evidence evidence;
  /// Whether it speaks of the user's own pairs, and not of laws in general; empty if not asked.
  std::optional<bool> of_own_pairs = std::nullopt;
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
  ClaimWords claim;
  Verdict verdict;
  /// Whether all it rests on holds; empty where one of them was not run.
  std::optional<bool> foundations_hold;
  /// Ids of what it rests on, directly or not, that was not run; and that does not hold.
  std::vector<std::string> foundations_not_checked, foundations_against;
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
  /// Controls in all; those that came out as expected; of these the ones that aim at the judge and
  /// had to stay undecided.
  int controls = 0, controls_rejected = 0, controls_undecided = 0;
};

/// How many claims came to each verdict, the strongest first.
std::vector<std::pair<Verdict, int>> counts_of_verdicts(const Summary& s);

/// What the checks that speak of the user's own pairs came to.
struct OwnPairsSummary {
  int decided = 0, undecided = 0;
  int without_case =
      0;  ///< a rule leaves out all there is: enclosures of densities on a table, say
  std::vector<std::string> unchecked;  ///< ids of claims of which no such check was decided
};

inline bool nobody_looked(const OwnPairsSummary& s) {
  return s.decided + s.undecided + s.without_case == 0;
}

/// What one false twin came to on one built-in pair. Weak: it failed by less than the margin that
/// rejects; blind: the pair cannot tell it from the truth.
enum class Kill { rejected, weak, blind, undecided };
struct KilledOn {
  Kill kill;
  double margin;
};

/// Every twin that runs on pairs before every built-in pair.
struct KillMatrix {
  struct Row {
    std::string claim;  ///< id
    int number;
    char letter;
    std::vector<KilledOn> on;  ///< by pair
  };
  std::vector<std::string> pairs;
  std::vector<Row> rows;
  int twins_without_pairs = 0;  ///< refuted at points, by algebra, or by an example of their own
};

/// An erratum with the claims that repair it, by id, whether they were run or not.
struct ReportedErratum {
  Erratum erratum;
  std::vector<std::string> repaired_by;
};

/// What claims and their readers refer to, by name.
struct ReferenceWords {
  std::vector<ReportedErratum> errata;  ///< that the report's claims repair, by the note's lines
  std::vector<Notation> notation;       ///< in reading order
  std::vector<Lemma> lemmas;            ///< that its checks rest on
  std::map<std::string, int> claim_numbers;  ///< of the whole derivation, by id
  std::map<int, std::string> note;           ///< the lines that its claims quote
};

struct Report {
  std::string version;                 ///< of the build: release and commit
  std::string date;                    ///< in UTC, "2020-03-24"; empty in older reports
  std::vector<std::string> made_with;  ///< libraries and compiler with their versions
  std::string suite;                   ///< "built-in", a file's name, or "own pair"
  std::vector<Text>
      pairs;  ///< "W7: data | generator", in order; the exhaustive grids as one line each
  std::string pairs_fingerprint;  ///< of the numbers of the user's own pairs; else ""
  int threads = 1;
  double seconds = 0.0;
  bool complete = true;     ///< false after an interruption
  std::vector<Text> notes;  ///< what was not run and why (a witness that is not built in)
  std::vector<ChapterResult> chapters;
  Summary summary;
  std::optional<OwnPairsSummary> own_pairs;
  std::optional<KillMatrix> kill_matrix;  ///< where it was asked for
  std::vector<Figure> figures;
  ReferenceWords words;
};

/// The result of this claim, or null where the report does not have it.
const ClaimResult* find_result(const Report& report, const std::string& id);

/// The erratum of this number, or null where the report does not have it.
const Erratum* find_erratum(const Report& report, const std::string& number);

}  // namespace gancheck
