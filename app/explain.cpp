#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <thread>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/selection.hpp"
#include "app/terminal.hpp"
#include "report/formats/claim_page.hpp"
#include "report/formats/explained_note.hpp"
#include "report/formats/explanation.hpp"
#include "report/text/note.hpp"
#include "report/verify.hpp"

namespace gancheck {
namespace {

/// Of these claims; of none an empty report.
Report run(const std::set<std::string>& claims) {
  if (claims.empty()) return {};
  VerifyOptions settings;
  settings.claims = claims;
  settings.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return verify(derivation(), settings);
}

bool is_erratum_number(const std::string& word) {
  return word.size() > 1 && (word[0] == 'E' || word[0] == 'e') &&
         word.find_first_not_of("0123456789", 1) == std::string::npos;
}

Report explain_claim(const ExplainArguments& options, Language language, bool coloured) {
  Report report = run({claim_named(options.subject).id});
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& result : chapter.claims) {
      if (options.full)
        write_explanation(std::cout, result, language, coloured);
      else
        write_claim_page(std::cout, result, language, coloured, terminal_width());
    }
  return report;
}

Report explain_erratum(std::string number, Language language, bool coloured) {
  number[0] = 'E';
  const Erratum* erratum = find_erratum(number);
  if (!erratum)
    throw BadUsage(
        fmt::format("there is no erratum '{}'; they are {} to {} (see 'gancheck list "
                    "errata')",
                    number, errata().front().number, errata().back().number));
  Report report = run(claims_to_explain(*erratum));
  write_erratum(std::cout, *erratum, report, language, coloured);
  return report;
}

Report explain_line(int line, Language language, bool coloured) {
  if (line < 1 || line > note_length())
    throw BadUsage(fmt::format("--line {}: the note has the lines 1 to {}", line, note_length()));
  Report report = run(claims_to_explain(line));
  write_note_line(std::cout, line, report, language, coloured);
  return report;
}

}  // namespace

int explain_command(const Arguments& arguments) {
  const auto options = parse_explain(arguments);
  if (!options) return 0;
  const Language language = language_named(options->language);
  const bool coloured = is_coloured(options->color);
  const Report report = options->line ? explain_line(*options->line, language, coloured)
                        : is_erratum_number(options->subject)
                            ? explain_erratum(options->subject, language, coloured)
                            : explain_claim(*options, language, coloured);
  finish_output();
  return exit_code(report, false);
}

}  // namespace gancheck
