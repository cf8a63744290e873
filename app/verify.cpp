#include "report/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/interruption.hpp"
#include "app/laws.hpp"
#include "app/progress.hpp"
#include "app/report_files.hpp"
#include "app/selection.hpp"
#include "app/suite_file.hpp"
#include "app/template_dir.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/specification.hpp"
#include "report/figures/figures.hpp"
#include "report/formats/formats.hpp"
#include "report/formats/json.hpp"
#include "report/formats/terminal.hpp"
#include "report/write.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

void refuse_contradictions(const VerifyArguments& options) {
  if (options.data.empty() != options.generator.empty())
    throw BadUsage("--data and --generator go together; give both or neither");
  if (!options.suite.empty() && !options.data.empty())
    throw BadUsage("--suite and --data/--generator exclude each other; give one of them");
  constexpr int most_threads = 256;
  if (options.threads < 1 || options.threads > most_threads)
    throw BadUsage(fmt::format("--threads {}: give 1 to {}", options.threads, most_threads));
}

/// Of what is shown while files may be in both.
Language language_shown(const VerifyArguments& options) {
  return options.language == "both" ? locale_language() : language_named(options.language);
}

/// The user's own pairs.
struct OwnPairs {
  Setting setting;
  std::optional<PairOfLaws> laws;  ///< of a single one
};

/// None for the built-in suite.
std::optional<OwnPairs> own_pairs(const VerifyArguments& options) {
  if (!options.suite.empty())
    return OwnPairs{own_suite(read_suite(options.suite, language_shown(options))), {}};
  if (options.data.empty()) return {};
  PairOfLaws laws =
      laws_of({.data = options.data, .generator = options.generator, .quiet = options.quiet});
  print_warnings(laws, language_shown(options));
  try {
    return OwnPairs{own_suite({std::make_shared<const Pair>("own pair", laws)}), laws};
  } catch (const BadSpecification& error) {
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  } catch (const std::domain_error& error) {
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

std::set<std::string> claims_in(const Report& report) {
  std::set<std::string> ids;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) ids.insert(claim.claim.id);
  return ids;
}

/// Of several pairs of the user there are no figures: which pair would they show?
void add_figures(Report& report, const OwnPairs* own, int threads) {
  if (!report.complete || (own && !own->laws)) return;
  MadeFigures made =
      own ? figures_of_pair(*own->laws) : figures_of_suite(claims_in(report), threads);
  report.figures = std::move(made.figures);
  for (Text& note : made.notes) report.notes.push_back(std::move(note));
}

Report run(const VerifyArguments& options, const std::set<std::string>& claims, const OwnPairs* own,
           const std::atomic<bool>& interrupted) {
  Progress progress(!options.quiet);
  VerifyOptions settings;
  settings.claims = claims;
  settings.witnesses = select_witnesses(options.witnesses);
  settings.threads = options.threads;
  settings.own = own ? &own->setting : nullptr;
  settings.mutation = options.mutation;
  if (own) settings.suite = options.suite.empty() ? "own pair" : options.suite;
  settings.interrupted = &interrupted;
  settings.progress = [&](std::size_t done, std::size_t of) { progress.show(done, of); };
  Report report = verify(derivation(), settings);
  progress.say("figures");
  add_figures(report, own, options.threads);
  return report;
}

void show(const Report& report, const VerifyArguments& options, std::vector<std::string> files,
          int code) {
  if (options.json) {
    write_json(std::cout, report, Language::en);
  } else {
    write_terminal(std::cout, report,
                   {language_shown(options), is_coloured(options.color), options.quiet, code,
                    std::move(files)});
  }
  finish_output();
}

}  // namespace

int verify_command(const Arguments& arguments) {
  const auto parsed = parse_verify(arguments);
  if (!parsed) return 0;
  const VerifyArguments& options = *parsed;
  refuse_contradictions(options);
  // Whatever can be wrong is found before anything runs.
  const auto claims = select_claims(options.claims);
  select_witnesses(options.witnesses);
  select_formats(options.formats);
  const Templates templates = templates_in(options.template_dir);
  const auto own = own_pairs(options);
  const bool to_files = !options.json || options.out_is_given;
  if (to_files) prepare_directory(options.out);

  const Report report = run(options, claims, own ? &*own : nullptr, listen_for_interruption());
  const int code = exit_code(report, options.strict);
  auto files = to_files ? write_report(report, options.out, options.formats,
                                       languages_named(options.language), templates)
                        : std::vector<std::string>{};
  show(report, options, std::move(files), code);
  return code;
}

}  // namespace gancheck
