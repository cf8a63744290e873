#include "numerics/line/marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "numerics/distribution/language/syntax.hpp"

namespace gancheck {

int order(const Real& x, const Real& y) {
  if (x.is_rational() && y.is_rational()) return compare(x, y);
  constexpr long bits_for_order = 256;
  const BallPrecision precision(bits_for_order);
  const Ball gap = x.enclose() - y.enclose();
  if (gap.is_positive()) return 1;
  if (gap.is_negative()) return -1;
  try {
    return compare(x, y);
  } catch (const std::domain_error&) {
    return 0;
  }
}

namespace {

bool is_too_far(const Real& x) {
  constexpr double farthest = 0x1p1000;
  const BallPrecision precision(64);
  return !(abs(x.enclose()).upper() < farthest);
}

}  // namespace

bool is_in_reach(const Real& x) {
  constexpr double nearest = 0x1p-1000;
  const BallPrecision precision(64);
  return x.is_zero() || (!is_too_far(x) && abs(x.enclose()).lower() > nearest);
}

namespace {

/// The density is positive and finite at the end.
bool is_regular(const Growth& growth) {
  const Growth regular = regular_growth();
  return growth.level == regular.level && growth.power == regular.power &&
         growth.coefficient == regular.coefficient;
}

[[noreturn]] void refuse_out_of_reach(const Piece& piece, const Real& x) {
  const BallPrecision precision(64);
  throw std::domain_error(
      fmt::format("{} reaches {}, where doubles measure no distances: rescale both laws",
                  in_quotes(piece.density->text()), x.enclose().upper_text(3)));
}

void add_end(const Piece& piece, bool is_lower, bool logarithm_at_zeros, std::vector<Mark>& marks) {
  const End& end = is_lower ? piece.lower : piece.upper;
  if (!end.at) return;
  if (is_too_far(*end.at)) refuse_out_of_reach(piece, *end.at);
  const bool singular = needs_log_distance(end) || (logarithm_at_zeros && !is_regular(end.growth));
  marks.push_back({*end.at, true, singular && !is_lower, singular && is_lower});
}

void add_marks(const Piece& piece, bool logarithm_at_zeros, std::vector<Mark>& marks) {
  add_end(piece, true, logarithm_at_zeros, marks);
  add_end(piece, false, logarithm_at_zeros, marks);
  using Compare = int (*)(const Real&, const Real&);
  const auto lies_inside = [&](const Real& x, Compare compared) {
    return (!piece.lower.at || compared(*piece.lower.at, x) < 0) &&
           (!piece.upper.at || compared(x, *piece.upper.at) < 0);
  };
  // A kink lies inside its density's support. Where it is not told from an end of the piece half of
  // the law may lie between them: compare throws.
  for (const Real& x : piece.density->kinks()) {
    if (!lies_inside(x, compare)) continue;
    if (!is_in_reach(x)) refuse_out_of_reach(piece, x);
    marks.push_back({x, true, false, false});
  }
  const std::vector<Real> rungs = piece.density->ladder();
  const auto in_reach = std::count_if(rungs.begin(), rungs.end(), is_in_reach);
  if (2 * static_cast<std::size_t>(in_reach) < rungs.size())
    refuse_out_of_reach(piece, *std::find_if_not(rungs.begin(), rungs.end(), is_in_reach));
  for (const Real& x : rungs)
    if (is_in_reach(x) && lies_inside(x, order)) marks.push_back({x, false, false, false});
}

/// The hints between the laws' outermost marks. Beyond these a tail has its own coordinate, which a
/// mark further out would end.
std::vector<Mark> inside(std::span<const Real> hints, const std::vector<Mark>& sorted) {
  std::vector<Mark> kept;
  for (const Real& hint : hints)
    if (is_in_reach(hint) && !sorted.empty() && order(sorted.front().at, hint) < 0 &&
        order(hint, sorted.back().at) < 0)
      kept.push_back({hint, false, false, false});
  return kept;
}

}  // namespace

std::vector<Mark> sorted_marks(const Law& data, const Law& generator, std::span<const Real> hints,
                               bool logarithm_at_zeros) {
  std::vector<Mark> marks, merged;
  for (const Law* law : {&data, &generator})
    for (const Piece& piece : law->pieces) add_marks(piece, logarithm_at_zeros, marks);
  const auto is_lower = [](const Mark& x, const Mark& y) { return order(x.at, y.at) < 0; };
  std::stable_sort(marks.begin(), marks.end(), is_lower);
  const std::vector<Mark> hinted = inside(hints, marks);
  marks.insert(marks.end(), hinted.begin(), hinted.end());
  std::stable_sort(marks.begin(), marks.end(), is_lower);
  // Ends and kinks are one point if they are, not if they are only not told apart: compare throws.
  const auto is_one = [](const Mark& x, const Mark& y) {
    return order(x.at, y.at) == 0 && (!(x.is_hard && y.is_hard) || compare(x.at, y.at) == 0);
  };
  for (const Mark& mark : marks) {
    if (merged.empty() || !is_one(merged.back(), mark)) {
      merged.push_back(mark);
      continue;
    }
    Mark& last = merged.back();
    if (mark.is_hard && !last.is_hard) last.at = mark.at;
    last.is_hard |= mark.is_hard;
    last.singular_below |= mark.singular_below;
    last.singular_above |= mark.singular_above;
  }
  return merged;
}

}  // namespace gancheck
