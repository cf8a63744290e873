#include "report/report.hpp"

namespace gancheck {

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
