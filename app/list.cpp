#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/plane/plane_forms.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/figures/figures.hpp"
#include "report/formats/formats.hpp"
#include "report/text/table.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"
#include "theory/derivation.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

constexpr Align left = Align::left, right = Align::right;

std::vector<Cell> headings(Language language, std::initializer_list<const Text*> texts) {
  std::vector<Cell> cells;
  for (const Text* text : texts) cells.emplace_back(text->in(language), Style::heading);
  return cells;
}

Table claims(Language language) {
  Table table({right, left, left, left, left});
  table.row(headings(language, {&words::number, &words::claim, &words::note_lines,
                                &words::note_verdict, &words::title}));
  for (const Chapter& chapter : derivation()) {
    table.line("");
    table.line(chapter.title.in(language), Style::heading);
    for (const Claim& claim : chapter.claims)
      table.row({std::to_string(claim.number), claim.id,
                 fmt::format("{}", fmt::join(claim.note_lines, ",")),
                 std::string(name(claim.note_verdict)), claim.title.in(language)});
  }
  return table;
}

Table errata_table(Language language) {
  Table table({left, left, left, left, left});
  table.row(headings(language, {&words::number, &words::line, &words::severity, &words::repaired_by,
                                &words::issue}));
  for (const Erratum& e : errata()) {
    std::vector<int> repaired_by;
    for (const Claim* claim : claims_that_repair(e)) repaired_by.push_back(claim->number);
    table.row({e.number, fmt::format("{}", fmt::join(e.lines, ", ")),
               severities_in_words(e, language), fmt::format("{}", fmt::join(repaired_by, ", ")),
               e.issue.in(language)});
  }
  return table;
}

Table symbols_table(Language language) {
  Table table({left, left, left});
  table.row(headings(language, {&words::symbol, &words::meaning, &words::formula}));
  for (const Notation& n : notation()) table.row({n.symbol, n.meaning.in(language), n.tex});
  return table;
}

Table families_table(Language language) {
  Table table({left, left});
  table.row(headings(language, {&words::family, &words::meaning}));
  for (const auto* all : {&families(), &plane_families()})
    for (const FamilyDescription& f : *all)
      table.row({f.signature, language == Language::en ? f.meaning_en : f.meaning_zh});
  return table;
}

Table quantities_table(Language language) {
  Table table({left, left, left});
  table.row(headings(language, {&words::quantity, &words::meaning, &words::formula}));
  for (const QuantityRow& q : quantities())
    table.row({q.name, language == Language::en ? q.meaning_en : q.meaning_zh, q.tex});
  return table;
}

Table formats_table(Language language) {
  Table table({left, left, left});
  table.row(headings(language, {&words::format, &words::file, &words::meaning}));
  for (const Format& f : formats()) table.row({f.name, f.file(), f.meaning.in(language)});
  return table;
}

Table figures_table(Language language) {
  Table table({left, left, left});
  table.row(headings(language, {&words::figure, &words::meaning, &words::of_own_pair}));
  for (const FigureRow& f : figure_rows())
    table.row({f.name, f.meaning.in(language),
               (f.of_pair ? words::drawn : words::not_drawn).in(language)});
  return table;
}

Table suites(Language language) {
  Table table({left, left, left, left});
  table.line(words::built_in_suite.in(language), Style::heading);
  table.row(headings(language, {&words::pair, &words::data, &words::generator, &words::what}));
  for (const NamedPair& pair : named_pairs())
    table.row({pair.name, pair.data, pair.generator, pair.why.in(language)});
  for (const Text& grid : simplex_grids()) table.line(grid.in(language));
  return table;
}

struct Topic {
  std::string name;
  Table (*table)(Language language);
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all{{"claims", claims},
                                      {"errata", errata_table},
                                      {"symbols", symbols_table},
                                      {"families", families_table},
                                      {"quantities", quantities_table},
                                      {"formats", formats_table},
                                      {"figures", figures_table},
                                      {"suites", suites}};
  return all;
}

const Topic& topic_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Topic& topic : topics()) {
    if (topic.name == name) return topic;
    names.push_back(topic.name);
  }
  if (name == "divergences" || name == "games") not_available("list " + name);
  throw BadUsage(
      fmt::format("list: there is no topic '{}'; the topics are {}", name, fmt::join(names, ", ")));
}

}  // namespace

int list_command(const Arguments& arguments) {
  const auto options = parse_list(arguments);
  if (!options) return 0;
  std::cout << topic_named(options->topic)
                   .table(language_named(options->language))
                   .text(is_coloured(options->color));
  finish_output();
  return 0;
}

}  // namespace gancheck
