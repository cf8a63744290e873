#include "report/formats/evaluation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "numerics/number/numeral.hpp"
#include "report/formats/json_value.hpp"
#include "report/formats/table_reading.hpp"
#include "report/text/table.hpp"
#include "report/text/units.hpp"

namespace gancheck {
namespace {

std::string digits_of(const Quantity& q) {
  return q.digits ? std::to_string(*q.digits) : q.lower == q.upper ? "exact" : "none";
}

nlohmann::ordered_json quantity(const Quantity& q, Unit unit) {
  return {
      {"value", json_number(q.value)},
      {"lower", q.lower},
      {"upper", q.upper},
      {"digits", q.digits ? nlohmann::ordered_json(*q.digits) : nullptr},
      {"witness", q.witness == Witness::ball ? "ball" : "grid"},
      {"rigorous", q.rigorous},
      {"note", q.note},
      {"unit", q.dimension == Dimension::none ? nullptr
                                              : nlohmann::ordered_json(unit_of(q.dimension, unit))},
      {"method", q.method},
      {"rounding", json_number(q.rounding)},
      {"truncation", json_number(q.truncation)},
      {"discretisation", json_number(q.discretisation)}};
}

/// Every note once, with all the quantities that have it.
void write_notes(std::ostream& out, const std::vector<Quantity>& quantities) {
  std::vector<std::string> written;
  for (const Quantity& first : quantities) {
    if (first.note.empty() || std::count(written.begin(), written.end(), first.note) > 0) continue;
    std::vector<std::string> names;
    for (const Quantity& q : quantities)
      if (q.note == first.note) names.push_back(q.name);
    out << "\n" << wrapped(fmt::format("{}: {}", fmt::join(names, ", "), first.note), 100, 0);
    written.push_back(first.note);
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
Reading reading_of(const Quantity& q, int most_digits) {
  if (q.lower == q.upper) return {q.lower, "0"};
  for (int n = most_digits; n > 0; --n) {
    const auto value = decimal_of(q, n);
    if (!value) continue;
    const Rational x = *read_decimal(*value);
    const Rational error =
        std::max<Rational>(*read_decimal(q.upper) - x, x - *read_decimal(q.lower));
    return {*value, decimal_rounded_up(error, 2)};
  }
  return {fmt::format("in {}", interval_of(q)), "-"};
}

/// Enclosures have too many digits for two bounds side by side.
Table table_of_enclosures(const Evaluation& evaluation) {
  Table table({Align::left, Align::left, Align::left, Align::left, Align::right, Align::left});
  std::vector<Cell> headings;
  for (const char* heading : {"quantity", "value", "within", "unit", "digits", "how"})
    headings.emplace_back(heading, Style::heading);
  table.row(headings);
  for (const Quantity& q : evaluation.quantities) {
    const Reading reading = reading_of(q, evaluation.digits);
    table.row({q.name, reading.value, reading.error, shown_unit(q, evaluation.unit), digits_of(q),
               q.rigorous ? q.method : q.method + ", not certified"});
  }
  return table;
}

Table table_of_bounds(const Evaluation& evaluation) {
  Table table({Align::left, Align::right, Align::left, Align::right, Align::right, Align::right,
               Align::left});
  std::vector<Cell> headings;
  for (const char* heading : {"quantity", "value", "unit", "lower", "upper", "digits", "how"})
    headings.emplace_back(heading, Style::heading);
  table.row(headings);
  constexpr int digits_of_a_double = 17;
  for (const Quantity& q : evaluation.quantities)
    table.row({q.name, std::isnan(q.value) ? "unknown" : reading_of(q, digits_of_a_double).value,
               shown_unit(q, evaluation.unit), q.lower, q.upper, digits_of(q), q.method});
  return table;
}

}  // namespace

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, bool colour) {
  const auto write_law = [&](const char* role, const std::string& law,
                             const std::vector<TableReading>& tables) {
    out << fmt::format("{:<11}{}\n", role, law);
    for (const TableReading& table : tables) out << fmt::format("{:<11}{}\n", "", in_words(table));
  };
  write_law("data", evaluation.data, evaluation.data_tables);
  write_law("generator", evaluation.generator, evaluation.generator_tables);
  if (!evaluation.discriminator.empty()) out << "D          " << evaluation.discriminator << "\n";
  out << "\n";
  const bool has_enclosures =
      std::any_of(evaluation.quantities.begin(), evaluation.quantities.end(),
                  [](const Quantity& q) { return q.witness == Witness::ball; });
  out << (has_enclosures ? table_of_enclosures(evaluation) : table_of_bounds(evaluation))
             .text(colour);
  write_notes(out, evaluation.quantities);
  for (const std::string& remark : evaluation.remarks) out << "\n" << remark << "\n";
}

void write_evaluation_json(std::ostream& out, const Evaluation& evaluation) {
  nlohmann::ordered_json quantities = nlohmann::ordered_json::object();
  for (const Quantity& q : evaluation.quantities) quantities[q.name] = quantity(q, evaluation.unit);
  nlohmann::ordered_json discriminator = nullptr;
  if (!evaluation.discriminator.empty()) discriminator = evaluation.discriminator;
  out << json_document({{"schema", 1},
                        {"data", evaluation.data},
                        {"generator", evaluation.generator},
                        {"discriminator", discriminator},
                        {"unit", name_of(evaluation.unit)},
                        {"read",
                         {{"data", json_reading(evaluation.data_tables)},
                          {"generator", json_reading(evaluation.generator_tables)}}},
                        {"quantities", quantities},
                        {"remarks", evaluation.remarks}});
}

}  // namespace gancheck
