// The errata of the note, as a page to hand out.
#include <fmt/format.h>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

/// The parts of claims that show an erratum, and how they came out here.
std::string shown_by(const Report& report, const Erratum& erratum) {
  std::vector<std::string> pieces;
  pieces.reserve(erratum.shown_by.size());
  for (const PartName& name : erratum.shown_by) {
    std::string piece = claim_number(report, name.claim);
    if (const ClaimResult* result = find_result(report, name.claim))
      for (const PartResult& part : result->parts)
        if (part.id == name.part)
          piece = fmt::format("<a href=\"#{0}/{1}\">{2} {3}</a> {4}", escaped(name.claim),
                              escaped(name.part), result->claim.number, both(part.statement),
                              small_mark(part.verdict));
    pieces.push_back(piece);
  }
  return pieces.empty() ? both(words::the_writing_alone)
                        : fmt::format("<span>{}</span>", fmt::join(pieces, "</span>; <span>"));
}

std::string repaired_by(const Report& report, const ReportedErratum& reported) {
  std::vector<std::string> links;
  links.reserve(reported.repaired_by.size());
  for (const std::string& id : reported.repaired_by) links.push_back(claim_link(report, id));
  return listed(links);
}

std::string entry_of(const Report& report, const ReportedErratum& reported) {
  const Erratum& e = reported.erratum;
  const std::string colon = either(words::colon(Language::en), words::colon(Language::zh));
  const auto place = [&](Language language) {
    return words::lines_in_words(e.lines, language) + words::semicolon(language) +
           severities_in_words(e, language);
  };
  return fmt::format(
      "<article class=\"erratum\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n"
      "<h3 id=\"{0}-title\">{0} <small>{1}</small></h3>\n<p>{2}</p>\n"
      "<p class=\"holds\"><b>{3}</b>{9}{4}</p>\n"
      "<p class=\"small\"><b>{5}</b>{9}{6}{10}<b>{7}</b>{9}{8}</p>\n</article>\n",
      escaped(e.number), words_in_both(place), both(e.issue), both(words::what_holds_instead),
      both(e.repaired), both(words::shown_by), shown_by(report, e), both(words::repaired_by_claims),
      repaired_by(report, reported), colon, either(". ", "。"));
}

}  // namespace

std::string errata_page(const Report& report) {
  if (report.words.errata.empty()) return "";
  std::string out;
  for (const ReportedErratum& reported : report.words.errata) out += entry_of(report, reported);
  return "<section class=\"errata\">\n" + heading(2, "errata", both(page_words::errata)) + out +
         "</section>\n";
}

}  // namespace gancheck::html
