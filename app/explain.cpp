#include <algorithm>
#include <iostream>
#include <thread>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/selection.hpp"
#include "app/terminal.hpp"
#include "report/formats/explanation.hpp"
#include "report/verify.hpp"

namespace gancheck {
namespace {

Report run(const std::string& id) {
  VerifyOptions settings;
  settings.claims = {id};
  settings.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return verify(derivation(), settings);
}

}  // namespace

int explain_command(const Arguments& arguments) {
  const auto options = parse_explain(arguments);
  if (!options) return 0;
  const Report report = run(claim_named(options->claim).id);
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& result : chapter.claims)
      write_explanation(std::cout, result, language_named(options->language),
                        is_coloured(options->color));
  finish_output();
  return exit_code(report, false);
}

}  // namespace gancheck
