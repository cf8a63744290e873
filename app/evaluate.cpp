#include <iostream>

#include "app/arguments.hpp"
#include "app/exit_codes.hpp"
#include "app/laws.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/formats/evaluation.hpp"
#include "theory/given_discriminator.hpp"

namespace gancheck {
namespace {

struct Options {
  std::string data, generator, unit = "nat", witness = "ball", color = "auto";
  std::string discriminator;
  int digits = standard_digits;
  bool json = false;
};

constexpr const char* examples = R"(Examples:
  gancheck evaluate --data 'geometric(1/2)' --generator 'geometric(1/3)'
  gancheck evaluate --data 'discrete(1/2,1/2)' --generator 'discrete(7/10,3/10)' --unit bit
  gancheck evaluate --data 'normal(0,1)' --generator 'normal(1,2)' --digits 50
  gancheck evaluate --data 'normal(0,1)' --generator 'laplace(0,1)' --witness grid
  gancheck evaluate --data 'normal(0,1)' --generator 'cauchy(1/3,2)' --discriminator 'logistic(1,0)'
  gancheck evaluate --data 'file(data.csv)' --generator 'poisson(2)' --json)";

void add_options(CLI::App& app, Options& options) {
  app.add_option("--data", options.data, "the law of the data, e.g. 'geometric(1/2)'")->required();
  app.add_option("--generator", options.generator, "the law of the generator")->required();
  app.add_option("--unit", options.unit, "nat or bit")
      ->check(CLI::IsMember({"nat", "bit"}))
      ->capture_default_str();
  app.add_option("--witness", options.witness,
                 "ball: rigorous enclosures, where there is one; grid: floating point with derived "
                 "error bounds")
      ->check(CLI::IsMember({"grid", "ball"}))
      ->capture_default_str();
  app.add_option(
      "--discriminator", options.discriminator,
      "a D to compare with D*: 'constant(c)', 'logistic(a,b)' for 1/(1+exp(-(a x+b))), or "
      "'file(PATH)'");
  app.add_flag("--json", options.json, "one JSON document on standard output");
  add_color_option(app, options.color);
  app.add_option("--digits", options.digits, "how many digits the ball witness encloses")
      ->check(CLI::Range(1, most_digits_asked))
      ->capture_default_str();
  app.footer(examples);
}

void refuse_what_does_not_fit(const CLI::App& app, const Options& options) {
  if (app.count("--digits") > 0 && options.witness == "grid")
    throw BadUsage(
        "--digits asks for enclosures, and --witness grid makes none: leave one of them out");
  if (app.count("--discriminator") > 0 && options.discriminator.empty())
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
                                    const GivenDiscriminator& d, const Options& options) {
  const Unit unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  try {
    return options.witness == "grid" ? evaluate(data, generator, d, unit)
                                     : evaluate_enclosed(data, generator, d, unit, options.digits);
  } catch (const BadSpecification& error) {  // a table that does not fit the laws
    throw BadUsage(std::string("--discriminator: ") + error.what());
  }
}

Evaluation evaluation_of(const Options& options) {
  const Law data = law_of("--data", options.data);
  const Law generator = law_of("--generator", options.generator);
  Evaluation result;
  result.data = data.specification;
  result.generator = generator.specification;
  result.unit = options.unit == "bit" ? Unit::bit : Unit::nat;
  result.digits = options.digits;
  for (const auto& remark : data.remarks) result.remarks.push_back("data: " + remark);
  for (const auto& remark : generator.remarks) result.remarks.push_back("generator: " + remark);
  try {
    result.quantities = options.witness == "grid"
                            ? evaluate(data, generator, result.unit)
                            : evaluate_enclosed(data, generator, result.unit, options.digits);
    if (!options.discriminator.empty()) {
      const GivenDiscriminator d = discriminator_of(options.discriminator);
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
  CLI::App app("The divergences of one pair, each with an error bound.", "gancheck evaluate");
  Options options;
  add_options(app, options);
  if (!parse_arguments(app, arguments)) return 0;
  refuse_what_does_not_fit(app, options);
  const Evaluation result = evaluation_of(options);
  if (options.json)
    write_evaluation_json(std::cout, result);
  else
    write_evaluation_table(std::cout, result, is_coloured(options.color));
  finish_output();
  return 0;
}

}  // namespace gancheck
