#include "app/command_line.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iostream>
#include <set>

#include "app/exit_codes.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/nearest_name.hpp"

namespace gancheck {
namespace {

constexpr const char* verify_examples = R"(Examples:
  gancheck verify
      every claim on the built-in suite; the report is written to gancheck-report/
  gancheck verify --claim 'optimal-*' --claim 40
      some claims, by pattern, id or number
  gancheck verify --data 'geometric(1/2)' --generator 'poisson(2)'
      on a pair of your own
  gancheck verify --suite pairs.toml --strict --json > result.json
      on pairs of your own from a file; undecided results count as a failure)";

constexpr const char* evaluate_examples = R"(Examples:
  gancheck evaluate --data 'geometric(1/2)' --generator 'geometric(1/3)'
  gancheck evaluate --data 'discrete(1/2,1/2)' --generator 'discrete(7/10,3/10)' --unit bit
  gancheck evaluate --data 'normal(0,1)' --generator 'normal(1,2)' --digits 50
  gancheck evaluate --data 'normal(0,1)' --generator 'laplace(0,1)' --witness grid
  gancheck evaluate --data 'normal(0,1)' --generator 'cauchy(1/3,2)' --discriminator 'logistic(1,0)'
  gancheck evaluate --data data.csv --generator 'poisson(2)' --json
  gancheck evaluate --table letters.csv --data French --generator German
  gancheck evaluate --data 'normalise(file(counts.npy))' --generator probabilities.csv)";

constexpr const char* check_examples = R"(Examples:
  gancheck check --data 'discrete(1,0)' --generator 'discrete(1/2,1/2)' --quantity jsd --value 0.46450140402245893
  gancheck check --data 'normal(0,1)' --generator 'normal(1,2)' --quantity kl_data_generator --value 0.443147
  gancheck check --data 'uniform(0,1)' --generator 'uniform(0,2)' --quantity kl_generator_data --value inf
  gancheck check --data 'poisson(2)' --generator 'geometric(1/3)' --quantity tv --value 0.2 --tolerance 1e-3 --json
Exit code: 0 the number agrees, 1 it differs, 6 undecided.)";

constexpr const char* explain_examples = R"(Examples:
  gancheck explain optimal-discriminator
  gancheck explain 40 --lang zh
  gancheck explain 48 --full
      one claim, by id or number
  gancheck explain E14
      an erratum of the note, with the checks that show it
  gancheck explain --line 104
      what a line of the note says, which claims it makes, what is wrong with it)";

constexpr const char* list_examples = R"(Examples:
  gancheck list claims
  gancheck list errata --lang zh)";

constexpr const char* render_examples =
    R"(Examples:
  gancheck render report.json --format markdown --lang zh --out zh
  gancheck verify --claim '1?' --json > a.json; gancheck verify --claim '2?' --json > b.json
  gancheck render a.json b.json
      one report of both runs, its foundations and counts anew)";

constexpr const char* plot_examples = R"(Examples:
  gancheck plot --data 'normal(0,1)' --generator 'laplace(1,1/2)' --figure densities --out both.svg
  gancheck plot --table letters.csv --data French --generator German --figure densities --out letters.png
  gancheck plot --figure scipy --out scipy.pdf
      a figure of the built-in suite; 'gancheck list figures' has them all)";

constexpr const char* sweep_examples = R"(Examples:
  gancheck sweep --data 'normal(0,1)' --generator 'normal(t,1)' --t 0:8:0.1 > separation.csv
  gancheck sweep --data 'normal(0,1)' --generator 'mixture(t*normal(0,1),1-t*normal(3,1))' --t 1/10:9/10:1/10
      -t and 1-t stand for what they say, too
  gancheck sweep --data 'poisson(t)' --generator 'geometric(1/3)' --t 1:4:1/2 --quantity jsd --quantity tv --format jsonl)";

constexpr const char* train_examples = R"(Examples:
  gancheck train --data 'mixture(1/2*normal(-2,1/2),1/2*normal(2,1/2))' --generator examples/two_modes.json
      V(D, G) beside C(G) = V(D*, G) and -log 4, from a generator that is nearly right
  gancheck train --data 'normal(1,1)' --generator examples/fold.json --objective non-saturating --steps 5000 --every 250
  gancheck train --data 'normal(0,1)' --generator examples/fold.json --rate-generator 0 --steps 10000
      G stands still, and D climbs towards D*
  gancheck train --data data.csv --generator G.json --format json --out run.json --save trained.json
Exit code: 1 where a run ended early (weights that are not finite, say); its rows are written.)";

/// A word that the command does not know: an option that is misspelt, or one word too many.
[[noreturn]] void refuse_extra(const CLI::App& app, const std::string& word) {
  if (!word.starts_with("-"))
    throw BadUsage(fmt::format("'{}' is one word too many; see '{} --help'", word, app.get_name()));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty()) names.push_back(option->get_name());
  throw BadUsage(fmt::format("there is no option '{}'{} (see '{} --help')", word,
                             did_you_mean(word, names), app.get_name()));
}

/// Answers --help itself and then returns false: the command has nothing left to do. Throws
/// BadUsage with one line.
bool parse(CLI::App& app, Arguments words) {
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    finish_output();
    return false;
  } catch (const CLI::ExtrasError&) {
    refuse_extra(app, app.remaining().front());
  } catch (const CLI::ArgumentMismatch& error) {
    throw BadUsage(fmt::format("{}: give the option once, with its value; see '{} --help'",
                               error.what(), app.get_name()));
  } catch (const CLI::ParseError& error) {
    throw BadUsage(fmt::format("{}; see '{} --help'", error.what(), app.get_name()));
  }
  return true;
}

void add_language_option(CLI::App& app, std::string& language) {
  app.add_option("--lang", language, "language of what is shown: en or zh (default: the locale's)")
      ->check(CLI::IsMember({"en", "zh"}));
}

void add_color_option(CLI::App& app, std::string& color) {
  app.add_option("--color", color, "auto, always or never; NO_COLOR and FORCE_COLOR are honoured")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

void add_pair_options(CLI::App& app, PairArguments& options) {
  app.add_option("--data", options.data,
                 "the law of the data: 'geometric(1/2)', or the path of a table; '-' is standard "
                 "input")
      ->required();
  app.add_option("--generator", options.generator, "the law of the generator")->required();
  app.add_option("--table", options.table,
                 "a table of which --data and --generator name columns, with its labels");
  app.add_option("--match", options.match,
                 "take points of both tables for the same that lie so near, as 1e-9; relative to "
                 "the larger, absolute below 1");
}

/// An empty value (of a variable that a script did not set, say) is not the same as no option.
const CLI::Validator not_empty(
    [](const std::string& value) {
      return std::string(value.empty() ? "empty; give a value" : "");
    },
    "");

void add_sweep_options(CLI::App& app, SweepArguments& options) {
  app.add_option("--data", options.data, "the law of the data; t in it is the parameter")
      ->required()
      ->check(not_empty);
  app.add_option("--generator", options.generator, "the law of the generator, likewise")
      ->required()
      ->check(not_empty);
  app.add_option("--t", options.range,
                 "start:stop:step, decimals or quotients, exact; both ends belong to it where a "
                 "step meets them")
      ->required()
      ->check(not_empty);
  app.add_option("--quantity", options.quantities,
                 "only this one, also one that is not printed else (repeatable), or all; see "
                 "'gancheck list quantities'")
      ->take_all()
      ->allow_extra_args(false);
  const auto one_of = [&](const char* name, std::string& value, const char* what,
                          const std::set<std::string>& words) {
    app.add_option(name, value, what)->check(CLI::IsMember(words))->capture_default_str();
  };
  one_of("--unit", options.unit, "nat or bit", {"nat", "bit"});
  one_of("--witness", options.witness,
         "ball: rigorous enclosures, where there is one; grid: floating point with derived error "
         "bounds, quicker",
         {"grid", "ball"});
  one_of("--format", options.format, "csv, or jsonl: one JSON document a line", {"csv", "jsonl"});
  app.add_option("--out", options.out, "file for the result (default: standard output)")
      ->check(not_empty);
  add_language_option(app, options.language);
  app.footer(sweep_examples);
}

void add_plot_options(CLI::App& app, PlotArguments& options) {
  app.add_option("--figure", options.figure, "its name; see 'gancheck list figures'")
      ->required()
      ->check(not_empty);
  app.add_option("--out", options.out, "the file: .svg, .pdf or .png")
      ->required()
      ->check(not_empty);
  add_pair_options(app, options.pair);
  for (const char* name : {"--data", "--generator"}) app.get_option(name)->required(false);
  add_language_option(app, options.language);
  app.footer(plot_examples);
}

/// A whole number without sign would take -1 for 2^64 - 1, and what is more for the same.
const CLI::Validator not_negative(
    [](const std::string& value) -> std::string {
      std::uint64_t number = 0;
      const char* end = value.data() + value.size();
      if (value.starts_with("-")) return value + " is negative; give a number from 0";
      const auto read = std::from_chars(value.data(), end, number);
      return read.ec == std::errc() && read.ptr == end
                 ? ""
                 : value + " is no whole number from 0 to 2^64 - 1; give one";
    },
    "");

/// Of a report's files.
void add_file_options(CLI::App& app, std::string& out, std::vector<std::string>& formats,
                      std::string& language, std::string& template_dir) {
  app.add_option("--out", out, "directory of the report")->capture_default_str();
  app.add_option("--format", formats,
                 "of those in 'gancheck list formats' (default: all but the dialects of Markdown)")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--lang", language, "en, zh or both (default: the locale's)")
      ->check(CLI::IsMember({"en", "zh", "both"}));
  app.add_option("--template-dir", template_dir,
                 "a folder with a style.css, preamble.tex or front-matter.md of your own")
      ->check(not_empty);
}

void add_verify_options(CLI::App& app, VerifyArguments& options) {
  app.add_option("--data", options.data, "the law of the data, e.g. 'geometric(1/2)'")
      ->check(not_empty);
  app.add_option("--generator", options.generator, "the law of the generator")->check(not_empty);
  app.add_option("--suite", options.suite, "TOML file of [[pair]] entries: name, data, generator")
      ->check(not_empty);
  app.add_option("--claim", options.claims, "id or number, * and ? allowed; repeatable")
      ->allow_extra_args(false);
  app.add_option("--witness", options.witnesses, "of grid, ball, symbolic (default: all)")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_file_options(app, options.out, options.formats, options.language, options.template_dir);
  app.add_option("--threads", options.threads, "at least 1")->capture_default_str();
  app.add_flag("--strict", options.strict, "undecided results end with exit code 6");
  app.add_flag("--mutation", options.mutation,
               "also the kill matrix: every false twin before every built-in pair");
  app.add_flag("--json", options.json,
               "the whole result on standard output; files only with --out");
  app.add_flag("--quiet", options.quiet, "only what is not well, and the totals");
  add_color_option(app, options.color);
  app.footer(verify_examples);
}

void add_evaluate_options(CLI::App& app, EvaluateArguments& options) {
  add_pair_options(app, options.pair);
  app.add_option("--unit", options.unit, "nat or bit")
      ->check(CLI::IsMember({"nat", "bit"}))
      ->capture_default_str();
  app.add_option("--witness", options.witness,
                 "ball: rigorous enclosures, where there is one; grid: floating point with derived "
                 "error bounds")
      ->check(CLI::IsMember({"grid", "ball"}))
      ->capture_default_str();
  app.add_option("--quantity", options.quantities,
                 "only this one, also one that is not printed else (repeatable), or all; see "
                 "'gancheck list quantities'")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option(
      "--discriminator", options.discriminator,
      "a D to compare with D*: 'constant(c)', 'logistic(a,b)' for 1/(1+exp(-(a x+b))), or "
      "'file(PATH)'");
  app.add_flag("--json", options.json, "one JSON document on standard output");
  add_language_option(app, options.language);
  add_color_option(app, options.color);
  app.add_option("--digits", options.digits, "how many digits the ball witness encloses")
      ->check(CLI::Range(1, most_digits_asked))
      ->capture_default_str();
  app.footer(evaluate_examples);
}

void add_check_options(CLI::App& app, CheckArguments& options) {
  add_pair_options(app, options.pair);
  app.add_option("--quantity", options.quantity, "its name; see 'gancheck list quantities'")
      ->required();
  app.add_option("--value", options.value,
                 "the number to check, as it was printed: a decimal, inf or -inf")
      ->required();
  app.add_option("--tolerance", options.tolerance,
                 "how far it may be from the true value (default: half a unit of its last digit)");
  app.add_option("--unit", options.unit, "nat or bit")
      ->check(CLI::IsMember({"nat", "bit"}))
      ->capture_default_str();
  app.add_flag("--json", options.json, "one JSON document on standard output");
  add_language_option(app, options.language);
  add_color_option(app, options.color);
  app.footer(check_examples);
}

void add_training_options(CLI::App& app, TrainingOptions& options) {
  constexpr int most = 1'000'000'000, most_units = 1024;
  const auto whole = [&](const char* name, int& value, int least, int largest, const char* what) {
    app.add_option(name, value, what)->check(CLI::Range(least, largest))->capture_default_str();
  };
  const auto rate = [&](const char* name, double& value, const char* what) {
    app.add_option(name, value, what)->capture_default_str();
  };
  whole("--steps", options.steps, 0, most, "how many steps G makes");
  whole("--every", options.every, 1, most, "steps from one row to the next");
  app.add_option("--seed", options.seed, "of the first D and of all draws: the same, the same run")
      ->check(not_negative)
      ->capture_default_str();
  whole("--batch", options.batch, 1, 1'000'000, "points a step");
  rate("--rate-discriminator", options.rate_discriminator, "length of D's steps, per gradient");
  rate("--rate-generator", options.rate_generator, "likewise of G; 0 keeps G as it is");
  whole("--discriminator-steps", options.discriminator_steps, 0, 1'000'000,
        "steps of D for every step of G");
  whole("--discriminator-width", options.width, 1, most_units,
        "ReLU units in each of D's two hidden layers");
}

void add_train_options(CLI::App& app, TrainArguments& options) {
  app.add_option("--data", options.data, "the law of the data, on the line")
      ->required()
      ->check(not_empty);
  app.add_option("--generator", options.generator,
                 "JSON file of the network to start from; its weights are rounded to doubles")
      ->required()
      ->check(not_empty);
  app.add_option("--noise", options.noise, "the law of z")->check(not_empty)->capture_default_str();
  add_training_options(app, options.options);
  app.add_option("--objective", options.objective,
                 "of G: saturating, E log(1-D(G(z))), as in the note; non-saturating, -E log "
                 "D(G(z))")
      ->check(CLI::IsMember({"saturating", "non-saturating"}))
      ->capture_default_str();
  app.add_option("--format", options.format, "csv or json")
      ->check(CLI::IsMember({"csv", "json"}))
      ->capture_default_str();
  app.add_option("--out", options.out, "file for the result (default: standard output)")
      ->check(not_empty);
  app.add_option("--save", options.save, "file for the trained generator, in JSON")
      ->check(not_empty);
  app.footer(train_examples);
}

}  // namespace

std::optional<VerifyArguments> parse_verify(const Arguments& words) {
  CLI::App app("Runs every claim of the derivation and writes the report.", "gancheck verify");
  VerifyArguments options;
  add_verify_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  options.out_is_given = app.count("--out") > 0;
  return options;
}

std::optional<EvaluateArguments> parse_evaluate(const Arguments& words) {
  CLI::App app("The divergences of one pair, each with an error bound.", "gancheck evaluate");
  EvaluateArguments options;
  add_evaluate_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  options.digits_are_given = app.count("--digits") > 0;
  return options;
}

std::optional<CheckArguments> parse_check(const Arguments& words) {
  CLI::App app("Is somebody else's number right?", "gancheck check");
  CheckArguments options;
  add_check_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  return options;
}

std::optional<ExplainArguments> parse_explain(const Arguments& words) {
  CLI::App app("One claim, erratum or line of the note in full, with its evidence computed now.",
               "gancheck explain");
  ExplainArguments options;
  CLI::Option* subject =
      app.add_option("subject", options.subject,
                     "a claim's id or number, or an erratum's number (E14); see 'gancheck list'");
  app.add_option("--line", options.line, "a line of the note instead")->excludes(subject);
  app.add_flag("--full", options.full,
               "of a claim every check with all its enclosures, lemmas and commands");
  add_language_option(app, options.language);
  add_color_option(app, options.color);
  app.footer(explain_examples);
  if (!parse(app, words)) return std::nullopt;
  if (options.subject.empty() && !options.line)
    throw BadUsage("explain: name a claim, an erratum, or --line N (see 'gancheck list claims')");
  return options;
}

std::optional<ListArguments> parse_list(const Arguments& words) {
  CLI::App app("What there is.", "gancheck list");
  ListArguments options;
  app.add_option("topic", options.topic,
                 "claims, errata, symbols, families, quantities, formats, figures or suites")
      ->required();
  add_language_option(app, options.language);
  add_color_option(app, options.color);
  app.footer(list_examples);
  if (!parse(app, words)) return std::nullopt;
  return options;
}

std::optional<RenderArguments> parse_render(const Arguments& words) {
  CLI::App app("Writes a finished report in other formats, or several runs as one report.",
               "gancheck render");
  RenderArguments options;
  app.add_option("report", options.reports,
                 "report.json of a run, or of several runs on the same pairs; '-' is standard "
                 "input")
      ->required();
  add_file_options(app, options.out, options.formats, options.language, options.template_dir);
  app.footer(render_examples);
  if (!parse(app, words)) return std::nullopt;
  return options;
}

std::optional<TrainArguments> parse_train(const Arguments& words) {
  CLI::App app("Trains D and G in turn, and says what the theory has to say of every state.",
               "gancheck train");
  TrainArguments options;
  add_train_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  if (options.objective == "non-saturating") options.options.objective = Objective::non_saturating;
  return options;
}

std::optional<PlotArguments> parse_plot(const Arguments& words) {
  CLI::App app("Draws one figure, of a pair of your own or of the built-in suite.",
               "gancheck plot");
  PlotArguments options;
  add_plot_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  return options;
}

std::optional<SweepArguments> parse_sweep(const Arguments& words) {
  CLI::App app("The divergences over a range of a parameter t, each with an error bound.",
               "gancheck sweep");
  SweepArguments options;
  add_sweep_options(app, options);
  if (!parse(app, words)) return std::nullopt;
  return options;
}

}  // namespace gancheck
