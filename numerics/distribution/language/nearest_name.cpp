#include "numerics/distribution/language/nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gancheck {

namespace {

/// Insertions, deletions, substitutions, and exchanges of neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> near_name(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t most_compared = 64;  // the rest of a longer word decides nothing
  const auto small = [](std::string_view text) {
    std::string lower(text.substr(0, most_compared));
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
  };
  const std::string compared = small(word);
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(1, compared.size() / 3) + 1;
  if (compared.size() < 2) return std::nullopt;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(compared, small(name));
    if (distance < least) best = name, least = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
  const auto name = near_name(word, names);
  return name ? ": did you mean '" + *name + "'?" : "";
}

}  // namespace gancheck
