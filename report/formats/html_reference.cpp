// What a reader looks up: distributions, what has to be trusted, words and symbols.
#include <fmt/format.h>

#include <set>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/glossary.hpp"
#include "report/text/page_words.hpp"
#include "report/text/trust.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

/// "W7: data | generator (what must be said)" taken apart.
struct PairLine {
  std::string name, data, generator;
  Text remark{"", ""};
};

/// From the bracket that a space (in Chinese: nothing) sets off, to its end.
std::string bracket_behind(const std::string& line, std::string_view opening,
                           std::string_view closing) {
  const auto start = line.find(opening);
  if (start == std::string::npos || !line.ends_with(closing)) return "";
  return line.substr(start + opening.size(), line.size() - start - opening.size() - closing.size());
}

std::optional<PairLine> taken_apart(const Text& line) {
  const auto colon = line.en.find(": ");
  const auto bar = line.en.find(" | ");
  if (colon == std::string::npos || bar == std::string::npos || bar < colon) return std::nullopt;
  PairLine pair;
  pair.name = line.en.substr(0, colon);
  pair.data = line.en.substr(colon + 2, bar - colon - 2);
  pair.generator = line.en.substr(bar + 3);
  const auto remark = pair.generator.find(" (");
  if (remark == std::string::npos) return pair;
  pair.generator.resize(remark);
  pair.remark = {bracket_behind(line.en, " (", ")"), bracket_behind(line.zh, "（", "）")};
  return pair;
}

std::string list_of(const std::vector<Text>& lines) {
  std::string out;
  for (const Text& line : lines) out += "<li>" + both(line) + "</li>\n";
  return "<ul>\n" + out + "</ul>\n";
}

std::string trusted(const Report& report) {
  std::set<Witness> called;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      for (const CheckResult& check : claim.checks) called.insert(check.witness);
  std::vector<Text> lines = trusted_always();
  for (const Witness witness : called) lines.push_back(trusted_by(witness));
  return "<h3>" + both(page_words::trusted) + "</h3>\n" + list_of(lines);
}

std::string lemmas_of(const Report& report) {
  PageTable table({"", ""}, {words::lemma, words::statement});
  for (const Lemma& lemma : report.words.lemmas) table.row({code(lemma.id), both(lemma.statement)});
  const std::string rows = table.html();
  return rows.empty() ? "" : "<h3>" + both(page_words::lemmas) + "</h3>\n" + rows;
}

std::string verdict_words() {
  PageTable table({"", ""}, {words::verdict, words::meaning});
  for (const Verdict v : {Verdict::proved, Verdict::certified, Verdict::supported,
                          Verdict::undecided, Verdict::failed, Verdict::refuted})
    table.row({mark(v), both(meaning(v))});
  return "<h3>" + both(page_words::verdict_words) + "</h3>\n" + table.html();
}

std::string other_words() {
  PageTable table({"", ""}, {page_words::word, words::meaning});
  for (const Term& term : terms_of_reports()) table.row({both(term.word), both(term.meaning)});
  return "<h3>" + both(page_words::other_words) + "</h3>\n" + table.html();
}

std::string symbols_of(const Report& report) {
  PageTable table({"", ""}, {words::symbol, words::meaning});
  for (const Notation& n : report.words.notation) table.row({formula(n.tex), both(n.meaning)});
  const std::string rows = table.styled("symbols").without_heads().html();
  return rows.empty() ? "" : heading(3, "symbols", both(page_words::symbols)) + rows;
}

}  // namespace

std::string distributions(const Report& report) {
  if (report.pairs.empty()) return "";
  PageTable table({"", ""}, {page_words::pair_name, page_words::data_law, page_words::generator_law,
                             page_words::remark});
  std::vector<Text> grids;
  for (const Text& line : report.pairs) {
    if (const auto pair = taken_apart(line))
      table.row({escaped(pair->name), code(pair->data), code(pair->generator), both(pair->remark)});
    else
      grids.push_back(line);
  }
  std::string out = table.styled("laws").html();
  if (!grids.empty())
    out += "<p>" + both(page_words::grids) +
           either(words::colon(Language::en), words::colon(Language::zh)) + "</p>\n" +
           list_of(grids);
  return "<section class=\"appendix\">\n" +
         heading(2, "distributions", both(page_words::distributions)) + out + "</section>\n";
}

std::string numerics(const Report& report) {
  return "<section class=\"appendix\">\n" + heading(2, "numerics", both(page_words::numerics)) +
         trusted(report) + lemmas_of(report) + "</section>\n";
}

std::string glossary(const Report& report) {
  return "<section class=\"appendix\">\n" + heading(2, "glossary", both(page_words::glossary)) +
         verdict_words() + other_words() + symbols_of(report) + "</section>\n";
}

}  // namespace gancheck::html
