// JSD and C = 2 JSD - log 4 of normal(0,1) against normal(t,1), over t; and, of a user's pair, with
// the generator's law moved by t.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/distribution/compose.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {
namespace {

QuantityRows jsd_and_value() {
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == "jsd" || row.name == "value_at_optimum") rows.push_back(row);
  return rows;
}

struct Moves {
  Rational from, to;
  int steps;
};

Curve level(double y, double from, double to) {
  return {{"", ""}, {from, to}, {y, y}, Curve::Line::dotted, false, Curve::Ink::reference};
}

/// Both numbers over t, by the grid witness.
Figure over_moves(const Law& data, const Law& generator, const Moves& moves) {
  Curve jsd{{"JSD(P, Q)", "JSD(P, Q)"}, {}, {}, Curve::Line::solid, false, Curve::Ink::data};
  Curve value{{"C(G) = 2 JSD − log 4", "C(G) = 2 JSD − log 4"},
              {},
              {},
              Curve::Line::dashed,
              false,
              Curve::Ink::generator};
  const QuantityRows rows = jsd_and_value();
  for (int k = 0; k <= moves.steps; ++k) {
    const Rational t = moves.from + (moves.to - moves.from) * k / moves.steps;
    Law moved = generator;
    apply_affine(moved, 1, t);
    moved.specification = fmt::format("shift({},{})", generator.specification, t.str());
    const auto found = evaluate(data, moved, Unit::nat, rows);
    for (Curve* curve : {&jsd, &value}) curve->x.push_back(exactly<double>(t));
    jsd.y.push_back(found[0].value);
    value.y.push_back(found[1].value);
  }
  const double from = jsd.x.front(), to = jsd.x.back();
  Figure figure{"separation",
                {"", ""},
                {"", ""},
                {{"t", "t"}, false, from, to},
                {{"nat", "奈特"}, false, -1.55, 0.85},
                no_axis,
                {std::move(jsd), std::move(value), level(std::log(2), from, to), level(0, from, to),
                 level(-std::log(4), from, to)}};
  const double margin = from + 0.01 * (to - from);
  figure.inscriptions = {{margin, std::log(2) + 0.07, {"log 2", "log 2"}},
                         {to, -std::log(4) + 0.07, {"−log 4", "−log 4"}, Inscription::Side::left}};
  return figure;
}

}  // namespace

Figure figures::separation(const PairOfLaws& laws) {
  const auto* line = std::get_if<LinePair>(&laws);
  if (!line) throw NoFigure("it moves a law along the line: give laws on the line");
  if (line->data.on_labels) throw NoFigure("it moves a law, and these live on labels");
  const LawOnLine data(line->data), generator(line->generator);
  const Window p = data.window(), q = generator.window();
  // From where the generator's law lies left of the data to where it lies right of them, in steps
  // of a size that has few digits, t = 0 among them.
  const double reach = std::max({p.to - q.from, q.to - p.from, 1e-9});
  const int exponent = static_cast<int>(std::floor(std::log10(reach)));
  const Rational size = power_of_ten(exponent - 1);
  const Rational most = size * static_cast<int>(std::ceil(reach / exactly<double>(size)));
  constexpr int steps = 40;
  Figure figure = over_moves(line->data, line->generator, {-most, most, steps});
  figure.title =
      phrase("The generator's law moved by t: P = {}, Q = {}", "生成器分布平移 t：P = {}，Q = {}",
             line->data.specification, line->generator.specification);
  figure.alternative = {
      "JSD and C(G) over the distance t by which the generator's law is moved; at t = 0 it is the "
      "law that was given. Between the dotted levels 0 and log 2 lies JSD, between −log 4 and 0 "
      "lies C.",
      "JSD 与 C(G) 随生成器分布的平移量 t 的变化；t = 0 即所给分布。JSD 位于虚线 0 与 log 2 "
      "之间，C 位于 −log 4 与 0 之间。"};
  return finished(std::move(figure));
}

Figure figures::separation() {
  Figure figure = over_moves(parse_law("normal(0,1)"), parse_law("normal(0,1)"), {0, 8, 40});
  figure.title = {"Two normal laws moving apart: P = normal(0,1), Q = normal(t,1)",
                  "两个正态分布逐渐分离：P = normal(0,1)，Q = normal(t,1)"};
  figure.alternative = {
      "Over t, JSD rises from 0 towards log 2 and C(G) from −log 4 towards 0; beyond t = 6 both "
      "are flat, and say no more how far apart the laws are.",
      "随 t 增大，JSD 由 0 升向 log 2，C(G) 由 −log 4 升向 0；t 超过 6 "
      "后两者都已平坦，不再反映两分布相距多远。"};
  return finished(std::move(figure));
}

}  // namespace gancheck
