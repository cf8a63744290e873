#include "report/formats/evaluation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "numerics/number/numeral.hpp"
#include "report/formats/json_value.hpp"
#include "report/formats/table_reading.hpp"
#include "report/text/table.hpp"
#include "report/text/units.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::string digits_of(const Quantity& q, Language language) {
  if (q.digits) return std::to_string(*q.digits);
  return (q.lower == q.upper ? in_words(Method::exact) : Text{"none", "无"}).in(language);
}

nlohmann::ordered_json quantity(const Quantity& q, Unit unit) {
  return {
      {"value", json_number(q.value)},
      {"lower", q.lower},
      {"upper", q.upper},
      {"digits", q.digits ? nlohmann::ordered_json(*q.digits) : nullptr},
      {"witness", q.witness == Witness::ball ? "ball" : "grid"},
      {"rigorous", q.rigorous},
      {"note", joined(q.notes, Language::en)},
      {"unit", q.dimension == Dimension::none ? nullptr
                                              : nlohmann::ordered_json(unit_of(q.dimension, unit))},
      {"method", in_words(q.method).en},
      {"rounding", json_number(q.rounding)},
      {"truncation", json_number(q.truncation)},
      {"discretisation", json_number(q.discretisation)}};
}

/// Every note once, with all the quantities that have it.
void write_notes(std::ostream& out, const std::vector<Quantity>& quantities, Language language) {
  std::vector<std::string> written;
  for (const Quantity& first : quantities) {
    const std::string note = joined(first.notes, language);
    if (note.empty() || std::count(written.begin(), written.end(), note) > 0) continue;
    std::vector<std::string> names;
    for (const Quantity& q : quantities)
      if (joined(q.notes, language) == note) names.push_back(q.name);
    out << "\n"
        << wrapped(fmt::format("{}{}{}", fmt::join(names, ", "), words::colon(language), note), 100,
                   0);
    written.push_back(note);
  }
}

}  // namespace

namespace {

std::string shown_unit(const Quantity& q, Unit unit) {
  return q.dimension == Dimension::none ? "-" : unit_of(q.dimension, unit);
}

/// The bounds of a number without a certain digit, shortened outwards; what is not read as it is.
std::string interval_of(const Quantity& q) {
  constexpr int digits = 3;
  const auto lower = read_decimal(q.lower), upper = read_decimal(q.upper);
  return fmt::format("[{}, {}]", lower ? decimal_rounded_down(*lower, digits) : q.lower,
                     upper ? decimal_rounded_up(*upper, digits) : q.upper);
}

/// The decimal to which both bounds round, with as many digits as there is one for, and how far the
/// number may lie from it: every digit is right.
struct Reading {
  std::string value, error;
};
Reading reading_of(const Quantity& q, int most_digits, Language language) {
  if (q.lower == q.upper) return {q.lower, "0"};
  for (int n = most_digits; n > 0; --n) {
    const auto value = decimal_of(q, n);
    if (!value) continue;
    const Rational x = *read_decimal(*value);
    const Rational error =
        std::max<Rational>(*read_decimal(q.upper) - x, x - *read_decimal(q.lower));
    return {*value, decimal_rounded_up(error, 2)};
  }
  return {Text{"in ", "在 "}.in(language) + interval_of(q), "-"};
}

std::vector<Cell> headings(std::initializer_list<Text> names, Language language) {
  std::vector<Cell> cells;
  for (const Text& name : names) cells.emplace_back(name.in(language), Style::heading);
  return cells;
}

/// Enclosures have too many digits for two bounds side by side.
Table table_of_enclosures(const Evaluation& evaluation, Language language) {
  Table table({Align::left, Align::left, Align::left, Align::left, Align::right, Align::left});
  table.row(headings(
      {words::quantity, words::value, words::within, words::unit, words::digits, words::how},
      language));
  const Text not_certified{", not certified", "，未经认证"};
  for (const Quantity& q : evaluation.quantities) {
    const Reading reading = reading_of(q, evaluation.digits, language);
    const std::string method = in_words(q.method).in(language);
    table.row({q.name, reading.value, reading.error, shown_unit(q, evaluation.unit),
               digits_of(q, language), q.rigorous ? method : method + not_certified.in(language)});
  }
  return table;
}

Table table_of_bounds(const Evaluation& evaluation, Language language) {
  Table table({Align::left, Align::right, Align::left, Align::right, Align::right, Align::right,
               Align::left});
  table.row(headings({words::quantity, words::value, words::unit, words::lower, words::upper,
                      words::digits, words::how},
                     language));
  constexpr int digits_of_a_double = 17;
  const Text unknown{"unknown", "未知"};
  for (const Quantity& q : evaluation.quantities)
    table.row({q.name,
               std::isnan(q.value) ? unknown.in(language)
                                   : reading_of(q, digits_of_a_double, language).value,
               shown_unit(q, evaluation.unit), q.lower, q.upper, digits_of(q, language),
               in_words(q.method).in(language)});
  return table;
}

}  // namespace

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, Language language,
                            bool colour) {
  Table laws({Align::left, Align::left});
  const auto write_law = [&](const Text& role, const std::string& law,
                             const std::vector<TableReading>& tables) {
    laws.row({role.in(language), law});
    for (const TableReading& table : tables) laws.row({std::string(), in_words(table, language)});
  };
  write_law(words::data, evaluation.data, evaluation.data_tables);
  write_law(words::generator, evaluation.generator, evaluation.generator_tables);
  if (!evaluation.discriminator.empty()) laws.row({std::string("D"), evaluation.discriminator});
  out << laws.text(colour) << "\n";
  const bool has_enclosures =
      std::any_of(evaluation.quantities.begin(), evaluation.quantities.end(),
                  [](const Quantity& q) { return q.witness == Witness::ball; });
  out << (has_enclosures ? table_of_enclosures(evaluation, language)
                         : table_of_bounds(evaluation, language))
             .text(colour);
  write_notes(out, evaluation.quantities, language);
  for (const Text& remark : evaluation.remarks) out << "\n" << remark.in(language) << "\n";
}

void write_evaluation_json(std::ostream& out, const Evaluation& evaluation) {
  nlohmann::ordered_json quantities = nlohmann::ordered_json::object();
  for (const Quantity& q : evaluation.quantities) quantities[q.name] = quantity(q, evaluation.unit);
  nlohmann::ordered_json discriminator = nullptr, asked = nullptr;
  if (!evaluation.asked.empty()) asked = evaluation.asked;
  if (!evaluation.discriminator.empty()) discriminator = evaluation.discriminator;
  out << json_document({{"schema", 1},
                        {"data", evaluation.data},
                        {"generator", evaluation.generator},
                        {"discriminator", discriminator},
                        {"unit", name_of(evaluation.unit)},
                        {"read",
                         {{"data", json_reading(evaluation.data_tables)},
                          {"generator", json_reading(evaluation.generator_tables)}}},
                        {"asked", asked},
                        {"quantities", quantities},
                        {"remarks", json_notes(evaluation.remarks, Language::en)},
                        {"remarks_zh", json_notes(evaluation.remarks, Language::zh)}});
}

}  // namespace gancheck
