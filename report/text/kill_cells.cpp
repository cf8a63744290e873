#include "report/text/kill_cells.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gancheck {
namespace {

std::string exponent(double margin) {
  if (std::isnan(margin)) return "?";
  if (std::isinf(margin)) return "inf";
  return margin > 0 ? fmt::format("{:.0f}", std::floor(std::log10(margin))) : "0";
}

}  // namespace

std::string kill_cell(const KilledOn& kill) {
  switch (kill.kill) {
    case Kill::rejected:
      return exponent(kill.margin);
    case Kill::weak:
      return "(" + exponent(kill.margin) + ")";
    case Kill::blind:
      return ".";
    case Kill::undecided:
      break;
  }
  return "?";
}

std::string twin_name(const KillMatrix::Row& row) {
  return fmt::format("{}{}", row.number, row.letter);
}

std::vector<std::string> blind_to(const KillMatrix& matrix, std::size_t pair) {
  std::vector<std::string> twins;
  for (const KillMatrix::Row& row : matrix.rows)
    if (row.on.at(pair).kill == Kill::blind) twins.push_back(twin_name(row));
  return twins;
}

}  // namespace gancheck
