#include <algorithm>
#include <iostream>
#include <thread>

#include "app/arguments.hpp"
#include "app/exit_codes.hpp"
#include "app/selection.hpp"
#include "report/formats/explanation.hpp"
#include "report/verify.hpp"

namespace gancheck {
namespace {

constexpr const char* examples = R"(Examples:
  gancheck explain optimal-discriminator
  gancheck explain 40 --lang zh)";

Report run(const std::string& id) {
  VerifyOptions settings;
  settings.claims = {id};
  settings.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return verify(derivation(), settings);
}

}  // namespace

int explain_command(const Arguments& arguments) {
  CLI::App app("One claim in full, with its evidence computed now.", "gancheck explain");
  std::string claim, language, color = "auto";
  app.add_option("claim", claim, "id or number; see 'gancheck list claims'")->required();
  add_language_option(app, language);
  add_color_option(app, color);
  app.footer(examples);
  if (!parse_arguments(app, arguments)) return 0;
  const Report report = run(claim_named(claim).id);
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& result : chapter.claims)
      write_explanation(std::cout, result, language_named(language), is_coloured(color));
  finish_output();
  return exit_code(report, false);
}

}  // namespace gancheck
