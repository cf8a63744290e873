#include "numerics/distribution/tables/reading.hpp"

#include <fmt/format.h>

namespace gancheck {

std::string in_words(const TableReading& r) {
  const std::string_view places = r.on == "labels"   ? "labels"
                                  : r.on == "points" ? "points"
                                                     : "numbered";
  std::string line =
      fmt::format("{} atom{}, {} {} to {}", r.atoms, r.atoms == 1 ? "" : "s", places, r.from, r.to);
  if (!r.place_column.empty()) line += fmt::format(" ({})", r.place_column);
  if (!r.column.empty()) line += fmt::format("; weights: {}", r.column);
  for (const std::string& how : r.said) line += fmt::format("; {}", how);
  return line + fmt::format("; sum {}", r.sum);
}

}  // namespace gancheck
