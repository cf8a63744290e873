#include "report/text/numbers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "report/text/words.hpp"

namespace gancheck {

std::string short_number(std::optional<double> x) {
  if (!x) return "";
  if (std::isnan(*x)) return "nan";
  return fmt::format("{:.2g}", *x == 0 ? 0.0 : *x);  // a zero has no sign
}

std::optional<double> ratio(const Evidence& evidence) {
  if (evidence.ground != Ground::rounding || !evidence.residual || !evidence.bound) return {};
  const double residual = *evidence.residual, bound = *evidence.bound;
  if (residual == 0 && bound == 0) return 0.0;
  return residual / bound;
}

std::optional<double> worst_ratio(const ClaimResult& claim) {
  std::optional<double> worst;
  for (const CheckResult& check : claim.checks) {
    const auto r = check.witness == Witness::grid ? ratio(check.evidence) : std::nullopt;
    if (!r) continue;
    if (std::isnan(*r)) return r;
    worst = std::max(worst.value_or(*r), *r);
  }
  return worst;
}

std::string rejected_of(const ClaimResult& claim) {
  if (claim.controls.empty()) return "";
  const auto as_expected = std::count_if(claim.controls.begin(), claim.controls.end(),
                                         [](const ControlResult& c) { return c.as_expected; });
  return fmt::format("{}/{}", as_expected, claim.controls.size());
}

std::string rejected_on_own_pairs(const ClaimResult& claim) {
  int run = 0, rejected = 0;
  for (const ControlResult& control : claim.controls) {
    if (!control.rejected_on_own_pairs) continue;
    ++run;
    rejected += *control.rejected_on_own_pairs ? 1 : 0;
  }
  return run == 0 ? "" : fmt::format("{}/{}", rejected, run);
}

std::string numbers_of(const Report& report, const std::vector<std::string>& ids) {
  std::vector<int> numbers;
  std::string others;
  for (const std::string& id : ids) {
    const auto known = report.words.claim_numbers.find(id);
    if (known != report.words.claim_numbers.end())
      numbers.push_back(known->second);
    else
      others += (others.empty() ? "" : ", ") + id;
  }
  std::sort(numbers.begin(), numbers.end());
  const std::string known = fmt::format("{}", fmt::join(numbers, ", "));
  return known + (known.empty() || others.empty() ? "" : ", ") + others;
}

std::string foundations_in_words(const Report& report, const ClaimResult& claim,
                                 Language language) {
  if (claim.claim.depends_on.empty()) return words::no_foundations.in(language);
  const std::string colon = words::colon(language);
  if (!claim.foundations_hold)
    return words::not_run.in(language) + colon + numbers_of(report, claim.foundations_not_checked);
  if (*claim.foundations_hold) return words::holds.in(language);
  return words::does_not_hold.in(language) + colon + numbers_of(report, claim.foundations_against);
}

bool has_own_pairs(const Report& report) {
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      if (!rejected_on_own_pairs(claim).empty()) return true;
  return false;
}

std::string reference(const Report& report, const std::string& id) {
  const ClaimResult* claim = find_result(report, id);
  return claim ? fmt::format("{} {}", claim->claim.number, id) : id;
}

}  // namespace gancheck
