#include "app/laws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <stdexcept>

#include "app/exit_codes.hpp"
#include "app/progress.hpp"
#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/compared.hpp"
#include "numerics/number/numeral.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

/// The specification of a law. Under --table it is asked for as a column of that file, or as one
/// that is normalised.
struct LawText {
  std::string specification;
  /// Under --table: divided by its sum, as a specification and as it is asked for.
  std::string divided, asked_divided;
};

std::string trimmed(std::string text) {
  while (text.ends_with(" ")) text.pop_back();
  return text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
}

/// A column's name may be quoted, as in a specification.
std::string unquoted(const std::string& text) {
  const bool is_quoted = text.size() > 2 && text.starts_with('"') && text.ends_with('"');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

LawText law_text(const std::string& text, const std::string& table) {
  if (table.empty()) return {text, "", ""};
  constexpr std::string_view opening = "normalise(";
  const bool is_divided = text.starts_with(opening) && text.ends_with(")");
  const std::string column = unquoted(
      trimmed(is_divided ? text.substr(opening.size(), text.size() - opening.size() - 1) : text));
  const std::string quoted = quoted_if_needed(column);
  const std::string file = fmt::format("file({},weight={})", quoted_if_needed(table), quoted);
  const std::string divided = fmt::format("normalise({})", file);
  return {is_divided ? divided : file, divided, fmt::format("normalise({})", quoted)};
}

/// Remedies in the words in which the law was asked for.
std::string in_own_words(std::string message, const LawText& law) {
  if (law.divided.empty()) return message;
  for (std::size_t at = 0; (at = message.find(law.divided, at)) != std::string::npos;)
    message.replace(at, law.divided.size(), law.asked_divided);
  return message;
}

AnyLaw law_of(const std::string& option, const LawText& text) {
  try {
    AnyLaw any = read_law(text.specification);
    if (Law* law = std::get_if<Law>(&any))
      for (TableReading& table : law->tables)
        for (Text& warning : table.warnings)
          warning = {in_own_words(warning.en, text), in_own_words(warning.zh, text)};
    return any;
  } catch (const BadSpecification& error) {
    throw BadUsage(option + ": " + in_own_words(error.what(), text));
  }
}

Rational tolerance_of(const std::string& text) {
  const auto numeral = read_numeral(text);
  const bool is_number =
      numeral && numeral->length == text.size() && std::abs(numeral->leading) <= Numeral::farthest;
  if (is_number && compare(numeral->value, 0) > 0) return numeral->value.rational();
  throw BadUsage(
      fmt::format("--match: {} is no positive decimal: give for example 1e-9", in_quotes(text)));
}

/// Columns of numbers that neither law takes may be the points that somebody meant.
void warn_of_ignored(Law& law, const Law& other) {
  for (TableReading& table : law.tables) {
    std::vector<std::string> left = table.ignored;
    for (const TableReading& beside : other.tables)
      if (beside.file == table.file)
        std::erase_if(left, [&](const std::string& name) {
          return beside.column.en.ends_with(" " + in_quotes(name)) ||
                 beside.column.en.ends_with(" " + name);
        });
    if (!left.empty())
      table.warnings.push_back(
          phrase("{}: the column of numbers {} was left out: point={} takes it for the points",
                 "{}：数值列 {} 已略去：写 point={} 则把它读作点", table.file, in_quotes(left[0]),
                 quoted_if_needed(left[0])));
  }
}

/// Takes points that nearly agree for the same, and says how many.
void match(const PairArguments& options, LinePair& laws) {
  const Rational tolerance = tolerance_of(options.match);
  const std::size_t matched = match_points(laws.data, laws.generator, tolerance);
  laws.generator.remarks.push_back(
      phrase("{} of {} points were matched to points of the data within {}",
             "{1} 个点中有 {0} 个已与数据的点匹配，容差为 {2}", matched,
             laws.generator.atoms.size(), options.match));
}

/// What has to be said of both tables together.
void compare_tables(LinePair& laws) {
  warn_of_ignored(laws.data, laws.generator);
  warn_of_ignored(laws.generator, laws.data);
  check_columns_of_cells(laws.data, laws.generator);
  if (const auto shared = shared_labels(laws.data, laws.generator))
    laws.generator.remarks.push_back(*shared);
  for (const Text& warning : warnings_of_pair(laws.data, laws.generator))
    for (Law* law : {&laws.data, &laws.generator})
      if (!law->tables.empty()) law->tables[0].warnings.push_back(warning);
}

}  // namespace

Law law_of(const std::string& option, const std::string& specification) {
  try {
    return parse_law(specification);
  } catch (const BadSpecification& error) {
    throw BadUsage(option + ": " + error.what());
  }
}

PairOfLaws compared_pair(AnyLaw data, AnyLaw generator) {
  PairOfLaws pair = pair_of(std::move(data), std::move(generator));
  if (LinePair* line = std::get_if<LinePair>(&pair)) compare_tables(*line);
  return pair;
}

PairOfLaws laws_of(const PairArguments& options) {
  Progress progress(!options.quiet);
  progress.say("reading");
  AnyLaw data = law_of("--data", law_text(options.data, options.table));
  AnyLaw generator = law_of("--generator", law_text(options.generator, options.table));
  try {
    PairOfLaws pair = pair_of(std::move(data), std::move(generator));
    LinePair* line = std::get_if<LinePair>(&pair);
    if (!line && !options.match.empty())
      throw BadUsage("--match is for points on the line: leave it out for laws in the plane");
    if (line && !options.match.empty()) match(options, *line);
    if (line) compare_tables(*line);
    return pair;
  } catch (const BadSpecification& error) {
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

Notes remarks_of(const LinePair& laws) {
  Notes remarks;
  for (const Text& remark : laws.data.remarks)
    remarks.push_back(phrase("data: {}", "数据：{}", remark));
  for (const Text& remark : laws.generator.remarks)
    remarks.push_back(phrase("generator: {}", "生成器：{}", remark));
  return remarks;
}

void print_warnings(const PairOfLaws& pair, Language language) {
  const auto* laws = std::get_if<LinePair>(&pair);
  if (!laws) return;
  std::set<std::string> printed;
  for (const Law* law : {&laws->data, &laws->generator})
    for (const TableReading& table : law->tables)
      for (const Text& warning : table.warnings)
        if (printed.insert(warning.in(language)).second)
          std::cerr
              << phrase("gancheck: warning: {}\n", "gancheck：警告：{}\n", warning).in(language);
}

}  // namespace gancheck
