// The derivation as on a blackboard.
#include <fmt/format.h>

#include "report/formats/html_figures.hpp"
#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/blackboard.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

/// What the note does at this step, if that is not simply true.
std::string note_at_step(const Report& report, const ClaimWords& claim) {
  const bool is_fine =
      claim.note_verdict == NoteVerdict::true_ && !claim.erratum && claim.errata.empty();
  if (is_fine) return "";
  const std::string wrong = what_is_wrong(report, claim);
  const std::string colon = either(words::colon(Language::en), words::colon(Language::zh));
  return fmt::format("<p class=\"note-here {}\"><b>{}</b>{}{}{}{}</p>\n", name(claim.note_verdict),
                     both(page_words::note_here), colon, both(meaning(claim.note_verdict)),
                     either(". ", "。"), wrong);
}

std::string why(const Report& report, const ClaimResult& result, const BoardStep& step) {
  const ClaimWords& claim = result.claim;
  std::string inside;
  if (const Text* proof = proof_in_words(claim.id)) inside += "<p>" + both(*proof) + "</p>\n";
  inside += "<p>" + both(claim.statement) + "</p>\n";
  for (const int line : claim.note_lines) inside += note_quote(report, line);
  if (step.figure) inside += figure_again(report, *step.figure);
  inside +=
      fmt::format("<p>{} → {}</p>\n", both(page_words::full_section), claim_link(report, claim.id));
  return folded(both(page_words::why), inside);
}

std::string step_on_board(const Report& report, const ClaimResult& result, const BoardStep& step) {
  const ClaimWords& claim = result.claim;
  return fmt::format("<li class=\"step\" id=\"step-{}\">\n<p class=\"said\">{}</p>\n{}{}{}</li>\n",
                     claim.number, both(step.said), numbered_formula(claim, mark(result.verdict)),
                     note_at_step(report, claim), why(report, result, step));
}

}  // namespace

std::string derivation(const Report& report) {
  std::string stages;
  bool is_whole = true;
  for (const BoardStage& stage : blackboard().stages) {
    std::string steps;
    for (const BoardStep& step : stage.steps)
      if (const ClaimResult* claim = find_result(report, step.claim))
        steps += step_on_board(report, *claim, step);
      else
        is_whole = false;
    if (!steps.empty())
      stages += "<h3>" + both(stage.title) + "</h3>\n<ol class=\"board\">\n" + steps + "</ol>\n";
  }
  if (stages.empty()) return "";
  return "<section>\n" + heading(2, "derivation", both(page_words::derivation)) +
         (is_whole ? "" : "<p class=\"remark\">" + both(page_words::steps_not_run) + "</p>\n") +
         stages + "</section>\n";
}

}  // namespace gancheck::html
