#include "report/formats/html_evidence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/numbers.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

/// Cells of a check: what was found, the bound it had to meet, by how much it met it.
struct Finding {
  std::string found, bound, margin;
};

std::string with_label(const Text& label, const std::string& value) {
  return both(label) + " " + value;
}

std::string as_factor(double factor) {
  return number(short_number(factor)) + "\u00a0×";
}

Finding of_rounding(const Evidence& e) {
  Finding f;
  f.bound = number(short_number(e.bound));
  if (e.slack && *e.slack > 0) {
    f.found = with_label(page_words::room, number(short_number(e.slack)));
    if (e.bound && *e.bound > 0) f.margin = as_factor(*e.slack / *e.bound);
    return f;
  }
  f.found = number(short_number(e.residual));
  const std::optional<double> r = ratio(e);
  if (r && *r == 0)
    f.margin = both(page_words::exact);
  else if (r && std::isfinite(*r))
    f.margin = as_factor(1 / *r);
  return f;
}

Finding of_enclosure(const Evidence& e) {
  Finding f;
  if (!e.lower.empty() || !e.upper.empty()) {
    f.found = e.upper == "inf" ? with_label(page_words::at_least, lower_bound(e.lower))
                               : interval(e.lower, e.upper);
  }
  if (e.ground == Ground::enclosure && e.bound) f.bound = "± " + number(short_number(e.bound));
  return f;
}

Finding finding(const Evidence& e) {
  switch (e.ground) {
    case Ground::rounding:
      return of_rounding(e);
    case Ground::enclosure:
    case Ground::sweep:
      return of_enclosure(e);
    case Ground::normal_form:
      if (e.forms.empty()) return {};
      return {both(e.same_form ? page_words::equal_forms : words::different_forms), "", ""};
    case Ground::counterexample:
      break;
  }
  return {both(e.example_confirms ? words::example_for : words::example_against), "", ""};
}

/// `number` is what the table of the machinery calls the check.
std::string row_of_check(const CheckResult& check, std::size_t number) {
  const Finding f = finding(check.evidence);
  const std::string trouble =
      check.evidence.trouble.empty()
          ? ""
          : "<br><span class=\"warning\">" + both(check.evidence.trouble) + "</span>";
  return fmt::format(
      "<tr><td>{}</td><th scope=\"row\">{}</th><td>{}</td><td>{}{}</td><td>{}</td><td>{}</td>"
      "<td>{}</td></tr>\n",
      number, both(check.what), both(in_words(check.witness)), f.found, trouble, f.bound, f.margin,
      small_mark(check.verdict));
}

/// A part heads the rows of its checks.
std::string rows_of_part(const ClaimResult& claim, const PartResult& part) {
  std::string rows;
  for (std::size_t i = 0; i < claim.checks.size(); ++i)
    if (claim.checks[i].part == part.id) rows += row_of_check(claim.checks[i], i + 1);
  return fmt::format(
      "<tbody>\n<tr class=\"part\"><th scope=\"rowgroup\" colspan=\"7\" id=\"{}/{}\">{} {}</th>"
      "</tr>\n{}</tbody>\n",
      escaped(claim.claim.id), escaped(part.id), mark(part.verdict), both(part.statement), rows);
}

std::string forms_of(const Evidence& e) {
  if (e.forms.empty()) return "";
  if (e.same_form) return code(e.forms.front());
  std::vector<std::string> all;
  all.reserve(e.forms.size());
  for (const std::string& form : e.forms) all.push_back(code(form));
  return fmt::format("{}", fmt::join(all, "<br>"));
}

std::string cases_of(const Evidence& e) {
  const std::string counted = fmt::format("{}/{}", e.decided, e.attempted);
  if (e.left_out == 0) return counted;
  return counted + "; " + words_in_both([&](Language l) { return left_out(e, l); });
}

std::string outcome_of(const ControlResult& c) {
  const std::string verdict = mark(c.verdict);
  if (c.expect == Expect::rejected && c.as_expected) return verdict;
  const auto expected = [&](Language l) {
    return words::bracketed(words::expected.in(l) + words::space(l) + in_words(c.expect).in(l), l);
  };
  const std::string said = verdict + words_in_both(expected);
  return c.as_expected ? said : "<b>" + said + "</b>";
}

std::string margin_of(const ControlResult& c) {
  return std::isnan(c.margin) ? "" : number(short_number(c.margin));
}

std::string rejected_there(const ControlResult& c) {
  if (!c.rejected_on_own_pairs) return "";
  return both(*c.rejected_on_own_pairs ? words::rejected : words::blind);
}

}  // namespace

std::string evidence_of(const ClaimResult& claim) {
  std::string bodies;
  for (const PartResult& part : claim.parts) bodies += rows_of_part(claim, part);
  if (bodies.empty()) return "";
  std::string headings;
  for (const Text* heading : {&words::number, &words::what, &page_words::by, &page_words::measured,
                              &page_words::bound, &page_words::margin, &words::verdict})
    headings += "<th scope=\"col\">" + both(*heading) + "</th>";
  return fmt::format(
      "<h5>{}</h5>\n<div class=\"scroll\"><table class=\"evidence\"><thead><tr>{}</tr></thead>\n"
      "{}</table></div>\n",
      both(page_words::checked), headings, bodies);
}

std::string machinery_of(const ClaimResult& claim) {
  PageTable table({"", ""}, {words::number, words::scope, words::decided, words::where,
                             words::rests_on, words::forms});
  for (std::size_t i = 0; i < claim.checks.size(); ++i) {
    const Evidence& e = claim.checks[i].evidence;
    table.row({std::to_string(i + 1), both(e.scope), cases_of(e), both(e.where),
               escaped(fmt::format("{}", fmt::join(e.rests_on, ", "))), forms_of(e)});
  }
  const std::string rows = table.styled("machinery").html();
  return rows.empty() ? "" : folded(both(page_words::machinery), rows);
}

std::string twins_of(const ClaimResult& claim) {
  PageTable table({"", ""}, {words::letter, words::mutant, words::what, page_words::by,
                             words::where, words::margin, words::verdict, words::own_pairs});
  for (const ControlResult& c : claim.controls)
    table.row({fmt::format("({})", c.letter), formula(c.mutant), both(c.what),
               both(in_words(c.witness)), escaped(c.where), margin_of(c), outcome_of(c),
               rejected_there(c)});
  const std::string rows = table.styled("twins").html();
  return rows.empty() ? "" : "<h5>" + both(page_words::controls) + "</h5>\n" + rows;
}

}  // namespace gancheck::html
