#include "report/formats/explanation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/formats/terminal_page.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/formula_words.hpp"
#include "report/text/note.hpp"
#include "report/text/numbers.hpp"
#include "report/text/table.hpp"
#include "report/text/trust.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

void write_statement(TerminalPage& out, const ClaimResult& claim) {
  const ClaimWords& row = claim.claim;
  const Language language = out.language();
  out.words(fmt::format("{}. {} ({})", row.number, row.title.in(language), row.id), 0);
  out.marked(in_words(claim.verdict).in(language), style_of(claim.verdict));
  out.words(meaning(claim.verdict));
  if (row.kind == Kind::definition) out.words(words::is_a_definition);
  out.heading(words::statement);
  out.verbatim(with_words_in(row.tex, language));
  out.words(row.statement);
  out.heading(words::assumptions);
  for (const Text& assumption : row.assumptions) out.words("- " + assumption.in(language));
}

void write_note(TerminalPage& out, const ClaimWords& row) {
  const Language language = out.language();
  out.heading(words::what_the_note_says);
  for (const int line : row.note_lines)
    out.verbatim(fmt::format("{:>3}  {}", line, note_line(line)));
  const std::string& judged = meaning(row.note_verdict).in(language);
  out.words(language == Language::en ? fmt::format("{}: {}", name(row.note_verdict), judged)
                                     : words::its_verdict.zh + words::colon(language) + judged);
  if (!row.erratum && row.errata.empty()) return;
  out.heading(words::erratum);
  if (row.erratum) out.words(*row.erratum);
  for (const std::string& number : row.errata)
    if (const Erratum* known = find_erratum(number))
      out.words(number + words::colon(language) + known->issue.in(language));
}

void write_foundations(TerminalPage& out, const ClaimWords& row) {
  out.heading(words::depends_on);
  if (row.depends_on.empty()) out.words(words::none);
  for (const std::string& id : row.depends_on) {
    const Claim* known = find_claim(id);
    out.verbatim(
        known ? fmt::format("{:>3}  {}  {}", known->number, id, known->title.in(out.language()))
              : fmt::format("  -  {}  {}", id, words::not_run.in(out.language())));
  }
}

/// One pair a line; of points within pairs there are thousands, and the worst stands above.
void write_cases(TerminalPage& out, const Evidence& e) {
  constexpr std::size_t most_shown = 64;
  if (e.cases.empty()) return;
  if (e.cases.size() > most_shown) {
    out.words(words::many_cases(e.cases.size()).in(out.language()), 4);
    return;
  }
  out.words(words::enclosed_on.in(out.language()) + words::colon(out.language()), 4);
  std::size_t width = 0;
  for (const Evidence::Case& c : e.cases)
    width = std::max(width, c.where.in(out.language()).size());
  for (const Evidence::Case& c : e.cases)
    out.verbatim(
        fmt::format("    {:<{}}  [{}, {}]", c.where.in(out.language()), width, c.lower, c.upper));
}

void write_checks(TerminalPage& out, const ClaimResult& claim) {
  const Language language = out.language();
  out.heading(words::parts);
  for (const PartResult& part : claim.parts)
    out.words(fmt::format("{} [{}]: {}", part.id, in_words(part.verdict).in(language),
                          part.statement.in(language)));
  out.heading(words::checks);
  for (const CheckResult& check : claim.checks) {
    out.words(check.what);
    out.words(check_line(check, language), 4);
    if (!check.evidence.rests_on.empty())
      out.words(fmt::format("{}: {}", words::rests_on.in(language),
                            fmt::join(check.evidence.rests_on, "; ")),
                4);
    write_cases(out, check.evidence);
  }
  out.heading(words::controls_heading);
  for (const ControlResult& control : claim.controls) {
    out.words(control.what);
    out.words(control_line(control, language), 4);
  }
}

std::set<Witness> witnesses_of(const ClaimResult& claim) {
  std::set<Witness> used;
  for (const CheckResult& check : claim.checks) used.insert(check.witness);
  return used;
}

void write_trust(TerminalPage& out, const ClaimResult& claim) {
  const Language language = out.language();
  out.heading(words::what_is_trusted);
  for (const Text& line : trusted_always()) out.words("- " + line.in(language));
  for (const Witness witness : witnesses_of(claim))
    out.words("- " + trusted_by(witness).in(language));
  std::set<std::string> named;
  for (const CheckResult& check : claim.checks)
    named.insert(check.evidence.rests_on.begin(), check.evidence.rests_on.end());
  for (const Lemma& lemma : lemmas())
    if (named.contains(lemma.id))
      out.words(fmt::format("- {} {}{}{}", words::lemma_word.in(language), lemma.id,
                            words::colon(language), lemma.statement.in(language)));
}

/// The commands that compute each piece anew, as they can be typed.
void write_commands(TerminalPage& out, const ClaimResult& claim) {
  out.heading(words::run_again);
  out.words(words::run_again_claim);
  for (const Witness witness : witnesses_of(claim))
    out.verbatim(
        fmt::format("  gancheck verify --claim {} --witness {}", claim.claim.id, name(witness)));
  std::set<std::string> enclosed;
  for (const CheckResult& check : claim.checks)
    for (const Evidence::Case& c : check.evidence.cases) enclosed.insert(c.where.en);
  bool is_first = true;
  for (const NamedPair& pair : named_pairs()) {
    if (!enclosed.contains(pair.name)) continue;
    if (is_first) out.words(words::run_again_pair);
    is_first = false;
    out.verbatim(fmt::format("  gancheck evaluate --data '{}' --generator '{}' --digits 40",
                             pair.data, pair.generator));
  }
}

}  // namespace

void write_explanation(std::ostream& stream, const ClaimResult& claim, Language language,
                       bool colour) {
  TerminalPage out(stream, language, colour);
  write_statement(out, claim);
  write_note(out, claim.claim);
  write_foundations(out, claim.claim);
  write_checks(out, claim);
  write_trust(out, claim);
  write_commands(out, claim);
}

}  // namespace gancheck
