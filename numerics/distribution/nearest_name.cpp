#include "numerics/distribution/nearest_name.hpp"

#include <algorithm>
#include <numeric>

namespace gancheck {

namespace {

/// Levenshtein's distance: insertions, deletions, substitutions.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t most_compared = 64;  // the rest of a longer word decides nothing
  const std::string_view compared = word.substr(0, most_compared);
  return *std::min_element(names.begin(), names.end(), [&](const auto& a, const auto& b) {
    return edit_distance(compared, a) < edit_distance(compared, b);
  });
}

}  // namespace gancheck
