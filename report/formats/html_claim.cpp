// Every claim in full: an appendix, as long as a book.
#include <fmt/format.h>

#include <algorithm>

#include "report/formats/html_evidence.hpp"
#include "report/formats/html_figures.hpp"
#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/blackboard.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

std::string colon_in_both() {
  return either(words::colon(Language::en), words::colon(Language::zh));
}

std::string assumptions_of(const ClaimWords& claim) {
  std::string items;
  for (const Text& assumption : claim.assumptions) items += "<li>" + both(assumption) + "</li>\n";
  return "<h5>" + both(page_words::assumptions) + "</h5>\n<ul>\n" + items + "</ul>\n";
}

std::string note_of(const Report& report, const ClaimWords& claim) {
  std::string out = "<h5>" + both(page_words::note_says) + "</h5>\n";
  for (const int line : claim.note_lines) out += note_quote(report, line);
  const std::string wrong = what_is_wrong(report, claim);
  return out + fmt::format("<p><b>{}</b>{}{}{}{}</p>\n", both(page_words::note_sentence),
                           colon_in_both(), both(meaning(claim.note_verdict)), either(". ", "。"),
                           wrong);
}

std::string rests_on(const Report& report, const ClaimResult& claim) {
  if (claim.claim.depends_on.empty()) return "<p>" + both(page_words::rests_on_nothing) + "</p>\n";
  std::vector<std::string> links;
  links.reserve(claim.claim.depends_on.size());
  for (const std::string& id : claim.claim.depends_on) links.push_back(claim_link(report, id));
  return fmt::format("<p><b>{}</b>{}{}{}{}{}{}</p>\n", both(page_words::rests_on), colon_in_both(),
                     listed(links), either("; ", "；"), both(words::foundations), colon_in_both(),
                     foundations(report, claim));
}

std::string proof_of(const std::string& id) {
  const Text* proof = proof_in_words(id);
  if (!proof) return "";
  return "<h5>" + both(page_words::in_words) + "</h5>\n<p>" + both(*proof) + "</p>\n";
}

std::string pictures_of(const Report& report, const std::string& id) {
  std::string out;
  for (const Figure& figure : report.figures)
    if (std::find(figure.claims.begin(), figure.claims.end(), id) != figure.claims.end())
      out += folded(both(page_words::picture) + colon_in_both() + both(figure.title),
                    figure_again(report, figure.name));
  return out;
}

std::string to_copy(const Report& report, const ClaimWords& claim) {
  return fmt::format(
      "<p class=\"small\"><b>{}</b>{}<code>gancheck verify --claim {}</code><br>\n<b>{}</b>{}{}"
      "</p>\n",
      both(page_words::reproduce), colon_in_both(), escaped(claim.id), both(page_words::cite_claim),
      colon_in_both(), citation(report, claim.id));
}

std::string claim_in_full(const Report& report, const ClaimResult& result) {
  const ClaimWords& claim = result.claim;
  const std::string id = escaped(claim.id);
  std::string out = fmt::format(
      "<article class=\"claim\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n"
      "<h4 id=\"{0}-title\">{1}. {2} {3}</h4>\n",
      id, claim.number, both(claim.title), mark(result.verdict));
  out += numbered_formula(claim, "") + "<p>" + both(claim.statement) + "</p>\n";
  if (claim.kind == Kind::definition)
    out += "<p class=\"remark\">" + both(words::is_a_definition) + "</p>\n";
  return out + assumptions_of(claim) + note_of(report, claim) + rests_on(report, result) +
         proof_of(claim.id) + pictures_of(report, claim.id) + evidence_of(result) +
         machinery_of(result) + twins_of(result) + to_copy(report, claim) + "</article>\n";
}

}  // namespace

std::string claims(const Report& report) {
  std::string out;
  for (const ChapterResult& chapter : report.chapters) {
    out += "<h3>" + both(chapter.title) + "</h3>\n";
    for (const ClaimResult& claim : chapter.claims) out += claim_in_full(report, claim);
  }
  if (out.empty()) return "";
  return "<section class=\"appendix\">\n" + heading(2, "claims", both(page_words::claims)) + out +
         "</section>\n";
}

}  // namespace gancheck::html
