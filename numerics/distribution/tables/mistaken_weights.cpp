#include "numerics/distribution/tables/mistaken_weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gancheck {

bool is_near(const Rational& sum, int whole) {
  constexpr int in_twenty = 20;
  return abs(sum - whole) * in_twenty <= whole;
}

bool looks_cumulative(const Atoms& entries) {
  constexpr double rounding = 1e-6;
  constexpr std::size_t fewest = 3;
  bool all_whole = true, rise = true;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const double mass = exactly<double>(entries.mass(i));
    all_whole &= mass == std::floor(mass);
    rise &= i == 0 || mass >= exactly<double>(entries.mass(i - 1));
  }
  return entries.size() >= fewest && rise && !all_whole &&
         std::abs(exactly<double>(entries.mass(entries.size() - 1)) - 1) <= rounding;
}

std::optional<double> integral_over_points(const ValueTable& t) {
  if (t.on != ValueTable::On::points) return std::nullopt;
  double integral = 0;
  for (std::size_t i = 1; i < t.entries.size(); ++i)
    integral += (exactly<double>(t.entries[i].mass) + exactly<double>(t.entries[i - 1].mass)) / 2 *
                (exactly<double>(t.entries[i].at) - exactly<double>(t.entries[i - 1].at));
  constexpr double near_one = 0.1;
  return std::abs(integral - 1) < near_one ? std::optional(integral) : std::nullopt;
}

const Text cumulative_words = {
    "the values rise to 1, as those of a cumulative distribution do: if they are, give the "
    "differences, which are the weights",
    "各值递增至 1，如同累积分布函数的值：若确是如此，请给出相邻两值之差，即权重"};

std::string remedy_for_sum(const WeightTable& w, const Rational& sum, bool is_cumulative) {
  const std::string by_sum = fmt::format("normalise({})", w.call);
  const auto& entries = w.table.entries;
  if (is_near(sum, 1)) return fmt::format("correct them, or write {}", by_sum);
  if (is_cumulative) return cumulative_words.en;
  if (const auto integral = integral_over_points(w.table))
    return fmt::format(
        "they look like values of a density, whose integral over the points is about "
        "{:.3g}: multiply each by the width of its cell",
        *integral);
  const bool are_counts = std::all_of(entries.begin(), entries.end(), [](const Atom& a) {
    return denominator(a.mass.rational()) == 1;
  });
  if (is_near(sum, 100))
    return fmt::format("for percentages{} write {}", are_counts ? " or counts" : "", by_sum);
  if (are_counts) return fmt::format("for counts write {}", by_sum);
  return "measured values (samples) are no weights: count how often each occurs; values of a "
         "density have to be multiplied by the width of a cell";
}

}  // namespace gancheck
