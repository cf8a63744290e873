#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/interruption.hpp"
#include "app/laws.hpp"
#include "app/output_file.hpp"
#include "app/progress.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/network/network_file.hpp"
#include "report/formats/training.hpp"
#include "report/write.hpp"
#include "theory/divergence/given_discriminator.hpp"

namespace gancheck {
namespace {

constexpr int exit_diverged = 1, exit_interrupted = 2;

Law law_on_the_line(const std::string& option, const std::string& specification) {
  Law law = law_of(option, specification);
  if (law.on_labels)
    throw BadUsage(
        fmt::format("{}: {} lies on labels, and a generator makes numbers: give a law on numbers",
                    option, law.specification));
  return law;
}

Layers generator_of(const std::string& path, const Law& noise) {
  std::error_code ignored;
  if (path != "-" && !std::filesystem::exists(path, ignored))
    throw BadUsage(fmt::format(
        "--generator: there is no file {}: name a network in JSON, such as examples/fold.json",
        printable(path)));
  try {
    const Layers layers = dense(read_network(bytes_of(path), printable(path)));
    law_of_generator(noise, layers, 0);  // whether it takes one number and gives one, say
    return layers;
  } catch (const BadSpecification& error) {
    throw BadUsage(std::string("--generator: ") + error.what());
  } catch (const std::logic_error& error) {
    throw BadUsage(std::string("--generator: ") + error.what());
  }
}

void refuse_rate(const char* option, double rate) {
  if (!std::isfinite(rate) || rate < 0)
    throw BadUsage(
        fmt::format("{}: {} is no finite number from 0; give for example 0.01", option, rate));
}

bool are_one_file(const std::filesystem::path& x, const std::filesystem::path& y) {
  const auto whole = [](const std::filesystem::path& path) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path));
  };
  return !x.empty() && !y.empty() && whole(x) == whole(y);
}

/// A network grows like a|x| far out: of a law without a mean V is -infinity there.
void refuse_without_mean(const char* option, const Law& law) {
  for (const bool below : {true, false})
    if (bears_slope(law, below) == false)
      throw BadUsage(
          fmt::format("{}: {} has no mean, and V(D, G) of a network D is -infinity then: give a "
                      "law with a mean",
                      option, law.specification));
}

TrainingRun run_of(const TrainArguments& arguments) {
  const Law data = law_on_the_line("--data", arguments.data);
  const Law noise = law_on_the_line("--noise", arguments.noise);
  refuse_without_mean("--data", data);
  refuse_without_mean("--noise", noise);
  print_warnings(LinePair{data, noise}, locale_language());
  TrainingRun run{
      data.specification, noise.specification, arguments.generator, arguments.options, {}, {}};
  for (const Text& remark : data.remarks) run.remarks.push_back("data: " + remark.en);
  for (const Text& remark : noise.remarks) run.remarks.push_back("noise: " + remark.en);
  const Layers generator = generator_of(arguments.generator, noise);
  Progress progress(true);
  try {
    const std::atomic<bool>& interrupted = listen_for_interruption();
    run.training = train(data, noise, generator, arguments.options, [&](int step) {
      progress.show(static_cast<std::size_t>(step),
                    static_cast<std::size_t>(arguments.options.steps), "steps");
      return !interrupted;
    });
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
  return run;
}

void write_result(const TrainArguments& arguments, const TrainingRun& run) {
  std::ostringstream text;
  (arguments.format == "json" ? write_training_json : write_training_csv)(text, run);
  if (!arguments.out.empty()) {
    write_whole(arguments.out, text.view());
    return;
  }
  std::cout << text.view();
  finish_output();
}

}  // namespace

int train_command(const Arguments& words) {
  const auto arguments = parse_train(words);
  if (!arguments) return 0;
  refuse_rate("--rate-discriminator", arguments->options.rate_discriminator);
  refuse_rate("--rate-generator", arguments->options.rate_generator);
  refuse_unwritable("--out", arguments->out);
  refuse_unwritable("--save", arguments->save);
  if (are_one_file(arguments->out, arguments->save))
    throw BadUsage("--out and --save name one file; name two");
  const TrainingRun run = run_of(*arguments);
  write_result(*arguments, run);
  const Layers& generator = run.training.players.generator;
  if (!arguments->save.empty() && is_finite(generator))
    write_whole(arguments->save, to_json(exact_network(generator)));
  if (run.training.trouble.empty()) return 0;
  std::cerr << "gancheck: " << run.training.trouble << std::endl;
  return run.training.was_stopped ? exit_interrupted : exit_diverged;
}

}  // namespace gancheck
