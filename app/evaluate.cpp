#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/laws.hpp"
#include "app/progress.hpp"
#include "app/quantity_names.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/formats/evaluation.hpp"
#include "theory/divergence/given_discriminator.hpp"
#include "theory/divergence/plane/plane_quantities.hpp"

namespace gancheck {
namespace {

void refuse_what_does_not_fit(const EvaluateArguments& options) {
  if (options.digits_are_given && options.witness == "grid")
    throw BadUsage(
        "--digits asks for enclosures, and --witness grid makes none: leave one of them out");
  if (options.discriminator && options.discriminator->empty())
    throw BadUsage("--discriminator is empty: write constant(c), logistic(a,b) or file(PATH)");
}

GivenDiscriminator discriminator_of(const std::string& specification) {
  try {
    return parse_discriminator(specification);
  } catch (const BadSpecification& error) {
    throw BadUsage(std::string("--discriminator: ") + error.what());
  }
}

std::vector<Quantity> quantities_of(const Law& data, const Law& generator,
                                    const GivenDiscriminator& d, const EvaluateArguments& options) {
  const Unit unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  try {
    return options.witness == "grid" ? evaluate(data, generator, d, unit)
                                     : evaluate_enclosed(data, generator, d, unit, options.digits);
  } catch (const BadSpecification& error) {  // a table that does not fit the laws
    throw BadUsage(std::string("--discriminator: ") + error.what());
  }
}

/// With more atoms balls take minutes: floating-point numbers with derived bounds have most of the
/// digits at once, unless the laws are nearly equal.
bool is_large(const LinePair& laws) {
  constexpr std::size_t most_for_balls = 20000;
  return std::max(laws.data.atoms.size(), laws.generator.atoms.size()) > most_for_balls;
}

bool have_digits(const std::vector<Quantity>& quantities) {
  constexpr int enough = 12;
  return std::all_of(quantities.begin(), quantities.end(), [](const Quantity& q) {
    return q.lower == q.upper || q.digits.value_or(0) >= enough;
  });
}

std::vector<Quantity> divergences_of(const LinePair& laws, const EvaluateArguments& options,
                                     Unit unit, const QuantityRows& rows) {
  Progress progress(is_large(laws));
  progress.say(fmt::format("{} and {} atoms", laws.data.atoms.size(), laws.generator.atoms.size()));
  const bool may_choose = options.witness == "ball" && !options.digits_are_given;
  if (options.witness == "grid" || (may_choose && is_large(laws))) {
    std::vector<Quantity> by_grid = evaluate(laws.data, laws.generator, unit, rows);
    if (options.witness == "grid" || have_digits(by_grid)) return by_grid;
  }
  return evaluate_enclosed(laws.data, laws.generator, unit, options.digits, rows);
}

Text remark_of(const PlaneMap& turn) {
  const auto& [a, b, c, d, e, f] = turn;
  const std::string map =
      fmt::format("affine({})", fmt::join(std::vector<std::string>{shown(a), shown(b), shown(c),
                                                                   shown(d), shown(e), shown(f)},
                                          ","));
  return {"both laws are taken back by " + map + ", which turns the axes and changes no divergence",
          "两分布一并由 " + map + " 变回：该映射转动坐标轴，不改变任何散度"};
}

Evaluation evaluation_in_plane(const PlanePair& laws, const EvaluateArguments& options,
                               const QuantityRows& rows, std::vector<Text> remarks) {
  if (options.discriminator)
    throw BadUsage("--discriminator is a function on the line: leave it out for laws in the plane");
  Evaluation result;
  result.remarks = std::move(remarks);
  result.asked = options.quantities;
  result.data = laws.data.specification;
  result.generator = laws.generator.specification;
  result.unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  result.digits = options.digits;
  try {
    PlaneQuantities found =
        options.witness == "grid"
            ? evaluate(laws.data, laws.generator, result.unit, rows)
            : evaluate_enclosed(laws.data, laws.generator, result.unit, options.digits, rows);
    result.quantities = std::move(found.quantities);
    if (laws.turn) result.remarks.push_back(remark_of(*laws.turn));
    if (found.remark) result.remarks.push_back(std::move(*found.remark));
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
  return result;
}

Evaluation evaluation_of(const EvaluateArguments& options) {
  const QuantityRows asked = quantity_rows(options.quantities);
  const PairOfLaws pair = laws_of(options.pair);
  std::vector<Text> remarks;
  const QuantityRows rows = rows_defined_for(pair, asked, options.quantities, remarks);
  if (const auto* plane = std::get_if<PlanePair>(&pair))
    return evaluation_in_plane(*plane, options, rows, std::move(remarks));
  print_warnings(pair, language_named(options.language));
  const auto& laws = std::get<LinePair>(pair);
  const Law &data = laws.data, &generator = laws.generator;
  Evaluation result;
  result.remarks = std::move(remarks);
  result.asked = options.quantities;
  result.data_tables = data.tables;
  result.generator_tables = generator.tables;
  result.data = data.specification;
  result.generator = generator.specification;
  result.unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  result.digits = options.digits;
  for (Text& remark : remarks_of(laws)) result.remarks.push_back(std::move(remark));
  try {
    result.quantities = divergences_of(laws, options, result.unit, rows);
    if (options.witness == "ball" && result.quantities[0].witness == Witness::grid &&
        is_large(laws))
      result.remarks.emplace_back(
          "more than 20000 atoms: floating-point numbers with derived bounds; --digits N encloses "
          "them",
          "原子超过 20000 个：给出带误差界的浮点数；--digits N 则给出包含区间");
    if (options.discriminator) {
      const GivenDiscriminator d = discriminator_of(*options.discriminator);
      result.discriminator = d.text;
      for (Quantity& q : quantities_of(data, generator, d, options))
        result.quantities.push_back(std::move(q));
    }
  } catch (const BadSpecification& error) {  // tables of different length
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
  return result;
}

}  // namespace

int evaluate_command(const Arguments& arguments) {
  const auto options = parse_evaluate(arguments);
  if (!options) return 0;
  refuse_what_does_not_fit(*options);
  const Evaluation result = evaluation_of(*options);
  if (options->json)
    write_evaluation_json(std::cout, result);
  else
    write_evaluation_table(std::cout, result, language_named(options->language),
                           is_coloured(options->color));
  finish_output();
  return 0;
}

}  // namespace gancheck
