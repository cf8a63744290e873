// From evidence to a verdict: the only place where that is decided.
#pragma once

#include <span>
#include <string_view>

#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// From strongest to weakest; what each means is in README.md.
enum class Verdict { proved, certified, supported, undecided, failed, refuted };

std::string_view name(Verdict verdict);
std::string_view name(Witness witness);

/// The verdict on one check. Never throws; NaN, infinite bounds and nothing decided are
/// `undecided`.
Verdict judge(const Evidence& evidence);

/// The verdict of a part from those of its checks: the strongest one.
Verdict strongest(std::span<const Verdict> checks);
/// The verdict of a claim from those of its parts: the weakest one.
Verdict weakest(std::span<const Verdict> parts);
/// Whether a verdict decides against its claim.
inline bool is_against(Verdict v) {
  return v == Verdict::failed || v == Verdict::refuted;
}

/// By how much a twin missed: its residual over the bound that the true claim met there; infinite
/// for an exact refutation, NaN where the twin's evidence has no residual.
double margin(const Evidence& twin);

/// A control counts as rejected: `refuted`, or `failed` with a margin of at least 1000.
bool is_rejected(const Evidence& twin);

inline constexpr double least_margin = 1000.0;

}  // namespace gancheck
