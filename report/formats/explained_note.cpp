#include "report/formats/explained_note.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/formats/terminal_page.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/note.hpp"
#include "report/text/tex_in_unicode.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"
#include "theory/derivation.hpp"

namespace gancheck {
namespace {

bool quotes(const Claim& claim, int line) {
  return std::count(claim.note_lines.begin(), claim.note_lines.end(), line) > 0;
}

std::vector<const Erratum*> errata_of_line(int line) {
  std::vector<const Erratum*> found;
  for (const Erratum& e : errata())
    if (std::count(e.lines.begin(), e.lines.end(), line) > 0) found.push_back(&e);
  return found;
}

void write_quotation(TerminalPage& page, const std::vector<int>& lines) {
  page.heading(words::what_the_note_says);
  for (const int line : lines)
    page.verbatim(fmt::format("{:>3}  {}", line, words_in_unicode(note_line(line))));
}

void write_claim_line(TerminalPage& page, const Claim& claim, const Report& report) {
  const ClaimResult* result = find_result(report, claim.id);
  const Language language = page.language();
  page.verbatim(fmt::format(
      "{:>3}  {}  {}{}", claim.number, claim.id, claim.title.in(language),
      result ? words::bracketed(in_words(result->verdict).in(language), language) : ""));
}

/// The part that shows an erratum, and its checks.
void write_shown(TerminalPage& page, const PartName& name, const Report& report) {
  const ClaimResult* result = find_result(report, name.claim);
  if (!result) return;
  const Language language = page.language();
  for (const PartResult& part : result->parts)
    if (part.id == name.part)
      page.words(fmt::format("{}, {} [{}]: {}", name.claim, part.id,
                             in_words(part.verdict).in(language), part.statement.in(language)));
  for (const CheckResult& check : result->checks) {
    if (check.part != name.part) continue;
    page.words(check.what, 4);
    page.words(check_line(check, language), 6);
  }
}

}  // namespace

std::set<std::string> claims_to_explain(const Erratum& erratum) {
  std::set<std::string> ids;
  for (const PartName& name : erratum.shown_by) ids.insert(name.claim);
  for (const Claim* claim : claims_that_repair(erratum)) ids.insert(claim->id);
  return ids;
}

std::set<std::string> claims_to_explain(int line) {
  std::set<std::string> ids;
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims)
      if (quotes(claim, line)) ids.insert(claim.id);
  return ids;
}

void write_erratum(std::ostream& out, const Erratum& erratum, const Report& report,
                   Language language, bool colour) {
  TerminalPage page(out, language, colour);
  page.words(fmt::format("{}{}{}", erratum.number, words::colon(language),
                         severities_in_words(erratum, language)),
             0);
  write_quotation(page, erratum.lines);
  page.heading(words::what_is_wrong);
  page.words(erratum.issue);
  page.heading(words::what_holds_instead);
  page.words(erratum.repaired);
  page.heading(words::repaired_by_claims);
  for (const Claim* claim : claims_that_repair(erratum)) write_claim_line(page, *claim, report);
  page.heading(words::what_shows_it);
  if (erratum.shown_by.empty()) page.words(words::the_writing_alone);
  for (const PartName& name : erratum.shown_by) write_shown(page, name, report);
}

void write_note_line(std::ostream& out, int line, const Report& report, Language language,
                     bool colour) {
  TerminalPage page(out, language, colour);
  page.words(words::note_line_title(line).in(language), 0);
  write_quotation(page, {line});
  page.heading(words::claims_of_line);
  bool has_claims = false;
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims) {
      if (!quotes(claim, line)) continue;
      has_claims = true;
      write_claim_line(page, claim, report);
      page.words(fmt::format("{}{}{}", words::its_verdict.in(language), words::colon(language),
                             language == Language::en ? std::string(name(claim.note_verdict))
                                                      : meaning(claim.note_verdict).in(language)),
                 7);
      page.words(claim.statement, 7);
    }
  if (!has_claims) page.words(words::no_claim);
  page.heading(words::what_is_wrong);
  const std::vector<const Erratum*> wrong = errata_of_line(line);
  if (wrong.empty()) page.words(words::nothing_listed);
  for (const Erratum* e : wrong) {
    page.words(fmt::format("{}{}{}{}", e->number,
                           words::bracketed(severities_in_words(*e, language), language),
                           words::colon(language), e->issue.in(language)));
    page.words(
        words::what_holds_instead.in(language) + words::colon(language) + e->repaired.in(language),
        7);
  }
}

}  // namespace gancheck
