#include "report/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <optional>
#include <thread>

#include "app/arguments.hpp"
#include "app/exit_codes.hpp"
#include "app/progress.hpp"
#include "app/selection.hpp"
#include "app/suite_file.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/formats/formats.hpp"
#include "report/formats/json.hpp"
#include "report/formats/terminal.hpp"
#include "report/write.hpp"
#include "theory/suite.hpp"

namespace gancheck {
namespace {

struct Options {
  std::string data, generator, suite, out = "gancheck-report", language, color = "auto";
  std::vector<std::string> claims, witnesses, formats;
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool strict = false, json = false, quiet = false;
};

constexpr const char* examples = R"(Examples:
  gancheck verify
      every claim on the built-in suite; the report is written to gancheck-report/
  gancheck verify --claim 'optimal-*' --claim 40
      some claims, by pattern, id or number
  gancheck verify --data 'geometric(1/2)' --generator 'poisson(2)'
      on a pair of your own
  gancheck verify --suite pairs.toml --strict --json > result.json
      on pairs of your own from a file; undecided results count as a failure)";

/// An empty value (of a variable that a script did not set, say) is not the same as no option.
const CLI::Validator not_empty(
    [](const std::string& value) {
      return std::string(value.empty() ? "empty; give a value" : "");
    },
    "");

void add_options(CLI::App& app, Options& options) {
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
  app.add_option("--out", options.out, "directory of the report")->capture_default_str();
  app.add_option("--format", options.formats, "of markdown, json (default: all)")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--lang", options.language, "en, zh or both (default: the locale's)")
      ->check(CLI::IsMember({"en", "zh", "both"}));
  app.add_option("--threads", options.threads, "at least 1")->capture_default_str();
  app.add_flag("--strict", options.strict, "undecided results end with exit code 6");
  app.add_flag("--json", options.json,
               "the whole result on standard output; files only with --out");
  app.add_flag("--quiet", options.quiet, "only what is not well, and the totals");
  add_color_option(app, options.color);
  app.footer(examples);
}

void refuse_contradictions(const Options& options) {
  if (options.data.empty() != options.generator.empty())
    throw BadUsage("--data and --generator go together; give both or neither");
  if (!options.suite.empty() && !options.data.empty())
    throw BadUsage("--suite and --data/--generator exclude each other; give one of them");
  constexpr int most_threads = 256;
  if (options.threads < 1 || options.threads > most_threads)
    throw BadUsage(fmt::format("--threads {}: give 1 to {}", options.threads, most_threads));
}

/// The user's own pairs, or none for the built-in suite.
std::optional<Setting> own_setting(const Options& options) {
  if (!options.suite.empty()) return own_suite(read_suite(options.suite));
  if (options.data.empty()) return {};
  for (const auto& [option, law] :
       {std::pair("--data", options.data), std::pair("--generator", options.generator)}) {
    try {
      parse_law(law);
    } catch (const BadSpecification& error) {
      throw BadUsage(std::string(option) + ": " + error.what());
    }
  }
  try {
    return own_suite(
        {std::make_shared<const Pair>(make_pair("own pair", options.data, options.generator))});
  } catch (const BadSpecification& error) {
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  } catch (const std::domain_error& error) {
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

std::vector<Language> languages(const std::string& name) {
  if (name == "both") return {Language::en, Language::zh};
  return {language_named(name)};
}

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set within a signal handler");

/// The first Ctrl-C asks the run to stop after the checks at hand; a second one ends the program.
void listen_for_interruption() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

Report run(const Options& options, const std::set<std::string>& claims, const Setting* own) {
  Progress progress(!options.quiet);
  VerifyOptions settings;
  settings.claims = claims;
  settings.witnesses = select_witnesses(options.witnesses);
  settings.threads = options.threads;
  settings.own = own;
  if (own) settings.suite = options.suite.empty() ? "own pair" : options.suite;
  settings.interrupted = &interrupted;
  settings.progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); };
  return verify(derivation(), settings);
}

std::vector<std::string> write_files(const Report& report, const Options& options) {
  std::vector<std::string> written;
  for (const ReportFile& file :
       render(report, select_formats(options.formats), languages(options.language))) {
    const auto path = std::filesystem::path(options.out) / file.name;
    write_whole(path, file.content);
    written.push_back(path.string());
  }
  return written;
}

void show(const Report& report, const Options& options, std::vector<std::string> files, int code) {
  if (options.json) {
    write_json(std::cout, report, Language::en);
  } else {
    const Language language =
        options.language == "both" ? locale_language() : language_named(options.language);
    write_terminal(std::cout, report,
                   {language, is_coloured(options.color), options.quiet, code, std::move(files)});
  }
  finish_output();
}

}  // namespace

int verify_command(const Arguments& arguments) {
  CLI::App app("Runs every claim of the derivation and writes the report.", "gancheck verify");
  Options options;
  add_options(app, options);
  if (!parse_arguments(app, arguments)) return 0;
  refuse_contradictions(options);
  // Whatever can be wrong is found before anything runs.
  const auto claims = select_claims(options.claims);
  select_witnesses(options.witnesses);
  select_formats(options.formats);
  const auto own = own_setting(options);
  const bool to_files = !options.json || app.count("--out") > 0;
  if (to_files) prepare_directory(options.out);

  listen_for_interruption();
  const Report report = run(options, claims, own ? &*own : nullptr);
  const int code = exit_code(report, options.strict);
  auto files = to_files ? write_files(report, options) : std::vector<std::string>{};
  show(report, options, std::move(files), code);
  return code;
}

}  // namespace gancheck
