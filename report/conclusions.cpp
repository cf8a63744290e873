#include "report/conclusions.hpp"

#include <map>
#include <set>

#include "report/reference_words.hpp"

namespace gancheck {
namespace {

using ById = std::map<std::string, ClaimResult*>;

/// Adds what the claim rests on, directly or not, and was not run or does not hold.
void add_foundations(ClaimResult& claim, const ClaimWords& row, const ById& by_id,
                     std::set<std::string>& seen) {
  for (const std::string& id : row.depends_on) {
    if (!seen.insert(id).second) continue;
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      claim.foundations_not_checked.push_back(id);
      continue;
    }
    const ClaimResult& below = *found->second;
    if (is_against(below.verdict) || below.verdict == Verdict::undecided)
      claim.foundations_against.push_back(id);
    add_foundations(claim, below.claim, by_id, seen);
  }
}

void add_foundations(Report& report) {
  ById by_id;
  for (ChapterResult& chapter : report.chapters) {
    for (ClaimResult& claim : chapter.claims) by_id[claim.claim.id] = &claim;
  }
  for (auto& [id, claim] : by_id) {
    claim->foundations_hold.reset();
    claim->foundations_not_checked.clear();
    claim->foundations_against.clear();
    std::set<std::string> seen;
    add_foundations(*claim, claim->claim, by_id, seen);
    if (!claim->foundations_against.empty())
      claim->foundations_hold = false;
    else if (claim->foundations_not_checked.empty())
      claim->foundations_hold = true;
  }
}

OwnPairsSummary own_pairs_summary(const Report& report) {
  OwnPairsSummary s;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) {
      int decided = 0, undecided = 0;
      for (const CheckResult& check : claim.checks) {
        if (check.of_own_pairs != true) continue;
        const Evidence& e = check.evidence;
        if (check.verdict != Verdict::undecided)
          ++decided;
        else if (e.attempted == e.left_out && e.trouble.empty())
          ++s.without_case;
        else
          ++undecided;
      }
      s.decided += decided;
      s.undecided += undecided;
      if (decided == 0 && undecided > 0) s.unchecked.push_back(claim.claim.id);
    }
  return s;
}

Summary summarise(const Report& report) {
  Summary s;
  for (const ChapterResult& chapter : report.chapters) {
    for (const ClaimResult& claim : chapter.claims) {
      ++s.claims;
      switch (claim.verdict) {
        case Verdict::proved:
          ++s.proved;
          break;
        case Verdict::certified:
          ++s.certified;
          break;
        case Verdict::supported:
          ++s.supported;
          break;
        case Verdict::undecided:
          ++s.undecided;
          break;
        case Verdict::failed:
          ++s.failed;
          break;
        case Verdict::refuted:
          ++s.refuted;
          break;
      }
      for (const ControlResult& control : claim.controls) {
        ++s.controls;
        s.controls_rejected += control.as_expected ? 1 : 0;
        s.controls_undecided += control.as_expected && control.expect == Expect::undecided ? 1 : 0;
      }
    }
  }
  return s;
}

}  // namespace

void conclude(Report& report, bool has_own_pairs) {
  add_foundations(report);
  report.summary = summarise(report);
  report.own_pairs.reset();
  if (has_own_pairs) report.own_pairs = own_pairs_summary(report);
  report.words = reference_words(report.chapters);
}

}  // namespace gancheck
