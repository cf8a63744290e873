#include "report/formats/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/formats/markdown_claim.hpp"
#include "report/formats/markdown_text.hpp"
#include "report/text/numbers.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"
#include "theory/evidence/errata.hpp"
#include "theory/evidence/lemmas.hpp"

namespace gancheck {
namespace {

std::string run_line(const Report& report, Language language) {
  return language == Language::en
             ? fmt::format(
                   "gancheck {} on the suite {}: {} in {:.1f} s.\n", report.version,
                   markdown_code(report.suite),
                   report.threads == 1 ? "1 thread" : fmt::format("{} threads", report.threads),
                   report.seconds)
             : fmt::format("gancheck {}，分布对集 {}，{} 个线程，用时 {:.1f} 秒。\n",
                           report.version, markdown_code(report.suite), report.threads,
                           report.seconds);
}

std::string verdict_counts(const Summary& s, Language language) {
  MarkdownTable table(
      {words::verdict.in(language), words::count.in(language), words::meaning.in(language)});
  const auto row = [&](Verdict verdict, int count) {
    table.row(
        {in_words(verdict).in(language), std::to_string(count), meaning(verdict).in(language)});
  };
  row(Verdict::proved, s.proved);
  row(Verdict::certified, s.certified);
  row(Verdict::supported, s.supported);
  row(Verdict::undecided, s.undecided);
  row(Verdict::failed, s.failed);
  row(Verdict::refuted, s.refuted);
  return table.text();
}

std::string controls_sentence(const Summary& s, Language language) {
  return language == Language::en
             ? fmt::format(
                   "\n{} of {} controls (false twins) came out as expected: rejected, or "
                   "undecided where they aim at the judge itself.\n",
                   s.controls_rejected, s.controls)
             : fmt::format(
                   "\n{1} 个对照（伪命题）中有 {0} "
                   "个结果与预期一致：被否定；针对判定程序本身的则为未决。\n",
                   s.controls_rejected, s.controls);
}

/// One row a claim, with a link to its section.
std::string overview(const Report& report, Language language) {
  MarkdownTable table({words::number.in(language), words::claim.in(language),
                       words::verdict.in(language), words::ratio.in(language),
                       words::controls.in(language), words::own_pairs.in(language),
                       words::foundations.in(language)});
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& c : chapter.claims)
      table.row({std::to_string(c.claim->number),
                 fmt::format("[{}](#{})", markdown_words(c.claim->title.in(language)), c.claim->id),
                 in_words(c.verdict).in(language), short_number(worst_ratio(c)), rejected_of(c),
                 rejected_on_own_pairs(c), foundations_in_words(c).in(language)});
  return table.text();
}

bool touches(const Report& report, const std::string& erratum) {
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& c : chapter.claims)
      if (std::count(c.claim->errata.begin(), c.claim->errata.end(), erratum) > 0) return true;
  return false;
}

std::string repaired_by(const Report& report, const Erratum& erratum) {
  std::string out;
  for (const int number : erratum.repaired_by)
    out += (out.empty() ? "" : ", ") + link_to(report, number);
  return out;
}

std::string errata_table(const Report& report, Language language) {
  MarkdownTable table({"", words::line.in(language), words::severity.in(language),
                       words::issue.in(language), words::repaired_by.in(language)});
  for (const Erratum& e : errata()) {
    if (!touches(report, e.number)) continue;
    std::string severity;
    for (const Severity s : e.severities)
      severity += (severity.empty() ? "" : ", ") + in_words(s).in(language);
    table.row({e.number, e.lines, severity, markdown_words(e.issue.in(language)),
               repaired_by(report, e)});
  }
  return table.text();
}

void write_front(std::ostream& out, const Report& report, Language language) {
  out << "# " << words::report_title.in(language) << "\n\n" << run_line(report, language);
  if (!report.complete) out << "\n**" << words::incomplete.in(language) << "**\n";
  for (const Text& note : report.notes) out << "\n- " << markdown_words(note.in(language));
  if (!report.notes.empty()) out << "\n";
  out << "\n## " << words::summary.in(language) << "\n\n"
      << verdict_counts(report.summary, language) << controls_sentence(report.summary, language)
      << "\n"
      << overview(report, language);
  const std::string errata = errata_table(report, language);
  if (!errata.empty()) out << "\n## " << words::note_gets_wrong.in(language) << "\n\n" << errata;
}

bool rests_on(const Report& report, const std::string& lemma) {
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      for (const CheckResult& check : claim.checks) {
        const auto& lemmas = check.evidence.rests_on;
        if (std::count(lemmas.begin(), lemmas.end(), lemma) > 0) return true;
      }
  return false;
}

void write_lemmas(std::ostream& out, const Report& report, Language language) {
  MarkdownTable table({words::lemma.in(language), words::statement.in(language)});
  for (const Lemma& lemma : lemmas())
    if (rests_on(report, lemma.id))
      table.row({markdown_code(lemma.id), markdown_words(lemma.statement.in(language))});
  const std::string rows = table.text();
  if (!rows.empty()) out << "\n## " << words::lemmas_used.in(language) << "\n\n" << rows;
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
  write_lemmas(out, report, language);
  write_pairs(out, report, language);
}

}  // namespace gancheck
