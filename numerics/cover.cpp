#include "numerics/cover.hpp"

#include <fmt/format.h>

#include <array>

namespace gancheck {
namespace {

constexpr double least_width_on_interval = 0x1p-40;
constexpr double least_width_on_square = 0x1p-12;

double width(const DyadicBox& side) {
  return side.upper - side.lower;
}

std::string text(std::span<const DyadicBox> box) {
  std::string sides;
  for (const DyadicBox& side : box)
    sides += fmt::format("{}[{}, {}]", sides.empty() ? "" : " x ", side.lower, side.upper);
  return sides;
}

void name(Cover& cover, std::span<const DyadicBox> box) {
  cover.where = text(box);
  cover.sides.assign(box.begin(), box.end());
}

template <std::size_t Dimension>
using Box = std::array<DyadicBox, Dimension>;

/// The 2^Dimension boxes of half the width.
template <std::size_t Dimension>
std::vector<Box<Dimension>> halved(const Box<Dimension>& box) {
  std::vector<Box<Dimension>> parts = {box};
  for (std::size_t k = 0; k < Dimension; ++k) {
    const double middle = (box[k].lower + box[k].upper) / 2;
    for (std::size_t i = 0, whole = parts.size(); i < whole; ++i) {
      Box<Dimension> upper = parts[i];
      upper[k].lower = middle;
      parts[i][k].upper = middle;
      parts.push_back(upper);
    }
  }
  return parts;
}

template <std::size_t Dimension, class Bound>
Cover cover_by_halving(const Bound& bound, double least, double least_width) {
  Cover cover;
  Box<Dimension> whole;
  whole.fill({0.0, 1.0});
  std::vector<Box<Dimension>> open = {whole};
  // One box that cannot be certified already decides.
  while (!open.empty() && cover.unresolved == 0) {
    const Box<Dimension> box = open.back();
    open.pop_back();
    const Ball lowest = bound(box);
    if (lowest.is_finite() && lowest.lower() >= least) {
      cover.certify(box, lowest.lower());
    } else if (width(box[0]) <= least_width) {
      cover.give_up(box);
    } else {
      for (const Box<Dimension>& part : halved(box)) open.push_back(part);
    }
  }
  return cover;
}

}  // namespace

void Cover::certify(std::span<const DyadicBox> box, double bound) {
  double volume = 1.0;
  for (const DyadicBox& side : box) volume *= width(side);
  covered += volume;
  ++boxes;
  if (boxes > 1 && !(bound < lowest)) return;
  lowest = bound;
  if (unresolved == 0) name(*this, box);
}

void Cover::give_up(std::span<const DyadicBox> box) {
  if (unresolved++ == 0) name(*this, box);
}

Cover cover_unit_interval(const std::function<Ball(const DyadicBox&)>& bound, double least) {
  return cover_by_halving<1>([&](const Box<1>& box) { return bound(box[0]); }, least,
                             least_width_on_interval);
}

Cover cover_unit_square(const std::function<Ball(const DyadicBox&, const DyadicBox&)>& bound,
                        double least) {
  return cover_by_halving<2>([&](const Box<2>& box) { return bound(box[0], box[1]); }, least,
                             least_width_on_square);
}

}  // namespace gancheck
