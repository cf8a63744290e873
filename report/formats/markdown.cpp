#include "report/formats/markdown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "report/formats/markdown_claim.hpp"
#include "report/formats/markdown_text.hpp"
#include "report/text/count_sentences.hpp"
#include "report/text/kill_cells.hpp"
#include "report/text/numbers.hpp"
#include "report/text/page_words.hpp"
#include "report/text/run_sentences.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::string run_line(const Report& report, Language language) {
  const Text on{" on the suite " + markdown_code(report.suite),
                "，分布对集 " + markdown_code(report.suite)};
  std::string line =
      run_in_words(report).in(language) + on.in(language) + words::full_stop(language);
  if (!report.made_with.empty())
    line += fmt::format(" {}{}{}{}", page_words::made_with.in(language), words::colon(language),
                        fmt::join(report.made_with, ", "), words::full_stop(language));
  return line + "\n";
}

std::string verdict_counts(const Summary& s, Language language) {
  MarkdownTable table(
      {words::verdict.in(language), words::count.in(language), words::meaning.in(language)});
  for (const auto& [verdict, count] : counts_of_verdicts(s))
    table.row(
        {in_words(verdict).in(language), std::to_string(count), meaning(verdict).in(language)});
  return table.text();
}

std::string controls_sentence(const Report& report, Language language) {
  const Summary& s = report.summary;
  std::string out = "\n" + controls_counted(s).in(language) + words::full_stop(language) + "\n";
  if (!report.own_pairs) return out;
  const OwnPairsSummary& own = *report.own_pairs;
  out += "\n" + own_pairs_counted(own).in(language) + words::full_stop(language) + "\n";
  if (nobody_looked(own))
    out += "\n" + words::nobody_looked.in(language) + words::full_stop(language) + "\n";
  if (!own.unchecked.empty())
    out += "\n" + words::checked_by_no_witness.in(language) + words::colon(language) +
           numbers_of(report, own.unchecked) + words::full_stop(language) + "\n";
  return out;
}

/// One row a claim, with a link to its section.
std::string overview(const Report& report, Language language) {
  MarkdownTable table({words::claim.in(language), words::verdict.in(language),
                       words::ratio.in(language), words::controls.in(language),
                       words::own_pairs.in(language), words::foundations.in(language)});
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& c : chapter.claims)
      table.row({fmt::format("[{}. {}](#{})", c.claim.number,
                             markdown_words(c.claim.title.in(language)), c.claim.id),
                 in_words(c.verdict).in(language), short_number(worst_ratio(c)), rejected_of(c),
                 rejected_on_own_pairs(c), foundations_in_words(report, c, language)});
  return table.text();
}

std::string repairing(const Report& report, const ReportedErratum& e, Language language) {
  std::string out;
  for (const std::string& id : e.repaired_by)
    out += (out.empty() ? "" : words::list_comma(language)) + link_to(report, id);
  return out;
}

/// "[25 …](#…) half-solves (proved)": the parts that show an erratum, and how they came out here.
std::string showing(const Report& report, const Erratum& erratum, Language language) {
  std::string out;
  for (const PartName& name : erratum.shown_by) {
    out += (out.empty() ? "" : words::list_comma(language)) + link_to(report, name.claim) + " " +
           name.part;
    const ClaimResult* result = find_result(report, name.claim);
    if (!result) continue;
    for (const PartResult& part : result->parts)
      if (part.id == name.part)
        out += words::bracketed(in_words(part.verdict).in(language), language);
  }
  return out.empty() ? words::the_writing_alone.in(language) : out;
}

std::string errata_list(const Report& report, Language language) {
  const std::string colon = words::colon(language);
  std::string out;
  for (const ReportedErratum& reported : report.words.errata) {
    const Erratum& e = reported.erratum;
    out += fmt::format(
        "\n<a id=\"{0}\"></a>\n\n**{0}**{1}{2}{3}\n\n- {4}{5}{6}\n- {7}{5}{8}\n- {9}{5}{10}\n",
        e.number,
        words::bracketed(words::lines_in_words(e.lines, language) + words::semicolon(language) +
                             severities_in_words(e, language),
                         language),
        words::colon(language), markdown_words(e.issue.in(language)),
        words::what_holds_instead.in(language), colon, markdown_words(e.repaired.in(language)),
        words::shown_by.in(language), showing(report, e, language),
        words::repaired_by_claims.in(language), repairing(report, reported, language));
  }
  return out;
}

void write_front(std::ostream& out, const Report& report, Language language) {
  out << "# " << words::report_title.in(language) << "\n\n" << run_line(report, language);
  if (!report.complete) out << "\n**" << words::incomplete.in(language) << "**\n";
  for (const Text& note : report.notes) out << "\n- " << markdown_words(note.in(language));
  if (!report.notes.empty()) out << "\n";
  out << "\n## " << words::summary.in(language) << "\n\n"
      << verdict_counts(report.summary, language) << controls_sentence(report, language) << "\n"
      << overview(report, language);
  const std::string errata = errata_list(report, language);
  if (!errata.empty()) out << "\n## " << words::note_gets_wrong.in(language) << "\n" << errata;
}

void write_symbols(std::ostream& out, const Report& report, Language language) {
  MarkdownTable table({words::symbol.in(language), words::meaning.in(language)});
  for (const Notation& n : report.words.notation)
    table.row({"$" + markdown_tex(n.tex) + "$", markdown_words(n.meaning.in(language))});
  out << "\n## " << words::symbols.in(language) << "\n\n" << table.text();
}

void write_lemmas(std::ostream& out, const Report& report, Language language) {
  MarkdownTable table({words::lemma.in(language), words::statement.in(language)});
  for (const Lemma& lemma : report.words.lemmas)
    table.row({markdown_code(lemma.id), markdown_words(lemma.statement.in(language))});
  const std::string rows = table.text();
  if (!rows.empty()) out << "\n## " << words::lemmas_used.in(language) << "\n\n" << rows;
}

void write_kill_matrix(std::ostream& out, const Report& report, Language language) {
  if (!report.kill_matrix) return;
  const KillMatrix& matrix = *report.kill_matrix;
  std::vector<std::string> headings{words::mutant.in(language)};
  headings.insert(headings.end(), matrix.pairs.begin(), matrix.pairs.end());
  MarkdownTable table(headings);
  for (const KillMatrix::Row& row : matrix.rows) {
    std::vector<std::string> cells{fmt::format("[{}](#{})", twin_name(row), row.claim)};
    for (const KilledOn& kill : row.on) cells.push_back(kill_cell(kill));
    table.row(cells);
  }
  out << "\n## " << words::kill_matrix.in(language) << "\n\n"
      << markdown_words(words::kill_legend.in(language)) << "\n\n<details><summary>"
      << words::kill_matrix.in(language) << "</summary>\n\n"
      << table.text() << "\n</details>\n\n"
      << twins_without_pairs_counted(matrix).in(language) << words::full_stop(language) << "\n";
}

void write_pairs(std::ostream& out, const Report& report, Language language) {
  if (report.pairs.empty()) return;
  out << "\n## " << words::pairs_used.in(language) << "\n\n";
  for (const Text& pair : report.pairs) out << "- " << markdown_code(pair.in(language)) << "\n";
}

}  // namespace

void write_markdown(std::ostream& out, const Report& report, Language language) {
  write_front(out, report, language);
  for (const ChapterResult& chapter : report.chapters) {
    out << "\n## " << markdown_words(chapter.title.in(language)) << "\n";
    for (const ClaimResult& claim : chapter.claims) out << claim_section(report, claim, language);
  }
  write_kill_matrix(out, report, language);
  write_symbols(out, report, language);
  write_lemmas(out, report, language);
  write_pairs(out, report, language);
}

}  // namespace gancheck
