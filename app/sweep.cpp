#include <fmt/format.h>

#include <cmath>
#include <iostream>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/interruption.hpp"
#include "app/laws.hpp"
#include "app/output_file.hpp"
#include "app/parameter.hpp"
#include "app/progress.hpp"
#include "app/quantity_names.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/formats/sweep.hpp"
#include "report/write.hpp"
#include "theory/divergence/plane/plane_quantities.hpp"

namespace gancheck {
namespace {

constexpr int exit_sweep_interrupted = 2;

AnyLaw law_at(const std::string& option, const std::string& specification, const Rational& t) {
  try {
    return read_law(with_parameter(specification, t).value_or(specification));
  } catch (const BadSpecification& error) {
    throw BadUsage(fmt::format("{}: at t = {}: {}", option, to_text(t), error.what()));
  }
}

std::vector<Quantity> quantities_at(const PairOfLaws& pair, const SweepArguments& arguments,
                                    const QuantityRows& rows) {
  const Unit unit = arguments.unit == "bit" ? Unit::bit : Unit::nat;
  const bool by_grid = arguments.witness == "grid";
  if (const auto* plane = std::get_if<PlanePair>(&pair))
    return (by_grid ? evaluate(plane->data, plane->generator, unit, rows)
                    : evaluate_enclosed(plane->data, plane->generator, unit, standard_digits, rows))
        .quantities;
  const auto& line = std::get<LinePair>(pair);
  return by_grid ? evaluate(line.data, line.generator, unit, rows)
                 : evaluate_enclosed(line.data, line.generator, unit, standard_digits, rows);
}

PairOfLaws laws_at(const SweepArguments& arguments, const Rational& t) {
  return compared_pair(law_at("--data", arguments.data, t),
                       law_at("--generator", arguments.generator, t));
}

/// What was read of tables is said once, at the first t.
SweepRow row_at(const SweepArguments& arguments, const Rational& t, const QuantityRows& rows,
                bool is_first) {
  try {
    const PairOfLaws pair = laws_at(arguments, t);
    if (is_first) print_warnings(pair, language_named(arguments.language));
    std::vector<Text> left_out;
    return {t, quantities_at(pair, arguments,
                             rows_defined_for(pair, rows, arguments.quantities, left_out))};
  } catch (const BadSpecification& error) {
    throw BadUsage(fmt::format("--data, --generator: at t = {}: {}", to_text(t), error.what()));
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(fmt::format("--data, --generator: at t = {}: {}", to_text(t), error.what()));
  }
}

void refuse_without_parameter(const SweepArguments& arguments) {
  if (!with_parameter(arguments.data, 0) && !with_parameter(arguments.generator, 0))
    throw BadUsage(
        "neither --data nor --generator has a parameter t: write one, as in 'normal(t,1)'");
}

/// As far as it comes: an interruption ends it early.
Sweep sweep_of(const SweepArguments& arguments, const ParameterRange& range) {
  Sweep sweep{arguments.data, arguments.generator, arguments.unit, {}};
  const QuantityRows rows = quantity_rows(arguments.quantities);
  const std::atomic<bool>& interrupted = listen_for_interruption();
  Progress progress(true);
  for (std::size_t i = 0; i < range.size && !interrupted; ++i) {
    sweep.rows.push_back(row_at(arguments, range[i], rows, i == 0));
    progress.show(i + 1, range.size, "values of t");
  }
  return sweep;
}

}  // namespace

int sweep_command(const Arguments& words) {
  const auto arguments = parse_sweep(words);
  if (!arguments) return 0;
  const ParameterRange range = read_range(arguments->range);
  refuse_without_parameter(*arguments);
  quantity_rows(arguments->quantities);
  refuse_unwritable("--out", arguments->out);
  const Sweep sweep = sweep_of(*arguments, range);
  const std::string text =
      arguments->format == "csv" ? sweep_as_csv(sweep) : sweep_as_json_lines(sweep);
  if (arguments->out.empty()) {
    std::cout << text;
    finish_output();
  } else {
    write_whole(arguments->out, text);
  }
  return sweep.rows.size() < range.size ? exit_sweep_interrupted : 0;
}

}  // namespace gancheck
