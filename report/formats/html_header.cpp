#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/count_sentences.hpp"
#include "report/text/glossary.hpp"
#include "report/text/page_words.hpp"
#include "report/text/run_sentences.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

std::string entry(const Text& label, const std::string& inside) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", both(label), inside);
}

std::string verdicts_counted(const Summary& s) {
  std::string out;
  for (const auto& [verdict, n] : counts_of_verdicts(s))
    if (n > 0) out += fmt::format("<li><b>{}</b> {}</li>", n, mark(verdict));
  return "<ul class=\"counts\">" + out + "</ul>\n";
}

std::string own_pairs(const Report& report) {
  if (!report.own_pairs) return "";
  std::string out = "<p>" + both(sentence_of(own_pairs_counted(*report.own_pairs))) + "</p>\n";
  if (nobody_looked(*report.own_pairs))
    out += "<p>" + both(sentence_of(words::nobody_looked)) + "</p>\n";
  if (report.own_pairs->unchecked.empty()) return out;
  std::vector<std::string> numbers;
  numbers.reserve(report.own_pairs->unchecked.size());
  for (const std::string& id : report.own_pairs->unchecked)
    numbers.push_back(claim_number(report, id));
  return out + "<p>" + both(words::checked_by_no_witness) +
         either(words::colon(Language::en), words::colon(Language::zh)) + listed(numbers) +
         either(".", "。") + "</p>\n";
}

}  // namespace

std::string verdict_header(const Report& report) {
  std::string out = "<header class=\"title\">\n<h1>" + both(words::report_title) + "</h1>\n";
  if (!report.complete) out += "<p class=\"warning\"><b>" + both(words::incomplete) + "</b></p>\n";
  out += "<p class=\"verdict\">" + both(verdict_of_the_run(report)) + "</p>\n" +
         verdicts_counted(report.summary);
  out += "<p>" + both(sentence_of(controls_counted(report.summary))) + " " +
         both(what_was_found_of_the_note(report)) + "</p>\n" + own_pairs(report);
  out += "<dl class=\"run\">\n" +
         entry(page_words::what_was_checked, both(page_words::theory_of_the_note));
  out += entry(page_words::with_what, both(pairs_in_words(report)));
  out += entry(page_words::by_whom, both(run_in_words(report)));
  if (!report.made_with.empty())
    out +=
        entry(page_words::made_with, escaped(fmt::format("{}", fmt::join(report.made_with, ", "))));
  out += entry(page_words::command, code(command_of(report)));
  out += entry(page_words::cite_as, citation(report, "")) + "</dl>\n";
  for (const Text& note : report.notes) out += "<p class=\"remark\">" + both(note) + "</p>\n";
  return out + "</header>\n";
}

std::string how_to_read(const Report&) {
  std::string lines;
  for (const Text& line : how_to_read_a_report()) lines += "<li>" + both(line) + "</li>\n";
  return "<section>\n" + heading(2, "how-to-read", both(page_words::how_to_read)) +
         "<ol class=\"reading\">\n" + lines + "</ol>\n</section>\n";
}

}  // namespace gancheck::html
