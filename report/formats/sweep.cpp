#include "report/formats/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

std::string decimal_for_table(const Rational& t) {
  const std::string text = to_text(t);
  return text.find('/') == std::string::npos ? text : fmt::format("{:.17g}", nearest_double(t));
}

std::string value_for_table(double x) {
  return std::isnan(x) ? "" : fmt::format("{}", x);
}

const Quantity* quantity_in(const SweepRow& row, const std::string& name) {
  const auto found = std::find_if(row.quantities.begin(), row.quantities.end(),
                                  [&](const Quantity& q) { return q.name == name; });
  return found == row.quantities.end() ? nullptr : &*found;
}

}  // namespace

std::string sweep_as_csv(const Sweep& sweep) {
  std::string text = "t";
  const auto out = std::back_inserter(text);
  if (!sweep.rows.empty())
    for (const Quantity& q : sweep.rows.front().quantities)
      fmt::format_to(out, ",{0},{0}_lower,{0}_upper", q.name);
  text += '\n';
  for (const SweepRow& row : sweep.rows) {
    text += decimal_for_table(row.t);
    for (const Quantity& column : sweep.rows.front().quantities) {
      const Quantity* q = quantity_in(row, column.name);
      if (q)
        fmt::format_to(out, ",{},{},{}", value_for_table(q->value), q->lower, q->upper);
      else
        text += ",,,";
    }
    text += '\n';
  }
  return text;
}

std::string sweep_as_json_lines(const Sweep& sweep) {
  std::string text;
  for (const SweepRow& row : sweep.rows) {
    nlohmann::ordered_json quantities = nlohmann::ordered_json::object();
    for (const Quantity& q : row.quantities)
      quantities[q.name] = {{"value", json_number(q.value)},
                            {"lower", q.lower},
                            {"upper", q.upper},
                            {"rigorous", q.rigorous}};
    const nlohmann::ordered_json line{{"t", json_number(nearest_double(row.t))},
                                      {"t_exact", row.t.str()},
                                      {"data", sweep.data},
                                      {"generator", sweep.generator},
                                      {"unit", sweep.unit},
                                      {"quantities", quantities}};
    text += line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text += '\n';
  }
  return text;
}

}  // namespace gancheck
