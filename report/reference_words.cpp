#include "report/reference_words.hpp"

#include <algorithm>
#include <set>

#include "report/text/note.hpp"
#include "theory/derivation.hpp"

namespace gancheck {
namespace {

ReportedErratum reported(const Erratum& erratum) {
  ReportedErratum e{erratum, {}};
  for (const Claim* claim : claims_that_repair(erratum)) e.repaired_by.push_back(claim->id);
  return e;
}

}  // namespace

ReferenceWords reference_words(const std::vector<ChapterResult>& chapters) {
  ReferenceWords words;
  std::set<std::string> repaired, lemma_ids;
  for (const ChapterResult& chapter : chapters)
    for (const ClaimResult& claim : chapter.claims) {
      repaired.insert(claim.claim.errata.begin(), claim.claim.errata.end());
      for (const int line : claim.claim.note_lines) words.note[line] = note_line(line);
      for (const CheckResult& check : claim.checks)
        lemma_ids.insert(check.evidence.rests_on.begin(), check.evidence.rests_on.end());
    }
  for (const Erratum& e : errata())
    if (repaired.contains(e.number)) words.errata.push_back(reported(e));
  words.notation = notation();
  std::copy_if(lemmas().begin(), lemmas().end(), std::back_inserter(words.lemmas),
               [&](const Lemma& lemma) { return lemma_ids.contains(lemma.id); });
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims) words.claim_numbers[claim.id] = claim.number;
  return words;
}

}  // namespace gancheck
