#include "theory/checks/relation.hpp"

#include <algorithm>
#include <cmath>

namespace gancheck {
namespace {

using Found = Evidence::Found;

Found look_at(Order order, const Ball& gap, double scale) {
  if (!gap.is_finite()) return Found::too_wide;
  const bool at_zero = gap.contains_zero();
  const bool narrow = gap.radius() <= certified_relative_radius * scale;
  if (at_zero) return narrow && order != Order::less ? Found::agrees : Found::too_wide;
  if (order == Order::equal) return Found::excludes;
  return gap.is_negative() ? Found::agrees : Found::excludes;
}

/// excludes before too_wide before agrees: the case to show.
int gravity(Found found) {
  return found == Found::excludes ? 2 : found == Found::too_wide ? 1 : 0;
}

}  // namespace

Text named_scope(const Setting& setting) {
  const std::string n = std::to_string(setting.named.size());
  return {n + (setting.named.size() == 1 ? " named pair" : " named pairs") + " without densities",
          n + " 个无密度的具名分布对"};
}

void take_enclosure(Evidence& evidence, Order order, const Ball& left, const Ball& right,
                    const std::string& where, double radius_of_truth, double scale) {
  const Ball gap = left - right;
  const double larger = std::max({left.magnitude(), right.magnitude(), scale});
  const bool both_vanish = left.contains_zero() && right.contains_zero();
  const Found found = look_at(order, gap, both_vanish ? 1.0 : larger);
  constexpr int digits_of_case = 12;
  const Ball shown = order == Order::equal ? gap : right - left;
  evidence.cases.push_back(
      {where, shown.lower_text(digits_of_case), shown.upper_text(digits_of_case)});
  ++evidence.attempted;
  if (found != Found::too_wide) ++evidence.decided;
  const double distance =
      found == Found::excludes ? std::max(0.0, std::max(gap.lower(), -gap.upper())) : 0.0;
  const double radius = found == Found::excludes ? radius_of_truth : gap.radius();
  const bool first = evidence.attempted == 1;
  const bool graver = gravity(found) > gravity(evidence.found);
  const bool as_grave = gravity(found) == gravity(evidence.found);
  const bool worse = found == Found::excludes ? distance > evidence.residual.value_or(0.0)
                                              : radius > evidence.bound.value_or(0.0);
  if (!(first || graver || (as_grave && worse))) return;
  evidence.found = found;
  evidence.residual = distance;
  evidence.bound = radius;
  constexpr int digits_of_worst = 6;
  evidence.lower = shown.lower_text(digits_of_worst);
  evidence.upper = shown.upper_text(digits_of_worst);
  evidence.where = where;
}

}  // namespace gancheck
