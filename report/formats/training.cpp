#include "report/formats/training.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

struct Column {
  const char* name;
  Tracked TrainingRow::*number;
};
constexpr Column columns_of_a_row[] = {{"value", &TrainingRow::value},
                                       {"value_at_optimum", &TrainingRow::value_at_optimum},
                                       {"jsd", &TrainingRow::jsd},
                                       {"tv", &TrainingRow::tv}};

const double minus_log_4 = -std::log(4.0);

std::string rounded_up(double error) {
  constexpr int digits = 2;
  return std::isfinite(error) ? decimal_rounded_up(exact_rational(error), digits)
                              : fmt::format("{}", error);
}

nlohmann::ordered_json json_row(const TrainingRow& row) {
  nlohmann::ordered_json members{{"step", row.step}};
  for (const Column& column : columns_of_a_row) {
    const Tracked& x = row.*column.number;
    members[column.name] = {{"value", json_number(x.value())}, {"error", json_number(x.error())}};
  }
  return members;
}

nlohmann::ordered_json json_options(const TrainingOptions& options) {
  return {
      {"steps", options.steps},
      {"every", options.every},
      {"seed", options.seed},
      {"batch", options.batch},
      {"rate_discriminator", options.rate_discriminator},
      {"rate_generator", options.rate_generator},
      {"discriminator_steps", options.discriminator_steps},
      {"discriminator_width", options.width},
      {"objective", options.objective == Objective::saturating ? "saturating" : "non-saturating"}};
}

}  // namespace

void write_training_csv(std::ostream& out, const TrainingRun& run) {
  out << "step";
  for (const Column& column : columns_of_a_row) out << fmt::format(",{0},{0}_error", column.name);
  out << ",minus_log_4\n";
  for (const TrainingRow& row : run.training.rows) {
    out << row.step;
    for (const Column& column : columns_of_a_row) {
      const Tracked& x = row.*column.number;
      out << fmt::format(",{},{}", x.value(), rounded_up(x.error()));
    }
    out << fmt::format(",{}\n", minus_log_4);
  }
}

void write_training_json(std::ostream& out, const TrainingRun& run) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array(), trouble = nullptr;
  for (const TrainingRow& row : run.training.rows) rows.push_back(json_row(row));
  if (!run.training.trouble.empty()) trouble = run.training.trouble;
  out << json_document({{"schema", 1},
                        {"data", run.data},
                        {"noise", run.noise},
                        {"generator", run.generator},
                        {"unit", "nat"},
                        {"options", json_options(run.options)},
                        {"minus_log_4", minus_log_4},
                        {"rows", rows},
                        {"trouble", trouble},
                        {"remarks", run.remarks}});
}

}  // namespace gancheck
