#include "report/formats/claim_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "report/formats/terminal_page.hpp"
#include "report/text/evidence_summary.hpp"
#include "report/text/formula_words.hpp"
#include "report/text/note.hpp"
#include "report/text/numbers.hpp"
#include "report/text/tex_in_unicode.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"
#include "report/text/worked_example.hpp"
#include "theory/derivation.hpp"

namespace gancheck {
namespace {

std::string words_of(const Text& text, Language language) {
  return words_in_unicode(text.in(language));
}

void write_head(TerminalPage& page, const ClaimResult& claim) {
  const ClaimWords& row = claim.claim;
  const Language language = page.language();
  page.words(fmt::format("{}. {}{}", row.number, words_of(row.title, language),
                         words::bracketed(row.id, language)),
             0);
  page.marked(in_words(claim.verdict).in(language), style_of(claim.verdict));
  page.words(meaning(claim.verdict));
  if (row.kind == Kind::definition) page.words(words::is_a_definition);
  page.heading(words::statement);
  for (const std::string& formula : formulas_in_unicode(with_words_in(row.tex, language)))
    page.words(formula, 4);
  page.words(words_of(row.statement, language));
  page.heading(words::assumptions);
  for (const Text& assumption : row.assumptions) page.words("- " + words_of(assumption, language));
}

/// What is wrong, in the claim's own words or else in those of the list.
void write_what_is_wrong(TerminalPage& page, const ClaimWords& row) {
  const Language language = page.language();
  const std::string label =
      words::what_is_wrong.in(language) +
      (row.errata.empty()
           ? ""
           : words::bracketed(fmt::format("{}", fmt::join(row.errata, ", ")), language)) +
      words::colon(language);
  if (row.erratum) return page.words(label + words_of(*row.erratum, language));
  for (const std::string& number : row.errata)
    if (const Erratum* known = find_erratum(number))
      page.words(label + words_of(known->issue, language));
}

void write_what_the_note_says(TerminalPage& page, const ClaimWords& row) {
  const Language language = page.language();
  page.heading(words::what_the_note_says);
  for (const int line : row.note_lines)
    page.words(words::lines_in_words({line}, language) + words::colon(language) +
               words_in_unicode(note_line(line)));
  page.words(words::its_verdict.in(language) + words::colon(language) +
             meaning(row.note_verdict).in(language));
  write_what_is_wrong(page, row);
}

void write_what_it_rests_on(TerminalPage& page, const ClaimWords& row) {
  page.heading(words::depends_on);
  if (row.depends_on.empty()) page.words(words::none);
  for (const std::string& id : row.depends_on)
    if (const Claim* known = find_claim(id))
      page.words(fmt::format("{:>2}  {}{}", known->number, words_of(known->title, page.language()),
                             words::bracketed(id, page.language())));
}

/// Where the parts are many their statements alone fill a page.
constexpr std::size_t most_parts_with_their_check = 6;

void write_how_it_is_checked(TerminalPage& page, const ClaimResult& claim) {
  const Language language = page.language();
  page.heading(words::how_it_is_checked);
  for (const PartResult& part : claim.parts) {
    const CheckResult* check = deciding_check(claim, part);
    const std::string by =
        check ? words::comma(language) + in_words(check->witness).in(language) : "";
    page.words(fmt::format("[{}{}] {}", in_words(part.verdict).in(language), by,
                           words_of(part.statement, language)));
    if (check && claim.parts.size() <= most_parts_with_their_check)
      page.words(words_of(what_is_computed(claim, *check), language), 4);
  }
}

void write_evidence(TerminalPage& page, const ClaimResult& claim) {
  page.heading(words::evidence_in_short);
  for (const Text& line : evidence_in_short(claim)) page.words(line);
}

std::string how_it_came_out(const ControlResult& control, Language language) {
  std::string out = in_words(control.verdict).in(language);
  if (!std::isnan(control.margin))
    out += words::comma(language) + words::margin.in(language) + " " + short_number(control.margin);
  if (!control.as_expected)
    out += words::comma(language) + words::expected.in(language) + words::space(language) +
           in_words(control.expect).in(language);
  return words::bracketed(out, language);
}

void write_controls_in_short(TerminalPage& page, const ClaimResult& claim) {
  if (claim.controls.empty()) return;
  const Language language = page.language();
  page.heading(words::controls_heading);
  for (const ControlResult& control : claim.controls)
    page.words(fmt::format("{}. {}{}{}{}", control.letter, words_of(control.what, language),
                           words::colon(language),
                           tex_in_unicode(with_words_in(control.mutant, language)),
                           how_it_came_out(control, language)));
}

Table table_of_points(const WorkedExample& example) {
  std::vector<Align> columns(example.points.size() + 1, Align::right);
  columns.front() = Align::left;
  Table table(columns);
  const auto row = [&](const char* label, std::string WorkedExample::Point::*of) {
    std::vector<Cell> cells{{fmt::format("    {}", label)}};
    for (const WorkedExample::Point& point : example.points)
      cells.emplace_back((point.*of).empty() ? "-" : point.*of);
    table.row(cells);
  };
  row("x", &WorkedExample::Point::at);
  row("p", &WorkedExample::Point::data);
  row("q", &WorkedExample::Point::generator);
  row("D* = p/(p+q)", &WorkedExample::Point::optimal);
  return table;
}

void write_worked_example(TerminalPage& page, const WorkedExample& example) {
  const Language language = page.language();
  page.heading(words::worked_example);
  page.words(
      fmt::format("{}{}{}", example.pair, words::colon(language), words_of(example.why, language)));
  page.table(table_of_points(example));
  page.words(fmt::format("C(G) = V(D*, G) = {}, JSD(P, Q) = {}", example.value, example.divergence),
             4);
  if (!example.findings.empty()) page.words(words::enclosed_here);
  for (const WorkedExample::Finding& finding : example.findings)
    page.words(fmt::format("{}{}[{}, {}]", words_of(finding.what, language), words::colon(language),
                           finding.lower, finding.upper),
               4);
}

/// What a check of existence, or against a sentence of the note, found exactly.
void write_exact_examples(TerminalPage& page, const ClaimResult& claim) {
  bool is_first = true;
  for (const CheckResult& check : claim.checks) {
    if (check.evidence.ground != Ground::counterexample) continue;
    if (is_first) page.heading(words::exact_examples);
    is_first = false;
    page.words(fmt::format("{}{}{}", words_of(what_is_computed(claim, check), page.language()),
                           words::colon(page.language()),
                           words_of(check.evidence.where, page.language())));
  }
}

void write_how_to_repeat(TerminalPage& page, const ClaimResult& claim,
                         const std::optional<WorkedExample>& example) {
  page.heading(words::run_again);
  page.verbatim(fmt::format("gancheck verify --claim {}", claim.claim.id));
  if (example)
    page.verbatim(fmt::format("gancheck evaluate --data '{}' --generator '{}'", example->data,
                              example->generator));
  page.verbatim(fmt::format("gancheck explain {} --full", claim.claim.id));
}

}  // namespace

void write_claim_page(std::ostream& stream, const ClaimResult& claim, Language language,
                      bool colour, std::size_t width) {
  TerminalPage page(stream, language, colour, width);
  const auto example = worked_example(claim);
  write_head(page, claim);
  write_what_the_note_says(page, claim.claim);
  write_what_it_rests_on(page, claim.claim);
  write_how_it_is_checked(page, claim);
  write_evidence(page, claim);
  write_controls_in_short(page, claim);
  if (example) write_worked_example(page, *example);
  write_exact_examples(page, claim);
  write_how_to_repeat(page, claim, example);
}

}  // namespace gancheck
