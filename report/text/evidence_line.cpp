#include "report/text/evidence_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <vector>

#include "report/text/formula_words.hpp"
#include "report/text/numbers.hpp"
#include "report/text/tex_in_unicode.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

void add_number(std::vector<std::string>& out, const Text& label, std::optional<double> x,
                Language language) {
  if (x) out.push_back(label.in(language) + " " + short_number(x));
}

/// What decides: the numbers, the forms or the example, by the ground of the evidence.
std::vector<std::string> findings(const Evidence& e, Language language) {
  std::vector<std::string> out;
  if (e.ground == Ground::normal_form && !e.forms.empty()) {
    const std::string forms =
        e.same_form ? e.forms.front() : fmt::format("{}", fmt::join(e.forms, " | "));
    out.push_back((e.same_form ? words::exact_algebra : words::different_forms).in(language) +
                  words::colon(language) + forms);
  }
  if (e.ground == Ground::counterexample)
    out.push_back((e.example_confirms ? words::example_for : words::example_against).in(language));
  add_number(out, words::residual, e.residual, language);
  add_number(out, words::bound, e.bound, language);
  add_number(out, words::slack, e.slack, language);
  if (!e.lower.empty() || !e.upper.empty())
    out.push_back(fmt::format("{} [{}, {}]", words::enclosure.in(language), e.lower, e.upper));
  return out;
}

}  // namespace

std::string left_out(const Evidence& e, Language language) {
  return fmt::format("{} {}", words::left_out.in(language), e.left_out) +
         words::bracketed(e.left_out_by.in(language), language);
}

std::string evidence_line(const Evidence& e, Language language) {
  auto out = findings(e, language);
  if (!e.where.empty())
    out.push_back(words::at.in(language) + words::space(language) + e.where.in(language));
  if (!e.scope.in(language).empty()) out.push_back(e.scope.in(language));
  if (e.decided != e.attempted)
    out.push_back(fmt::format("{} {}/{}", words::decided.in(language), e.decided, e.attempted));
  if (e.left_out > 0) out.push_back(left_out(e, language));
  if (!e.series.empty()) out.push_back(words::courses(e.series.size()).in(language));
  if (!e.trouble.empty()) out.push_back(e.trouble.in(language));
  return fmt::format("{}", fmt::join(out, words::comma(language)));
}

std::string check_line(const CheckResult& check, Language language) {
  const std::string part =
      check.part.empty() ? ""
                         : words::comma(language) + words::part.in(language) + " " + check.part;
  return in_words(check.witness).in(language) + part + words::colon(language) +
         in_words(check.verdict).in(language) + words::comma(language) +
         evidence_line(check.evidence, language);
}

std::string control_line(const ControlResult& control, Language language) {
  std::string line = fmt::format("({}) {}{}{}", control.letter,
                                 tex_in_unicode(with_words_in(control.mutant, language)),
                                 words::comma(language), in_words(control.witness).in(language));
  if (!control.where.empty()) line += " " + control.where;
  line += words::colon(language) + in_words(control.verdict).in(language);
  if (!std::isnan(control.margin))
    line +=
        words::comma(language) + words::margin.in(language) + " " + short_number(control.margin);
  if (!control.as_expected)
    line += words::comma(language) + words::expected.in(language) + words::space(language) +
            in_words(control.expect).in(language);
  if (control.rejected_on_own_pairs)
    line += words::comma(language) + words::own_pairs.in(language) + words::space(language) +
            (*control.rejected_on_own_pairs ? words::rejected : words::blind).in(language);
  if (!control.evidence.trouble.empty())
    line += words::comma(language) + control.evidence.trouble.in(language);
  return line;
}

}  // namespace gancheck
