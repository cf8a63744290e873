#include "report/formats/html_pieces.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/formats/html_text.hpp"
#include "report/text/numbers.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

/// Of a formula that stands alone on a line of the note, with or without its dollar signs; else "".
std::string_view formula_alone(std::string_view line) {
  constexpr std::string_view dollars = "$$";
  if (line.size() > 4 && line.starts_with(dollars) && line.ends_with(dollars))
    return line.substr(2, line.size() - 4);
  const bool is_inside = line.find('$') == std::string_view::npos;
  return is_inside && line.find('\\') != std::string_view::npos ? line : "";
}

}  // namespace

std::string_view symbol_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "■";
    case Verdict::certified:
      return "✓";
    case Verdict::supported:
      return "○";
    case Verdict::undecided:
      return "?";
    case Verdict::failed:
      return "✗";
    case Verdict::refuted:
      break;
  }
  return "✘";
}

// The symbols stand in the style sheet: some 1700 marks would make the page a tenth larger.
std::string mark(Verdict verdict) {
  return fmt::format("<span class=\"mark {}\">{}</span>", name(verdict), both(in_words(verdict)));
}

std::string small_mark(Verdict verdict) {
  return fmt::format("<span class=\"mark {}\"><span class=\"heard\">{}</span></span>",
                     name(verdict), both(in_words(verdict)));
}

std::string claim_number(const Report& report, const std::string& id) {
  const auto known = report.words.claim_numbers.find(id);
  const std::string number =
      known == report.words.claim_numbers.end() ? code(id) : std::to_string(known->second);
  return find_result(report, id) ? fmt::format("<a href=\"#{}\">{}</a>", escaped(id), number)
                                 : number;
}

std::string claim_link(const Report& report, const std::string& id) {
  const ClaimResult* claim = find_result(report, id);
  if (!claim) return claim_number(report, id);
  return fmt::format("<a href=\"#{}\">{} {}</a>", escaped(id), claim->claim.number,
                     both(claim->claim.title));
}

std::string erratum_link(const Report& report, const std::string& number) {
  return find_erratum(report, number) ? fmt::format("<a href=\"#{0}\">{0}</a>", escaped(number))
                                      : escaped(number);
}

std::string listed(const std::vector<std::string>& pieces) {
  const std::string comma =
      either(words::list_comma(Language::en), words::list_comma(Language::zh));
  std::string out;
  for (const std::string& piece : pieces) out += (out.empty() ? "" : comma) + piece;
  return out;
}

std::string heading(int level, const std::string& id, const std::string& inside) {
  return fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level, escaped(id), inside);
}

std::string numbered_formula(const ClaimWords& claim, const std::string& margin) {
  return fmt::format(
      "<div class=\"equation\"><div class=\"margin\">{}</div>{}<a class=\"number\" "
      "href=\"#{}\">({})</a></div>\n",
      margin, display(claim.tex), escaped(claim.id), claim.number);
}

std::string foundations(const Report& report, const ClaimResult& claim) {
  if (claim.claim.depends_on.empty()) return both(words::no_foundations);
  if (claim.foundations_hold.value_or(false)) return both(words::holds);
  const auto& missing =
      claim.foundations_hold ? claim.foundations_against : claim.foundations_not_checked;
  std::vector<std::string> numbers;
  numbers.reserve(missing.size());
  for (const std::string& id : missing) numbers.push_back(claim_number(report, id));
  return both(claim.foundations_hold ? words::does_not_hold : words::not_run) +
         either(words::colon(Language::en), words::colon(Language::zh)) + listed(numbers);
}

std::string note_quote(const Report& report, int line) {
  const auto found = report.words.note.find(line);
  std::string_view text = found == report.words.note.end() ? "" : std::string_view(found->second);
  const auto blank = [](char c) { return c == ' ' || c == '\r'; };
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  const std::string_view alone = formula_alone(text);
  return fmt::format(
      "<div class=\"note-line\"><span class=\"line-number\">{}</span> <q lang=\"zh-CN\">{}</q>"
      "</div>\n",
      words_in_both([line](Language l) { return words::lines_in_words({line}, l); }),
      alone.empty() ? html::words(text) : formula(alone));
}

std::string what_is_wrong(const Report& report, const ClaimWords& claim) {
  std::vector<std::string> numbers;
  numbers.reserve(claim.errata.size());
  for (const std::string& number : claim.errata) numbers.push_back(erratum_link(report, number));
  std::string said;
  if (claim.erratum)
    said = both(*claim.erratum);
  else
    for (const std::string& number : claim.errata)
      if (const Erratum* known = find_erratum(report, number)) said += both(known->issue) + " ";
  if (said.empty() && numbers.empty()) return "";
  return numbers.empty()
             ? said
             : fmt::format("<span class=\"errata-numbers\">{}</span> {}", listed(numbers), said);
}

std::string citation(const Report& report, const std::string& anchor) {
  const std::string year = report.date.empty() ? "" : " (" + report.date.substr(0, 4) + ")";
  return code(fmt::format(
      "The gancheck authors{}, gancheck: a verification suite for the theory of generative "
      "adversarial networks, version {}, report.html{}",
      year, report.version, anchor.empty() ? "" : "#" + anchor));
}

}  // namespace gancheck::html
