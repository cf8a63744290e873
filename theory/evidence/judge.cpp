#include "theory/evidence/judge.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

/// Floating point: a residual above its bound fails; a pass needs every case decided.
Verdict judge_rounding(const Evidence& e) {
  if (!e.residual || !e.bound || std::isnan(*e.residual) || !std::isfinite(*e.bound)) {
    return Verdict::undecided;
  }
  if (*e.residual > *e.bound) return Verdict::failed;
  if (e.strict && !(e.slack && *e.slack > *e.bound)) return Verdict::undecided;
  return Verdict::supported;
}

Verdict judge_found(const Evidence& e, Verdict if_agrees) {
  switch (e.found) {
    case Evidence::Found::agrees:
      return if_agrees;
    case Evidence::Found::excludes:
      return Verdict::refuted;
    case Evidence::Found::too_wide:
      return Verdict::undecided;
  }
  return Verdict::undecided;
}

Verdict judge_ground(const Evidence& e) {
  switch (e.ground) {
    case Ground::rounding:
      return judge_rounding(e);
    case Ground::enclosure:
      return judge_found(e, Verdict::certified);
    case Ground::sweep:
      return judge_found(e, Verdict::proved);
    case Ground::normal_form:
      return e.same_form ? Verdict::proved : Verdict::refuted;
    case Ground::counterexample:
      return e.example_confirms ? Verdict::proved : Verdict::refuted;
  }
  return Verdict::undecided;
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "proved";
    case Verdict::certified:
      return "certified";
    case Verdict::supported:
      return "supported";
    case Verdict::undecided:
      return "undecided";
    case Verdict::failed:
      return "failed";
    case Verdict::refuted:
      return "refuted";
  }
  return "undecided";
}

std::string_view name(Witness witness) {
  switch (witness) {
    case Witness::grid:
      return "grid";
    case Witness::ball:
      return "ball";
    case Witness::symbolic:
      return "symbolic";
  }
  return "grid";
}

Verdict judge(const Evidence& e) {
  if (!e.trouble.empty() || e.decided == 0) return Verdict::undecided;
  const Verdict verdict = judge_ground(e);
  // A case that decides against stands, whatever remains open; a pass needs all of them.
  if (is_against(verdict)) return verdict;
  return e.decided + e.left_out == e.attempted ? verdict : Verdict::undecided;
}

Verdict strongest(std::span<const Verdict> checks) {
  return checks.empty() ? Verdict::undecided : *std::min_element(checks.begin(), checks.end());
}

Verdict weakest(std::span<const Verdict> parts) {
  return parts.empty() ? Verdict::undecided : *std::max_element(parts.begin(), parts.end());
}

double margin(const Evidence& twin) {
  const bool has_radius = twin.ground == Ground::rounding || twin.ground == Ground::enclosure;
  if (!has_radius) return is_against(judge(twin)) ? infinity : 0.0;
  if (!twin.residual || !twin.bound) return std::nan("");
  return *twin.bound == 0 && *twin.residual > 0 ? infinity : *twin.residual / *twin.bound;
}

bool is_rejected(const Evidence& twin) {
  const Verdict verdict = judge(twin);
  return verdict == Verdict::refuted ||
         (verdict == Verdict::failed && margin(twin) >= least_margin);
}

}  // namespace gancheck
