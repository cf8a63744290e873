#include "report/report.hpp"

#include <algorithm>

#include "theory/derivation.hpp"

namespace gancheck {

const ClaimResult* find_result(const Report& report, const std::string& id) {
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      if (claim.claim->id == id) return &claim;
  return nullptr;
}

std::vector<const Erratum*> errata_of(const Report& report) {
  const auto touches = [](const ClaimResult& claim, const Erratum& e) {
    const auto& errata = claim.claim->errata;
    return std::find(errata.begin(), errata.end(), e.number) != errata.end();
  };
  std::vector<const Erratum*> found;
  for (const Erratum& e : errata())
    for (const ChapterResult& chapter : report.chapters)
      for (const ClaimResult& claim : chapter.claims)
        if (touches(claim, e) && (found.empty() || found.back() != &e)) found.push_back(&e);
  return found;
}

}  // namespace gancheck
