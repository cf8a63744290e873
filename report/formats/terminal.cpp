#include "report/formats/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "report/formats/terminal_kill_matrix.hpp"
#include "report/text/count_sentences.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/numbers.hpp"
#include "report/text/table.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

Cell ratio_cell(const ClaimResult& claim) {
  const auto worst = worst_ratio(claim);
  const bool met = !worst || *worst <= 1;  // false for NaN
  return {short_number(worst), met ? Style::plain : Style::bad};
}

/// "5/7", red if one did not come out as expected.
Cell controls_cell(const ClaimResult& claim) {
  for (const ControlResult& control : claim.controls)
    if (!control.as_expected) return {rejected_of(claim), Style::bad};
  return {rejected_of(claim)};
}

Cell foundations_cell(const Report& report, const ClaimResult& claim, Language language) {
  const bool bad = claim.foundations_hold && !*claim.foundations_hold;
  return {foundations_in_words(report, claim, language), bad ? Style::bad : Style::plain};
}

/// Against the claim, or undecided though there was something to decide: a check that speaks of
/// none of the user's pairs (enclosures of a pair with densities, say) has nothing to answer for.
bool asks_for_attention(const CheckResult& check) {
  const Evidence& e = check.evidence;
  const bool has_no_case = e.attempted == e.left_out && e.trouble.empty();
  return is_against(check.verdict) || (check.verdict == Verdict::undecided && !has_no_case);
}

bool is_well(const ClaimResult& claim) {
  for (const CheckResult& check : claim.checks)
    if (asks_for_attention(check)) return false;
  for (const ControlResult& control : claim.controls)
    if (!control.as_expected) return false;
  return claim.verdict < Verdict::undecided;
}

/// Below the row: the evidence of every check that asks for attention, and of every control that
/// did not come out as expected or is blind on the user's own pairs.
void add_evidence(Table& table, const ClaimResult& claim, Language language) {
  const std::string indent(7, ' ');
  for (const CheckResult& check : claim.checks)
    if (asks_for_attention(check))
      table.line(indent + check_line(check, language), style_of(check.verdict));
  for (const ControlResult& control : claim.controls) {
    const bool blind = control.rejected_on_own_pairs && !*control.rejected_on_own_pairs;
    if (!control.as_expected || blind)
      table.line(indent + words::control.in(language) + " " + control_line(control, language),
                 control.as_expected ? Style::faint : Style::bad);
  }
}

std::vector<Cell> headings(bool own, Language language) {
  std::vector<Cell> cells{{words::number.in(language), Style::heading},
                          {words::claim.in(language), Style::heading},
                          {words::verdict.in(language), Style::heading},
                          {words::ratio.in(language), Style::heading},
                          {words::controls.in(language), Style::heading}};
  if (own) cells.emplace_back(words::own_pairs.in(language), Style::heading);
  cells.emplace_back(words::foundations.in(language), Style::heading);
  return cells;
}

std::vector<Cell> claim_row(const Report& report, const ClaimResult& claim, bool own,
                            Language language) {
  std::vector<Cell> cells{{std::to_string(claim.claim.number)},
                          {claim.claim.id},
                          {in_words(claim.verdict).in(language), style_of(claim.verdict)},
                          ratio_cell(claim),
                          controls_cell(claim)};
  if (own) cells.emplace_back(rejected_on_own_pairs(claim));
  cells.push_back(foundations_cell(report, claim, language));
  return cells;
}

Table table_of(const Report& report, const TerminalOptions& options) {
  const bool own = has_own_pairs(report);
  std::vector<Align> columns{Align::right, Align::left, Align::left, Align::right, Align::right};
  if (own) columns.push_back(Align::right);
  columns.push_back(Align::left);
  Table table(columns);
  if (!options.quiet) table.row(headings(own, options.language));
  for (const ChapterResult& chapter : report.chapters) {
    if (!options.quiet) {
      table.line("");
      table.line(chapter.title.in(options.language), Style::heading);
    }
    for (const ClaimResult& claim : chapter.claims) {
      if (options.quiet && is_well(claim)) continue;
      table.row(claim_row(report, claim, own, options.language));
      add_evidence(table, claim, options.language);
    }
  }
  return table;
}

std::string totals(const Report& report, Language language) {
  const Summary& s = report.summary;
  const std::string claims =
      language == Language::en
          ? fmt::format(
                "{} {}: {} proved, {} certified, {} supported, {} undecided, {} failed, "
                "{} refuted\n",
                s.claims, s.claims == 1 ? "claim" : "claims", s.proved, s.certified, s.supported,
                s.undecided, s.failed, s.refuted)
          : fmt::format("{} 个命题：已证明 {}，已认证 {}，获支持 {}，未决 {}，失败 {}，被推翻 {}\n",
                        s.claims, s.proved, s.certified, s.supported, s.undecided, s.failed,
                        s.refuted);
  const std::string time =
      language == Language::en
          ? fmt::format("{:.1f} s on {} {}\n", report.seconds, report.threads,
                        report.threads == 1 ? "thread" : "threads")
          : fmt::format("{:.1f} 秒，{} 个线程\n", report.seconds, report.threads);
  return claims + controls_counted(s).in(language) + "\n" + time;
}

/// What the checks that speak of the user's own pairs came to; "" for the built-in suite.
std::string own_pairs_lines(const Report& report, Language language) {
  if (!report.own_pairs) return "";
  const OwnPairsSummary& s = *report.own_pairs;
  std::string lines = own_pairs_counted(s).in(language);
  if (nobody_looked(s)) lines += "\n" + words::nobody_looked.in(language);
  if (!s.unchecked.empty())
    lines += "\n" + words::checked_by_no_witness.in(language) + words::colon(language) +
             numbers_of(report, s.unchecked);
  return lines + "\n";
}

std::string last_line(const Report& report, const TerminalOptions& options) {
  const std::string meaning = exit_meaning(options.exit_code).in(options.language);
  const std::string files = fmt::format("{}", fmt::join(options.files, ", "));
  const bool english = options.language == Language::en;
  std::string line = english ? fmt::format("exit {}: {}; claims undecided: {}", options.exit_code,
                                           meaning, report.summary.undecided)
                             : fmt::format("退出码 {}：{}；未决命题：{}", options.exit_code,
                                           meaning, report.summary.undecided);
  if (report.own_pairs)
    line += english
                ? fmt::format(", checks on own pairs undecided: {}", report.own_pairs->undecided)
                : fmt::format("，自定义分布对上未决检验：{}", report.own_pairs->undecided);
  if (!files.empty()) line += (english ? "; report: " : "；报告：") + files;
  return line;
}

}  // namespace

void write_terminal(std::ostream& out, const Report& report, const TerminalOptions& options) {
  const std::string table = table_of(report, options).text(options.colour);
  out << table << (table.empty() ? "" : "\n");
  for (const Text& note : report.notes) out << note.in(options.language) << "\n";
  if (!report.complete)
    out << styled(words::incomplete.in(options.language), Style::bad, options.colour) << "\n";
  if (report.kill_matrix) write_kill_matrix(out, *report.kill_matrix, options);
  out << totals(report, options.language) << own_pairs_lines(report, options.language)
      << styled(last_line(report, options), options.exit_code == 0 ? Style::good : Style::bad,
                options.colour)
      << "\n";
}

}  // namespace gancheck
