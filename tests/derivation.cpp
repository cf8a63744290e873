// The derivation as a test binary: one test case a claim, named by its id.
//   build/tests/derivation                                all claims
//   build/tests/derivation -tc=optimal-discriminator      one claim
//   build/tests/derivation -s -tc=kl-nonneg               with every check and its evidence
#include "theory/derivation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/number/symbol.hpp"
#include "report/verify.hpp"

using namespace gancheck;

namespace {

/// "kl-nonneg" for kl_nonneg; kept, as the names of test cases are.
const char* id_of(std::string name) {
  static std::deque<std::string> ids;
  std::replace(name.begin(), name.end(), '_', '-');
  return ids.emplace_back(std::move(name)).c_str();
}

std::string describe(const Evidence& e) {
  std::string text = "decided " + std::to_string(e.decided) + " of " + std::to_string(e.attempted);
  if (e.residual) text += ", residual " + std::to_string(*e.residual);
  if (e.bound) text += ", bound " + std::to_string(*e.bound);
  return text + ", at " + e.where.en + (e.trouble.empty() ? "" : ", trouble: " + e.trouble.en);
}

/// The rows of tests/reference/verdicts.tsv about a claim; without the symbolic witness those that
/// do not rest on it.
std::vector<std::string> pinned(const std::string& id) {
  std::ifstream in(GANCHECK_REFERENCE_DIR "/verdicts.tsv");
  std::vector<std::string> rows;
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(id + "\t")) rows.push_back(line);
  if (!Symbol::available())
    std::erase_if(rows, [](const std::string& row) {
      return row.find("\tsymbolic\t") != std::string::npos ||
             row.find("\t-\t") != std::string::npos;
    });
  return rows;
}

std::vector<std::string> verdicts(const ClaimResult& result) {
  std::vector<std::string> rows;
  const auto add = [&](std::string_view what, std::string_view witness, std::string_view verdict) {
    std::string row = result.claim.id;
    for (const std::string_view column : {what, witness, verdict}) row.append("\t").append(column);
    rows.push_back(row);
  };
  for (const CheckResult& check : result.checks)
    add(check.part, name(check.witness), name(check.verdict));
  for (const ControlResult& control : result.controls)
    add(std::string(1, control.letter), name(control.witness),
        control.expect == Expect::rejected ? "rejected" : "undecided");
  if (Symbol::available()) add("-", "-", name(result.verdict));
  return rows;
}

void check_claim(const std::string& id) {
  VerifyOptions options;
  options.claims = {id};
  const Report report = verify(derivation(), options);
  REQUIRE(report.summary.claims == 1);
  const ClaimResult& claim = report.chapters.at(0).claims.at(0);
  INFO(claim.claim.statement.en);
  CHECK(claim.verdict <= Verdict::supported);
  for (const CheckResult& check : claim.checks) {
    INFO(check.part << ": " << check.what.en << " [" << name(check.witness) << "]");
    INFO(describe(check.evidence));
    CHECK(check.verdict <= Verdict::supported);
  }
  for (const ControlResult& control : claim.controls) {
    INFO("control " << std::string(1, control.letter) << ": " << control.what.en);
    INFO(describe(control.evidence));
    CHECK(control.as_expected);
  }
  // A claim that loses a proof is still supported: the table says what each check was worth.
  const std::vector<std::string> now = verdicts(claim), before = pinned(id);
  const auto row = [](const std::vector<std::string>& rows, std::size_t i) {
    return i < rows.size() ? rows[i] : std::string("no row");
  };
  for (std::size_t i = 0; i < std::max(now.size(), before.size()); ++i)
    CHECK(row(now, i) == row(before, i));
}

}  // namespace

#define CHAPTER(folder, en, zh)
#define CLAIM(name)            \
  TEST_CASE(id_of(#name)) {    \
    check_claim(id_of(#name)); \
  }
#include "theory/chapters.def"
