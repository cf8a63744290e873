// How long the proofs take: every ball sweep of the derivation, and every check by exact algebra.
//
//   build/bench/bench-proofs         a line each, the least of five runs, and both totals
//   build/bench/bench-proofs ID      those of one claim
//
// A sweep is recognised by its evidence: the ball checks are run on no pairs at all, where all
// others have nothing to enclose. A proof that serves several claims is run for each of them, as
// `gancheck verify` does.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "numerics/number/symbol.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

constexpr int runs = 5;

struct Timed {
  std::string name;
  double milliseconds;
  Verdict verdict;
};

bool is_proof(const Check& check, const Setting& nothing, Witness witness) {
  if (check.witness != witness) return false;
  return witness == Witness::symbolic ? Symbol::available()
                                      : check.run(nothing).ground == Ground::sweep;
}

Timed timed(const Claim& claim, const Check& check, const Setting& nothing) {
  using Clock = std::chrono::steady_clock;
  std::optional<double> least;
  Evidence evidence;
  for (int i = 0; i < runs; ++i) {
    const auto start = Clock::now();
    evidence = check.run(nothing);
    const double taken = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    least = std::min(least.value_or(taken), taken);
  }
  return {fmt::format("{} {} ({})", claim.number, claim.id, check.part), *least, judge(evidence)};
}

std::vector<Timed> proofs(Witness witness, const std::string& only_claim) {
  const Setting nothing = own_suite({});
  std::vector<Timed> all;
  for (const Chapter& chapter : derivation()) {
    for (const Claim& claim : chapter.claims) {
      if (!only_claim.empty() && claim.id != only_claim) continue;
      for (const Check& check : claim.checks) {
        if (is_proof(check, nothing, witness)) all.push_back(timed(claim, check, nothing));
      }
    }
  }
  return all;
}

void print(const std::string& title, const std::vector<Timed>& all) {
  double total = 0;
  fmt::print("{}\n", title);
  for (const Timed& one : all) {
    fmt::print("{:>10.3f} ms  {:<10} {}\n", one.milliseconds, name(one.verdict), one.name);
    total += one.milliseconds;
  }
  fmt::print("{:>10.3f} ms  {} in all\n\n", total, all.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string only_claim = argc > 1 ? argv[1] : "";
  print("sweeps of boxes", proofs(Witness::ball, only_claim));
  print("exact algebra", proofs(Witness::symbolic, only_claim));
}
