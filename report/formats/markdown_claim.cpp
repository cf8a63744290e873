#include "report/formats/markdown_claim.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "report/formats/markdown_text.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/formula_words.hpp"
#include "report/text/numbers.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::string bold(const Text& label, Language language) {
  return "**" + label.in(language) + (language == Language::en ? ".**" : "。**");
}

/// A line of the note: as Markdown where its formulas are closed on the line, else verbatim.
std::string quoted(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  const bool closed = std::count(line.begin(), line.end(), '$') % 2 == 0;
  const bool plain = line.find("$$") == std::string_view::npos && closed;
  return plain ? markdown_words(line) : markdown_code(line);
}

/// The claim's own words on what is wrong, else those of the list of errata; "" if nothing is.
std::string erratum_of(const Report& report, const ClaimWords& row, Language language) {
  std::string out;
  if (!row.errata.empty()) out += fmt::format(" ({})", fmt::join(row.errata, ", "));
  if (row.erratum) return out + " " + markdown_words(row.erratum->in(language));
  for (const std::string& number : row.errata)
    if (const Erratum* known = find_erratum(report, number))
      out += " " + markdown_words(known->issue.in(language));
  return out;
}

std::string_view line_of_note(const Report& report, int line) {
  const auto found = report.words.note.find(line);
  return found == report.words.note.end() ? "" : std::string_view(found->second);
}

std::string note_section(const Report& report, const ClaimWords& row, Language language) {
  std::string quotes;
  for (const int line : row.note_lines)
    quotes += fmt::format("{}> {}{}{}\n", quotes.empty() ? "" : ">\n",
                          words::lines_in_words({line}, language), words::colon(language),
                          quoted(line_of_note(report, line)));
  const std::string& judged = meaning(row.note_verdict).in(language);
  std::string out = "\n" + bold(words::what_the_note_says, language) + "\n\n" + quotes + "\n" +
                    bold(words::its_verdict, language) +
                    (language == Language::en ? fmt::format(" `{}`{}\n", name(row.note_verdict),
                                                            words::bracketed(judged, language))
                                              : judged + "\n");
  const std::string wrong = erratum_of(report, row, language);
  if (!wrong.empty()) out += "\n" + bold(words::erratum, language) + wrong + "\n";
  return out;
}

std::string foundations(const Report& report, const ClaimResult& claim, Language language) {
  std::string out = "\n" + bold(words::depends_on, language) + " ";
  if (claim.claim.depends_on.empty()) return out + words::none.in(language) + "\n";
  std::string separator;
  for (const std::string& id : claim.claim.depends_on) {
    out += separator + link_to(report, id);
    separator = words::list_comma(language);
  }
  return out +
         words::bracketed(words::foundations.in(language) + words::colon(language) +
                              foundations_in_words(report, claim, language),
                          language) +
         "\n";
}

std::string parts(const ClaimResult& claim, Language language) {
  MarkdownTable table(
      {words::part.in(language), words::statement.in(language), words::verdict.in(language)});
  for (const PartResult& p : claim.parts)
    table.row({p.id, markdown_words(p.statement.in(language)), in_words(p.verdict).in(language)});
  return table.empty() ? "" : "\n" + bold(words::parts, language) + "\n\n" + table.text();
}

/// The figures that decide, in one cell.
std::string figures(const Evidence& e, Language language) {
  if (!e.lower.empty() || !e.upper.empty()) return fmt::format("[{}, {}]", e.lower, e.upper);
  if (e.ground == Ground::normal_form)
    return (e.same_form ? words::exact_algebra : words::different_forms).in(language);
  if (e.ground == Ground::counterexample)
    return (e.example_confirms ? words::example_for : words::example_against).in(language);
  if (!e.residual) return "";
  return fmt::format("{} {}{}{} {}", words::residual.in(language), short_number(e.residual),
                     words::comma(language), words::bound.in(language), short_number(e.bound));
}

std::string checks(const ClaimResult& claim, Language language) {
  MarkdownTable table({words::part.in(language), words::what.in(language),
                       words::witness.in(language), words::verdict.in(language),
                       words::evidence.in(language), words::where.in(language)});
  for (const CheckResult& c : claim.checks)
    table.row({c.part, markdown_words(c.what.in(language)), in_words(c.witness).in(language),
               in_words(c.verdict).in(language), figures(c.evidence, language),
               markdown_words(c.evidence.where.in(language))});
  return table.empty() ? "" : "\n" + bold(words::checks, language) + "\n\n" + table.text();
}

/// A normal form that is longer says nothing to a reader; report.json has it.
constexpr std::size_t longest_form = 120;

std::string forms(const Evidence& e, Language language) {
  std::string out;
  for (const std::string& form : e.forms) {
    const std::string shown = form.size() > longest_form
                                  ? words::form_in_json(form.size()).in(language)
                                  : markdown_code(form);
    out += (out.empty() ? "" : words::list_comma(language)) + shown;
    if (e.same_form) break;
  }
  return out;
}

/// What else there is to know of this evidence: its extent, what it rests on, what was left out.
std::vector<std::string> machinery(const Evidence& e, Language language) {
  std::vector<std::string> all;
  const auto add = [&](const Text& label, const std::string& value) {
    if (!value.empty()) all.push_back(label.in(language) + " " + value);
  };
  add(words::scope, markdown_words(e.scope.in(language)));
  if (e.decided != e.attempted) add(words::decided, fmt::format("{}/{}", e.decided, e.attempted));
  if (!e.lower.empty()) add(words::residual, short_number(e.residual));
  if (!e.lower.empty()) add(words::bound, short_number(e.bound));
  add(words::slack, short_number(e.slack));
  add(words::forms, forms(e, language));
  add(words::rests_on, markdown_words(fmt::format("{}", fmt::join(e.rests_on, ", "))));
  if (e.left_out > 0) all.push_back(markdown_words(left_out(e, language)));
  if (!e.trouble.empty()) all.push_back(markdown_words(e.trouble.in(language)));
  return all;
}

/// Folded: one line a check, in the order of the table.
std::string folded_machinery(const ClaimResult& claim, Language language) {
  std::string lines;
  for (const CheckResult& c : claim.checks)
    lines += fmt::format(
        "- {}{}{}{}\n", c.part.empty() ? "" : c.part + words::comma(language),
        in_words(c.witness).in(language), words::colon(language),
        fmt::format("{}", fmt::join(machinery(c.evidence, language), words::semicolon(language))));
  return lines.empty() ? ""
                       : fmt::format("\n<details><summary>{}</summary>\n\n{}\n</details>\n",
                                     words::extent_and_lemmas.in(language), lines);
}

/// How the twin came out, marked where that is not what was expected.
std::string outcome(const ControlResult& c, Language language) {
  const std::string verdict = in_words(c.verdict).in(language);
  if (c.expect == Expect::rejected && c.as_expected) return verdict;
  const std::string expected =
      words::expected.in(language) + words::space(language) + in_words(c.expect).in(language);
  const std::string both = verdict + words::bracketed(expected, language);
  return c.as_expected ? both : "**" + both + "**";
}

std::string on_own_pairs(const ControlResult& c, Language language) {
  if (!c.rejected_on_own_pairs) return "";
  return (*c.rejected_on_own_pairs ? words::rejected : words::blind).in(language);
}

std::string controls(const ClaimResult& claim, Language language) {
  MarkdownTable table({words::letter.in(language), words::mutant.in(language),
                       words::what.in(language), words::verdict.in(language),
                       words::margin.in(language), words::own_pairs.in(language)});
  for (const ControlResult& c : claim.controls) {
    const std::string at = c.where.empty() ? "" : " " + markdown_words(c.where);
    table.row(
        {std::string(1, c.letter), "$" + markdown_tex(with_words_in(c.mutant, language)) + "$",
         markdown_words(c.what.in(language)),
         outcome(c, language) + words::bracketed(in_words(c.witness).in(language) + at, language),
         std::isnan(c.margin) ? "" : short_number(c.margin), on_own_pairs(c, language)});
  }
  return table.empty() ? ""
                       : "\n" + bold(words::controls_heading, language) + "\n\n" + table.text();
}

}  // namespace

std::string link_to(const Report& report, const std::string& id) {
  const std::string text = reference(report, id);
  return text == id ? markdown_code(id) : fmt::format("[{}](#{})", text, id);
}

std::string claim_section(const Report& report, const ClaimResult& claim, Language language) {
  const ClaimWords& row = claim.claim;
  std::string out = fmt::format("\n<a id=\"{}\"></a>\n\n### {}. {}\n\n", row.id, row.number,
                                markdown_words(row.title.in(language)));
  out += fmt::format("`{}`: **{}**\n\n$${}$$\n\n{}\n", row.id, in_words(claim.verdict).in(language),
                     markdown_tex(with_words_in(row.tex, language)),
                     markdown_words(row.statement.in(language)));
  if (row.kind == Kind::definition) out += "\n" + words::is_a_definition.in(language) + "\n";
  out += "\n" + bold(words::assumptions, language) + "\n\n";
  for (const Text& assumption : row.assumptions)
    out += "- " + markdown_words(assumption.in(language)) + "\n";
  return out + note_section(report, row, language) + foundations(report, claim, language) +
         parts(claim, language) + checks(claim, language) + folded_machinery(claim, language) +
         controls(claim, language);
}

}  // namespace gancheck
