// The densities p, q and m = (p+q)/2 of two laws on the line, and D* = p/(p+q) on an axis of its
// own: undefined, and not drawn, where p + q = 0. Atoms stand as bars of their masses.
#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/distribution/tables/labels.hpp"
#include "numerics/line/grid.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "report/figures/named_laws.hpp"
#include "theory/formulas.hpp"

namespace gancheck {
namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

double optimum_or_gap(double p, double q) {
  return p + q > 0 ? formulas::optimal_discriminator(p, q).yes : nowhere;
}

struct DensityCurves {
  Curve data{{"p (data)", "p（数据）"}, {}, {}, Curve::Line::solid, false, Curve::Ink::data, true};
  Curve generator{{"q (generator)", "q（生成器）"},
                  {},
                  {},
                  Curve::Line::dashed,
                  false,
                  Curve::Ink::generator,
                  true};
  Curve mixture{
      {"m = (p + q)/2", "m = (p + q)/2"}, {}, {}, Curve::Line::dotted, false, Curve::Ink::mixture};
  Curve optimum{{"D* = p/(p + q), right axis", "D* = p/(p + q)（右轴）"},
                {},
                {},
                Curve::Line::dash_dotted,
                true,
                Curve::Ink::optimum};

  void add(double x, double p, double q) {
    for (Curve* curve : {&data, &generator, &mixture, &optimum}) curve->x.push_back(x);
    data.y.push_back(p);
    generator.y.push_back(q);
    mixture.y.push_back(formulas::mixture(p, q));
    optimum.y.push_back(optimum_or_gap(p, q));
  }
};

void draw_densities(Figure& figure, const Window& window, const LawOnLine& data,
                    const LawOnLine& generator) {
  DensityCurves curves;
  for (const double x : points_in(window, data, generator))
    curves.add(x, data.density(x), generator.density(x));
  for (Curve* curve : {&curves.data, &curves.generator, &curves.mixture, &curves.optimum})
    figure.curves.push_back(std::move(*curve));
}

/// More bars than this are one dark block.
constexpr std::size_t most_bars = 200;

/// The atoms of both laws in the window, in order.
void draw_atoms(Figure& figure, const Window& window, const LinePair& laws) {
  Curve data{{"P{x} (data)", "P{x}（数据）"}, {}, {}, Curve::Line::bars, false, Curve::Ink::data};
  Curve generator{{"Q{x} (generator)", "Q{x}（生成器）"},
                  {},
                  {},
                  Curve::Line::bars,
                  false,
                  Curve::Ink::generator};
  Curve optimum{{"D* at the points, right axis", "各点处的 D*（右轴）"},
                {},
                {},
                Curve::Line::points,
                true,
                Curve::Ink::optimum};
  for_each_atom(laws.data.atoms, laws.generator.atoms,
                [&](const Real& at, const Real& p_exact, const Real& q_exact) {
                  const auto x = exactly<double>(at), p = exactly<double>(p_exact),
                             q = exactly<double>(q_exact);
                  if (x < window.from || x > window.to || optimum.x.size() == most_bars) return;
                  if (p > 0) data.x.push_back(x), data.y.push_back(p);
                  if (q > 0) generator.x.push_back(x), generator.y.push_back(q);
                  optimum.x.push_back(x), optimum.y.push_back(optimum_or_gap(p, q));
                });
  for (Curve* curve : {&data, &generator, &optimum})
    if (!curve->x.empty()) figure.curves.push_back(std::move(*curve));
}

/// A pole of a density would press all else to the ground; an atom is shown whole.
void cut_poles(Figure& figure) {
  std::vector<double> heights;
  double tallest_atom = 0;
  for (const Curve& curve : figure.curves)
    if (!curve.on_right_axis)
      for (const double y : curve.y) {
        if (!std::isfinite(y)) continue;
        heights.push_back(y);
        if (curve.line == Curve::Line::bars) tallest_atom = std::max(tallest_atom, y);
      }
  if (heights.empty()) return;
  std::sort(heights.begin(), heights.end());
  const double most = heights.back(), usual = heights[heights.size() * 24 / 25];
  constexpr double pole = 4;
  figure.y.from = 0;
  figure.y.to = most > pole * usual ? std::max(2 * usual, 1.06 * tallest_atom) : 1.06 * most;
}

void name_labels(Figure& figure, const LinePair& laws) {
  constexpr std::size_t most_names = 16;
  const Curve& optimum = figure.curves.back();
  if (!laws.data.on_labels || optimum.x.size() > most_names) return;
  for_each_atom(laws.data.atoms, laws.generator.atoms,
                [&](const Real& at, const Real&, const Real&) {
                  const std::string label = label_at(at);
                  figure.x.ticks.push_back({exactly<double>(at), {label, label}});
                });
}

Figure densities_of(const LinePair& laws) {
  const LawOnLine data(laws.data), generator(laws.generator);
  const bool has_density = data.has_density() || generator.has_density();
  const bool has_atoms = !laws.data.atoms.empty() || !laws.generator.atoms.empty();
  const Text pair = phrase("P = {}, Q = {}", "P = {}，Q = {}", laws.data.specification,
                           laws.generator.specification);
  Figure figure{
      "densities",
      phrase("Both laws and the optimal discriminator: {}", "两个分布与最优判别器：{}", pair),
      {"", ""},
      {{"x", "x"}},
      {has_density && has_atoms ? Text{"density (curves), mass (bars)", "密度（曲线）、质量（柱）"}
       : has_density            ? Text{"density", "密度"}
                                : Text{"mass of the point", "点的质量"}},
      {{"D*", "D*"}, false, 0.0, 1.06},
      {}};
  const Window window = window_of(data, generator);
  figure.x.from = window.from;
  figure.x.to = window.to;
  if (has_density) draw_densities(figure, window, data, generator);
  if (has_atoms) draw_atoms(figure, window, laws);
  cut_poles(figure);
  if (!has_density) name_labels(figure, laws);
  figure.alternative = phrase(
      "{}. Where p is above q, D* lies above 1/2, where they are equal it is 1/2, and where "
      "neither "
      "law lives there is no D*.",
      "{}。p 高于 q 处 D* 大于 1/2，两者相等处为 1/2，两个分布都没有质量之处 D* 没有定义。", pair);
  return finished(std::move(figure));
}

}  // namespace

Figure figures::densities(const PairOfLaws& laws) {
  const auto* line = std::get_if<LinePair>(&laws);
  if (!line) throw NoFigure("for laws in the plane there is the figure 'ring', with D* as a field");
  return densities_of(*line);
}

Figure figures::densities() {
  return densities(named_laws("two-modes"));
}

}  // namespace gancheck
