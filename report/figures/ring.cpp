// D* = p/(p+q) of two laws in the plane as a field, and the line on which it is 1/2.
#include <algorithm>
#include <array>
#include <cmath>

#include "numerics/number/special_functions.hpp"
#include "numerics/phrase.hpp"
#include "numerics/plane/plane_density.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "report/figures/level_line.hpp"
#include "report/figures/named_laws.hpp"
#include "theory/formulas.hpp"

namespace gancheck {
namespace {

Window window_of(const Coordinate& coordinate) {
  if (const Law* law = std::get_if<Law>(&coordinate)) return LawOnLine(*law).window();
  const auto& normal = std::get<NormalLine>(coordinate);
  constexpr double reach = 2.5;
  const auto mean = exactly<double>(normal.mean);
  const double spread = reach * std::sqrt(exactly<double>(normal.variance));
  return {mean - spread, mean + spread};
}

/// The windows of all parts of both laws on axis k together.
Window window_on_axis(const PlanePair& laws, std::size_t k) {
  Window all{INFINITY, -INFINITY};
  for (const PlaneLaw* law : {&laws.data, &laws.generator})
    for (const PlanePart& part : law->parts) {
      const Window own = window_of(part.coordinates[k]);
      all = {std::min(all.from, own.from), std::max(all.to, own.to)};
    }
  return all;
}

constexpr int cells = 60;

/// Odd numbers of a fine lattice, which no end of a support that people write meets.
std::vector<Rational> middles(const Window& window) {
  std::vector<Rational> all;
  all.reserve(cells);
  for (int i = 0; i < cells; ++i)
    all.push_back(exact_rational(window.from + (i + 0.5) * (window.to - window.from) / cells));
  return all;
}

Field field_of(const PlanePair& laws, const std::vector<Rational>& x,
               const std::vector<Rational>& y) {
  Field field{{"D*", "D*"}, {}, {}, {}, 0, 1};
  for (const Rational& at : x) field.x.push_back(nearest_double(at));
  for (const Rational& at : y) field.y.push_back(nearest_double(at));
  field.values.reserve(x.size() * y.size());
  constexpr long bits_for_drawing = 64;
  const BallPrecision precision(bits_for_drawing);
  for (const Rational& v : y)
    for (const Rational& u : x) {
      const double p = density_at(laws.data, {u}, {v}).midpoint(),
                   q = density_at(laws.generator, {u}, {v}).midpoint();
      field.values.push_back(p + q > 0 ? formulas::optimal_discriminator(p, q).yes : NAN);
    }
  return field;
}

bool has_density(const PlaneLaw& law) {
  return std::all_of(law.parts.begin(), law.parts.end(), [](const PlanePart& part) {
    return std::all_of(part.coordinates.begin(), part.coordinates.end(), [](const Coordinate& c) {
      const Law* law_on_axis = std::get_if<Law>(&c);
      return !law_on_axis || (law_on_axis->atoms.empty() && law_on_axis->tails.empty());
    });
  });
}

}  // namespace

Figure figures::ring(const PairOfLaws& laws) {
  const auto* plane = std::get_if<PlanePair>(&laws);
  if (!plane) throw NoFigure("it shows laws in the plane: on the line there is 'densities'");
  if (!has_density(plane->data) || !has_density(plane->generator))
    throw NoFigure("it shows densities in the plane, and one of these laws has atoms there");
  const Window x = window_on_axis(*plane, 0), y = window_on_axis(*plane, 1);
  Field field = field_of(*plane, middles(x), middles(y));
  const Text pair = phrase("P = {}, Q = {}", "P = {}，Q = {}", plane->data.specification,
                           plane->generator.specification);
  Figure figure{
      "ring",
      phrase("The optimal discriminator in the plane: {}", "平面上的最优判别器：{}", pair),
      {"D* as shades over the plane: towards 1 where data are denser, towards 0 where generated "
       "points are, with a line where it is 1/2.",
       "以深浅表示平面上的 D*：数据较密处趋于 1，生成点较密处趋于 0；曲线是 D* = 1/2 的等值线。"},
      {{"x₁", "x₁"}, false, x.from, x.to},
      {{"x₂", "x₂"}, false, y.from, y.to},
      no_axis,
      {level_line(field, 0.5)}};
  figure.curves[0].label = {"D* = 1/2", "D* = 1/2"};
  figure.field = std::move(field);
  return finished(std::move(figure));
}

Figure figures::ring() {
  Figure figure = ring(named_laws("ring"));
  figure.alternative = {
      "D* as shades over the plane: eight peaks on a circle, where data are denser, joined by a "
      "band "
      "in which D* is above 1/2; within the circle and far outside it D* falls towards 0. Lines "
      "mark D* = 1/2.",
      "以深浅表示平面上的 D*：圆周上有八个峰，那里数据较密；峰与峰之间由 D* 大于 1/2 "
      "的带相连；圆内与远处 D* 趋于 0。曲线是 D* = 1/2 的等值线。"};
  return figure;
}

}  // namespace gancheck
