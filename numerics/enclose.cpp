#include "numerics/enclose.hpp"

#include <fmt/format.h>

#include <vector>

namespace gancheck {
namespace {

constexpr double least_width_on_interval = 0x1p-40;
constexpr double least_width_on_square = 0x1p-12;

std::string text(const DyadicBox& x) {
  return fmt::format("[{}, {}]", x.lower, x.upper);
}

void certify(Cover& cover, double lowest, const std::string& where) {
  ++cover.boxes;
  if (cover.boxes > 1 && !(lowest < cover.lowest)) return;
  cover.lowest = lowest;
  if (cover.unresolved == 0) cover.where = where;
}

void give_up(Cover& cover, const std::string& where) {
  if (cover.unresolved++ == 0) cover.where = where;
}

}  // namespace

Cover cover_unit_interval(const std::function<Ball(const DyadicBox&)>& bound, double least) {
  Cover cover;
  std::vector<DyadicBox> open = {{0.0, 1.0}};
  // One box that cannot be certified already decides.
  while (!open.empty() && cover.unresolved == 0) {
    const DyadicBox box = open.back();
    open.pop_back();
    const Ball lowest = bound(box);
    if (lowest.is_finite() && lowest.lower() >= least) {
      certify(cover, lowest.lower(), text(box));
    } else if (box.upper - box.lower <= least_width_on_interval) {
      give_up(cover, text(box));
    } else {
      const double middle = (box.lower + box.upper) / 2;
      open.push_back({middle, box.upper});
      open.push_back({box.lower, middle});
    }
  }
  return cover;
}

Cover cover_unit_square(const std::function<Ball(const DyadicBox&, const DyadicBox&)>& bound,
                        double least) {
  struct Box {
    DyadicBox x, y;
  };
  Cover cover;
  std::vector<Box> open = {{{0.0, 1.0}, {0.0, 1.0}}};
  while (!open.empty() && cover.unresolved == 0) {
    const auto [x, y] = open.back();
    open.pop_back();
    const Ball lowest = bound(x, y);
    if (lowest.is_finite() && lowest.lower() >= least) {
      certify(cover, lowest.lower(), text(x) + " x " + text(y));
    } else if (x.upper - x.lower <= least_width_on_square) {
      give_up(cover, text(x) + " x " + text(y));
    } else {
      const double mx = (x.lower + x.upper) / 2, my = (y.lower + y.upper) / 2;
      for (const DyadicBox& half_x : {DyadicBox{x.lower, mx}, DyadicBox{mx, x.upper}}) {
        for (const DyadicBox& half_y : {DyadicBox{y.lower, my}, DyadicBox{my, y.upper}}) {
          open.push_back({half_x, half_y});
        }
      }
    }
  }
  return cover;
}

}  // namespace gancheck
