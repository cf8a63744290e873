#include "report/text/evidence_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/text/numbers.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::vector<const CheckResult*> checks_by(const ClaimResult& claim, Witness witness) {
  std::vector<const CheckResult*> checks;
  for (const CheckResult& check : claim.checks)
    if (check.witness == witness) checks.push_back(&check);
  return checks;
}

/// "3 checks"; in Chinese "3 项检验".
Text counted_checks(std::size_t n) {
  return {n == 1 ? "1 check" : fmt::format("{} checks", n), fmt::format("{} 项检验", n)};
}

/// Where the residual comes nearest to its bound, or goes furthest beyond it.
const CheckResult* worst_of(const std::vector<const CheckResult*>& checks) {
  const CheckResult* worst = nullptr;
  double largest = -1;
  for (const CheckResult* check : checks) {
    const auto r = ratio(check->evidence);
    if (r && !(*r <= largest)) worst = check, largest = *r;
  }
  return worst;
}

Text floating_point(const std::vector<const CheckResult*>& checks) {
  const CheckResult* worst = worst_of(checks);
  if (!worst) return {"", ""};
  const Evidence& e = worst->evidence;
  return {fmt::format("; the worst residual is {}, where the bound is {} ({})",
                      short_number(e.residual), short_number(e.bound), e.where.en),
          fmt::format("；最差的残差为 {}，该处误差界为 {}（{}）", short_number(e.residual),
                      short_number(e.bound), e.where.zh)};
}

Text enclosures(const std::vector<const CheckResult*>& checks) {
  std::size_t most = 0;
  bool has_domain = false;
  for (const CheckResult* check : checks) {
    most = std::max(most, check->evidence.cases.size());
    has_domain = has_domain || check->evidence.ground == Ground::sweep;
  }
  Text out{"", ""};
  if (most > 0)
    out = {fmt::format("; up to {} enclosures each", most),
           fmt::format("；每项至多 {} 个包含区间", most)};
  if (has_domain) {
    out.en += "; whole domains, box by box";
    out.zh += "；逐块覆盖整个区域";
  }
  return out;
}

Text told(Witness witness, const std::vector<const CheckResult*>& checks) {
  const Text findings = witness == Witness::grid   ? floating_point(checks)
                        : witness == Witness::ball ? enclosures(checks)
                                                   : Text{"; exact", "；精确"};
  const Text counted = counted_checks(checks.size());
  return {in_words(witness).en + ": " + counted.en + findings.en,
          in_words(witness).zh + "：" + counted.zh + findings.zh};
}

}  // namespace

std::vector<Text> evidence_in_short(const ClaimResult& claim) {
  std::vector<Text> lines;
  for (const Witness witness : {Witness::grid, Witness::ball, Witness::symbolic}) {
    const auto checks = checks_by(claim, witness);
    if (!checks.empty()) lines.push_back(told(witness, checks));
  }
  return lines;
}

const CheckResult* deciding_check(const ClaimResult& claim, const PartResult& part) {
  for (const CheckResult& check : claim.checks)
    if (check.part == part.id && check.verdict == part.verdict) return &check;
  return nullptr;
}

const Text& what_is_computed(const ClaimResult& claim, const CheckResult& check) {
  if (!check.what.en.starts_with("the same")) return check.what;
  for (const CheckResult& other : claim.checks)
    if (other.part == check.part) return other.what;
  return check.what;
}

}  // namespace gancheck
