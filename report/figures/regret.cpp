// V(D*, G) - V(D, G), the integral of (p+q) kl(D*||D), for D that leave D* in two ways, against the
// distance of D from D* in L²(P+Q): a parabola to leading order, and by Pinsker's inequality,
// kl(s||d) >= 2 (s-d)², never below twice the distance squared. All on the grid of the pair.
#include <cmath>

#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/named_laws.hpp"
#include "theory/formulas.hpp"
#include "theory/pairs/pair.hpp"

namespace gancheck {
namespace {

/// What a discriminator that is moved away from D* by `step` is at a point with D* = s.
using Moved = Chance<double> (*)(const Chance<double>& s, double step);

/// Its logit is raised.
Chance<double> raised(const Chance<double>& s, double step) {
  const double yes = s.yes * std::exp(step / 2), no = s.no * std::exp(-step / 2);
  return {yes / (yes + no), no / (yes + no)};
}

/// It is sharper than D*: its logit is stretched.
Chance<double> stretched(const Chance<double>& s, double step) {
  const double yes = std::pow(s.yes, 1 + step), no = std::pow(s.no, 1 + step);
  return {yes / (yes + no), no / (yes + no)};
}

struct DistanceAndRegret {
  double distance, regret;
};

/// Over the points where both laws live: elsewhere D* is 0 or 1, and D stays there.
DistanceAndRegret at_step(const Columns<Tracked>& c, Moved moved, double step) {
  Tracked square(0), regret(0);
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i) || is_exactly_zero(c.p[i]) || is_exactly_zero(c.q[i])) continue;
    const auto s = formulas::optimal_discriminator(c.p[i].value(), c.q[i].value());
    const Chance<double> d = moved(s, step);
    if (d.yes == 0 || d.no == 0) continue;
    const double off = d.yes - s.yes;
    const Tracked mass = c.weight[i] * (c.p[i] + c.q[i]);
    square = square + mass * Tracked::exact(off * off);
    regret =
        regret + c.weight[i] * formulas::regret_density(
                                   c.p[i], c.q[i], {Tracked::exact(d.yes), Tracked::exact(d.no)});
  }
  return {std::sqrt(square.value()), regret.value()};
}

constexpr int steps_a_decade = 4, decades_of_steps = 3;

Curve regret_of(const Columns<Tracked>& c, Moved moved, const Text& label, Curve::Ink ink) {
  Curve curve{label, {}, {}, Curve::Line::points, false, ink};
  for (int k = -decades_of_steps * steps_a_decade; k <= 2; ++k) {
    const double step = std::pow(10.0, k / static_cast<double>(steps_a_decade));
    const auto [distance, regret] = at_step(c, moved, step);
    if (!(distance > 0) || !(regret > 0)) continue;
    curve.x.push_back(distance);
    curve.y.push_back(regret);
  }
  return curve;
}

Curve least_regret(const std::vector<Curve>& measured) {
  Curve curve{{"2 · distance² (Pinsker: never below)", "2 · 距离²（Pinsker：不会更低）"},
              {},
              {},
              Curve::Line::dashed,
              false,
              Curve::Ink::reference};
  double from = INFINITY, to = 0;
  for (const Curve& m : measured)
    for (const double x : m.x) from = std::min(from, x), to = std::max(to, x);
  for (const double x : {from, to}) curve.x.push_back(x), curve.y.push_back(2 * x * x);
  return curve;
}

}  // namespace

Figure figures::regret(const PairOfLaws& laws) {
  const Pair pair("", laws);
  const Columns<Tracked>& c = pair.tracked();
  const Text both = phrase("P = {}, Q = {}", "P = {}，Q = {}", pair.data(), pair.generator());
  Figure figure{
      "regret",
      phrase("What a discriminator loses against D*: {}", "判别器相对 D* 的损失：{}", both),
      {"Regret against the distance of D from D*, both axes logarithmic. Near D* the points come "
       "to a "
       "line of slope 2: half the distance, a quarter of the loss; far from it the loss grows "
       "faster. They never lie below 2 · distance², the dashed line.",
       "遗憾随 D 到 D* 的距离的变化（双对数坐标）：在 D* 附近各点趋于斜率为 2 "
       "的直线：距离减半，遗憾减为四分之一；离 D* 较远时遗憾增长更快。各点从不低于虚线 2 · "
       "距离²。"},
      {{"distance of D from D*, in L²(P + Q)", "D 到 D* 的 L²(P + Q) 距离"}, true},
      {{"V(D*, G) − V(D, G) (nat)", "V(D*, G) − V(D, G)（奈特）"}, true},
      no_axis,
      {regret_of(c, raised, {"logit of D* raised", "D* 的 logit 平移"}, Curve::Ink::data),
       regret_of(c, stretched, {"logit of D* stretched", "D* 的 logit 拉伸"},
                 Curve::Ink::generator)}};
  std::erase_if(figure.curves, [](const Curve& curve) { return curve.x.empty(); });
  if (figure.curves.empty())
    throw NoFigure(
        "these laws share no point, D* is 0 or 1, and no D lies near it on both sides: the "
        "figures 'densities' and 'supports' show that");
  figure.curves.push_back(least_regret(figure.curves));
  return finished(std::move(figure));
}

Figure figures::regret() {
  return regret(named_laws("normals"));
}

}  // namespace gancheck
