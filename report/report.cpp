#include "report/report.hpp"

namespace gancheck {

std::vector<std::pair<Verdict, int>> counts_of_verdicts(const Summary& s) {
  return {{Verdict::proved, s.proved},       {Verdict::certified, s.certified},
          {Verdict::supported, s.supported}, {Verdict::undecided, s.undecided},
          {Verdict::failed, s.failed},       {Verdict::refuted, s.refuted}};
}

const ClaimResult* find_result(const Report& report, const std::string& id) {
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      if (claim.claim.id == id) return &claim;
  return nullptr;
}

const Erratum* find_erratum(const Report& report, const std::string& number) {
  for (const ReportedErratum& reported : report.words.errata)
    if (reported.erratum.number == number) return &reported.erratum;
  return nullptr;
}

}  // namespace gancheck
