#include "report/formats/html.hpp"

#include <fmt/format.h>

#include <sstream>
#include <vector>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/formats/json.hpp"
#include "report/formats/packed.hpp"
#include "report/page/assets.hpp"
#include "report/text/page_words.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace html {
namespace {

std::string_view tongue(Language language) {
  return language == Language::en ? "en" : "zh";
}

std::string head(Language language, std::string_view style) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n"
      "<title data-en=\"{}\" data-zh=\"{}\">{}</title>\n<style>{}</style>\n<style>{}</style>\n"
      "</head>\n",
      tongue(language), escaped(words::report_title.en), escaped(words::report_title.zh),
      escaped(words::report_title.in(language)), page::katex_style(), style);
}

struct Entry {
  std::string id;
  const Text* title;
  std::string section;
};

std::vector<Entry> sections(const Report& report) {
  return {{"how-to-read", &page_words::how_to_read, how_to_read(report)},
          {"derivation", &page_words::derivation, derivation(report)},
          {"pictures", &page_words::pictures, pictures(report)},
          {"map", &page_words::map, map_of_claims(report)},
          {"summary", &page_words::summary, summary(report)},
          {"errata", &page_words::errata, errata_page(report)},
          {"claims", &page_words::claims, claims(report)},
          {"kill-matrix", &page_words::kill_matrix, kill_matrix(report)},
          {"distributions", &page_words::distributions, distributions(report)},
          {"numerics", &page_words::numerics, numerics(report)},
          {"glossary", &page_words::glossary, glossary(report)},
          {"data", &page_words::data, data(report)}};
}

std::string contents(const std::vector<Entry>& all) {
  std::string items;
  for (const Entry& entry : all)
    if (!entry.section.empty())
      items += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", entry.id, both(*entry.title));
  return fmt::format(
      "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">"
      "{}</h2>\n<ol>\n{}</ol>\n</nav>\n",
      both(page_words::contents), items);
}

/// The switches. Without script they do nothing, and are not shown.
std::string switches() {
  return fmt::format(
      "<header class=\"bar\" hidden>\n<button type=\"button\" id=\"switch-language\" "
      "lang=\"zh-CN\">"
      "</button>\n<button type=\"button\" id=\"switch-theme\">{}</button>\n<label><input "
      "type=\"checkbox\" id=\"print-all\"> {}</label>\n</header>\n",
      both(page_words::light_dark), both(page_words::print_all));
}

/// The page would be twice as large with them.
constexpr std::size_t cases_that_are_carried = 20;

Report without_long_lists(Report report) {
  for (ChapterResult& chapter : report.chapters)
    for (ClaimResult& claim : chapter.claims)
      for (CheckResult& check : claim.checks)
        if (check.evidence.cases.size() > cases_that_are_carried) check.evidence.cases.clear();
  return report;
}

}  // namespace

std::string data(const Report& report) {
  std::ostringstream json;
  write_json(json, without_long_lists(report), Language::en);
  return "<section class=\"appendix\">\n" + heading(2, "data", both(page_words::data)) + "<p>" +
         both(page_words::data_explained) +
         "</p>\n<p><a id=\"save-json\" download=\"report.json\" hidden>" +
         both(page_words::download) + "</a><noscript>" + both(page_words::needs_script) +
         "</noscript></p>\n<script type=\"application/gzip\" id=\"report-json\">" +
         packed(json.str()) + "</script>\n</section>\n";
}

}  // namespace html

void write_html(std::ostream& out, const Report& report, Language language,
                const Templates& templates) {
  const std::vector<html::Entry> all = html::sections(report);
  out << html::head(language, templates.style) << "<body>\n<a class=\"skip\" href=\"#main\">"
      << html::both(page_words::skip) << "</a>\n"
      << html::switches() << "<main id=\"main\">\n"
      << html::verdict_header(report) << html::contents(all);
  for (const html::Entry& entry : all) out << entry.section;
  out << "</main>\n<script>" << page::katex_script() << "</script>\n<script>" << page::script()
      << "</script>\n</body>\n</html>\n";
}

}  // namespace gancheck
