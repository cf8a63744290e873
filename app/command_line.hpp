// What the command line of each command says, as plain values. One translation unit knows the
// library that parses them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/commands.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/training/options.hpp"

namespace gancheck {

/// --data, --generator, --table and --match, as they were given.
struct PairArguments {
  std::string data, generator, table = {}, match = {};
  bool quiet = false;  ///< no word while they are read
};

struct VerifyArguments {
  std::string data, generator, suite, out = "gancheck-report", language, color = "auto";
  std::string template_dir;  ///< "": none
  std::vector<std::string> claims, witnesses, formats;
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool strict = false, json = false, quiet = false, mutation = false;
  bool out_is_given = false;
};

struct EvaluateArguments {
  PairArguments pair;
  std::vector<std::string> quantities;  ///< none: those that are always printed
  std::string language;
  std::string unit = "nat", witness = "ball", color = "auto";
  std::optional<std::string> discriminator;
  int digits = standard_digits;
  bool digits_are_given = false;
  bool json = false;
};

struct CheckArguments {
  PairArguments pair;
  std::string quantity, value, unit = "nat", language, color = "auto";
  std::optional<std::string> tolerance;
  bool json = false;
};

struct ExplainArguments {
  std::string subject, language, color = "auto";
  std::optional<int> line;  ///< of the note; then `subject` is empty
  bool full = false;
};

struct ListArguments {
  std::string topic, language, color = "auto";
};

struct RenderArguments {
  std::vector<std::string> reports, formats;  ///< at least one report
  std::string language, out = "gancheck-report";
  std::string template_dir;  ///< "": none
};

struct TrainArguments {
  std::string data, generator, noise = "normal(0,1)", objective = "saturating";
  std::string format = "csv", out, save;
  TrainingOptions options;  ///< with that objective
};

struct PlotArguments {
  PairArguments pair;  ///< empty laws: the figure of the built-in suite
  std::string figure, out, language;
};

struct SweepArguments {
  std::string data, generator, range;
  std::vector<std::string> quantities;  ///< none: those that are always printed
  std::string unit = "nat", witness = "ball", format = "csv", out, language;
};

/// Empty where the words ask for --help, which is answered here. Each throws BadUsage with one
/// line.
std::optional<VerifyArguments> parse_verify(const Arguments& words);
std::optional<EvaluateArguments> parse_evaluate(const Arguments& words);
std::optional<CheckArguments> parse_check(const Arguments& words);
std::optional<ExplainArguments> parse_explain(const Arguments& words);
std::optional<ListArguments> parse_list(const Arguments& words);
std::optional<RenderArguments> parse_render(const Arguments& words);
std::optional<TrainArguments> parse_train(const Arguments& words);
std::optional<PlotArguments> parse_plot(const Arguments& words);
std::optional<SweepArguments> parse_sweep(const Arguments& words);

}  // namespace gancheck
