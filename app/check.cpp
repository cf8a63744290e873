#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/laws.hpp"
#include "app/quantity_names.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/nearest_name.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/formats/checked_number.hpp"
#include "theory/divergence/plane/plane_quantities.hpp"

namespace gancheck {
namespace {

constexpr int exit_differs = 1;
constexpr int exit_undecided = 6;

/// What an option's text reads as; a bad one is BadUsage with the option's name.
template <class Read>
auto read_option(const char* option, const std::string& text, const Read& read) {
  try {
    return read(text);
  } catch (const std::invalid_argument& error) {
    throw BadUsage(fmt::format("{}: {}", option, error.what()));
  }
}

/// Enough digits to decide about every one that is printed.
int digits_to_enclose(const PrintedNumber& x) {
  constexpr int more = 10;
  const auto printed = static_cast<int>(std::min<std::size_t>(x.digits, most_digits_asked));
  return std::clamp(printed + more, standard_digits, most_digits_asked);
}

/// Those that mistakes are explained by, and the one in question.
QuantityRows rows_for(const QuantityRow& row) {
  QuantityRows rows = standard_quantities();
  if (!row.is_standard) rows.push_back(row);
  return rows;
}

std::vector<Quantity> true_quantities(const Law& data, const Law& generator, Unit unit, int digits,
                                      const QuantityRow& row) {
  try {
    return evaluate_enclosed(data, generator, unit, digits, rows_for(row));
  } catch (const BadSpecification& error) {  // tables of different length
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

std::vector<Quantity> true_quantities(const PlanePair& laws, Unit unit, int digits,
                                      const QuantityRow& row) {
  try {
    return evaluate_enclosed(laws.data, laws.generator, unit, digits, rows_for(row)).quantities;
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

CheckedNumber checked_number(const CheckArguments& options) {
  const QuantityRow& row = quantity_row(options.quantity);
  const std::string& name = row.name;
  const PrintedNumber x = read_option("--value", options.value, read_printed_number);
  std::optional<Rational> tolerance;
  if (options.tolerance) tolerance = read_option("--tolerance", *options.tolerance, read_tolerance);
  const Unit unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  const PairOfLaws pair = laws_of(options.pair);
  std::vector<Text> none;
  rows_defined_for(pair, {row}, {name}, none);
  if (const auto* plane = std::get_if<PlanePair>(&pair))
    return {plane->data.specification,
            plane->generator.specification,
            unit,
            check_number(true_quantities(*plane, unit, digits_to_enclose(x), row), unit, name, x,
                         tolerance),
            {},
            {},
            {}};
  print_warnings(pair, language_named(options.language));
  const auto& laws = std::get<LinePair>(pair);
  const Law &data = laws.data, &generator = laws.generator;
  CheckedNumber result{
      data.specification,
      generator.specification,
      unit,
      check_number(true_quantities(data, generator, unit, digits_to_enclose(x), row), unit, name, x,
                   tolerance),
      remarks_of(laws),
      data.tables,
      generator.tables};
  return result;
}

int exit_code(Answer answer) {
  switch (answer) {
    case Answer::agrees:
      return 0;
    case Answer::differs:
      return exit_differs;
    case Answer::undecided:
      break;
  }
  return exit_undecided;
}

}  // namespace

int check_command(const Arguments& arguments) {
  const auto options = parse_check(arguments);
  if (!options) return 0;
  const CheckedNumber result = checked_number(*options);
  if (options->json)
    write_checked_number_json(std::cout, result);
  else
    write_checked_number(std::cout, result, language_named(options->language),
                         is_coloured(options->color));
  finish_output();
  return exit_code(result.check.answer);
}

}  // namespace gancheck
