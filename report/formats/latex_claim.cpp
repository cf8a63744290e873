#include "report/formats/latex_claim.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "report/formats/latex_text.hpp"
#include "report/text/evidence_summary.hpp"
#include "report/text/formula_words.hpp"
#include "report/text/numbers.hpp"
#include "report/text/tex_in_unicode.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::string latex_label(const Text& label, Language language) {
  return "\\paragraph{" + label.in(language) + "}\n";
}

std::string latex_list(const std::vector<std::string>& items) {
  if (items.empty()) return "";
  std::string out = "\\begin{itemize}\n";
  for (const std::string& item : items) out.append("\\item{} ").append(item).append("\n");
  return out + "\\end{itemize}\n";
}

std::string latex_statement(const ClaimWords& row, Language language) {
  std::vector<std::string> assumptions;
  for (const Text& assumption : row.assumptions)
    assumptions.push_back(latex_words(assumption.in(language)));
  std::string out = latex_display(with_words_in(row.tex, language)) +
                    latex_words(row.statement.in(language)) + "\n\n";
  if (row.kind == Kind::definition)
    out += latex_words(words::is_a_definition.in(language)) + "\n\n";
  return out + latex_label(words::assumptions, language) + latex_list(assumptions);
}

std::string latex_what_is_wrong(const Report& report, const ClaimWords& row, Language language) {
  const std::string numbers =
      row.errata.empty()
          ? ""
          : words::bracketed(fmt::format("{}", fmt::join(row.errata, ", ")), language);
  const std::string label = words::erratum.in(language) + numbers + words::colon(language);
  if (row.erratum) return "\n" + label + latex_words(row.erratum->in(language)) + "\n";
  std::string out;
  for (const std::string& number : row.errata)
    if (const Erratum* known = find_erratum(report, number))
      out.append("\n").append(label).append(latex_words(known->issue.in(language))).append("\n");
  return out;
}

/// The note's lines read as formulas, since what it writes does not always compile.
std::string latex_note(const Report& report, const ClaimWords& row, Language language) {
  std::vector<std::string> lines;
  for (const int line : row.note_lines) {
    const auto found = report.words.note.find(line);
    const std::string quoted =
        found == report.words.note.end() ? "" : words_in_unicode(found->second);
    lines.push_back(words::lines_in_words({line}, language) + words::colon(language) +
                    latex_code(quoted));
  }
  return latex_label(words::what_the_note_says, language) + latex_list(lines) +
         words::its_verdict.in(language) + words::colon(language) +
         latex_words(meaning(row.note_verdict).in(language)) + "\n" +
         latex_what_is_wrong(report, row, language);
}

std::string latex_foundations(const Report& report, const ClaimWords& row, Language language) {
  std::vector<std::string> claims;
  for (const std::string& id : row.depends_on) claims.push_back(latex_reference(report, id));
  return latex_label(words::depends_on, language) +
         (claims.empty() ? words::none.in(language)
                         : fmt::format("{}", fmt::join(claims, words::list_comma(language)))) +
         "\n\n";
}

/// Part by part the check that decides it, then what the witnesses came to.
std::string latex_checks(const ClaimResult& claim, Language language) {
  std::vector<std::string> parts, witnesses;
  for (const PartResult& part : claim.parts) {
    std::string item =
        fmt::format("\\textbf{{{}}}{}{}", in_words(part.verdict).in(language),
                    words::colon(language), latex_words(part.statement.in(language)));
    if (const CheckResult* check = deciding_check(claim, part))
      item += words::bracketed(in_words(check->witness).in(language) + words::colon(language) +
                                   latex_words(what_is_computed(claim, *check).in(language)),
                               language);
    parts.push_back(std::move(item));
  }
  for (const Text& line : evidence_in_short(claim))
    witnesses.push_back(latex_words(line.in(language)));
  return latex_label(words::how_it_is_checked, language) + latex_list(parts) +
         latex_label(words::evidence_in_short, language) + latex_list(witnesses);
}

std::string latex_controls(const ClaimResult& claim, Language language) {
  std::vector<std::string> items;
  for (const ControlResult& control : claim.controls) {
    std::string verdict = in_words(control.verdict).in(language);
    if (!std::isnan(control.margin))
      verdict +=
          words::comma(language) + words::margin.in(language) + " " + short_number(control.margin);
    if (!control.as_expected)
      verdict += words::comma(language) + words::expected.in(language) + words::space(language) +
                 in_words(control.expect).in(language);
    items.push_back(fmt::format("({}) $\\displaystyle {}$ --- {}{}", control.letter,
                                with_words_in(control.mutant, language),
                                latex_words(control.what.in(language)),
                                words::bracketed(latex_words(verdict), language)));
  }
  return items.empty() ? "" : latex_label(words::controls_heading, language) + latex_list(items);
}

}  // namespace

std::string latex_reference(const Report& report, const std::string& id) {
  const std::string text = latex_words(reference(report, id));
  return find_result(report, id) ? fmt::format("\\hyperref[claim:{}]{{{}}}", id, text) : text;
}

std::string latex_claim(const Report& report, const ClaimResult& claim, Language language) {
  const ClaimWords& row = claim.claim;
  return fmt::format("\n\\subsection*{{{}. {}}}\\phantomsection\\label{{claim:{}}}\n", row.number,
                     latex_words(row.title.in(language)), row.id) +
         fmt::format("{}{}\\textbf{{{}}}\n\n", latex_code(row.id), words::colon(language),
                     in_words(claim.verdict).in(language)) +
         latex_statement(row, language) + latex_note(report, row, language) +
         latex_foundations(report, row, language) + latex_checks(claim, language) +
         latex_controls(claim, language);
}

}  // namespace gancheck
