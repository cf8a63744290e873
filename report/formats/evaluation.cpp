#include "report/formats/evaluation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "report/formats/json_value.hpp"
#include "report/text/table.hpp"

namespace gancheck {
namespace {

std::string name_of(Unit unit) {
  return unit == Unit::nat ? "nat" : "bit";
}

/// The unit of one quantity; "" for what has none.
std::string unit_of(const Quantity& q, Unit unit) {
  switch (q.dimension) {
    case Dimension::none:
      return "";
    case Dimension::information:
      return name_of(unit);
    case Dimension::root_of_information:
      return "sqrt(" + name_of(unit) + ")";
  }
  return "";
}

std::string digits_of(const Quantity& q) {
  return q.digits ? std::to_string(*q.digits) : q.lower == q.upper ? "exact" : "none";
}

nlohmann::ordered_json quantity(const Quantity& q, Unit unit) {
  return {
      {"value", json_number(q.value)},
      {"lower", q.lower},
      {"upper", q.upper},
      {"digits", q.digits ? nlohmann::ordered_json(*q.digits) : nullptr},
      {"witness", "grid"},
      {"rigorous", q.rigorous},
      {"note", q.note},
      {"unit", q.dimension == Dimension::none ? nullptr : nlohmann::ordered_json(unit_of(q, unit))},
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

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, bool colour) {
  out << "data       " << evaluation.data << "\n"
      << "generator  " << evaluation.generator << "\n";
  if (!evaluation.discriminator.empty()) out << "D          " << evaluation.discriminator << "\n";
  out << "\n";
  Table table({Align::left, Align::right, Align::left, Align::right, Align::right, Align::right,
               Align::left});
  std::vector<Cell> headings;
  for (const char* heading : {"quantity", "value", "unit", "lower", "upper", "digits", "how"})
    headings.emplace_back(heading, Style::heading);
  table.row(headings);
  for (const Quantity& q : evaluation.quantities)
    table.row({q.name, std::isnan(q.value) ? "unknown" : fmt::format("{}", q.value),
               q.dimension == Dimension::none ? "-" : unit_of(q, evaluation.unit), q.lower, q.upper,
               digits_of(q), q.method});
  out << table.text(colour);
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
                        {"quantities", quantities},
                        {"remarks", evaluation.remarks}});
}

}  // namespace gancheck
