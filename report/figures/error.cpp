// How far C on a grid is from C, over the number of nodes, for densities 2x and 2(1-x) on [0, 1]
// (W4), where C = -1: the program's own quadrature on equal panels, and with panels that it halves
// where it errs most.
//
// On n equal panels all but the first and the last err by nothing that counts. There the integrand
// has 2x log x, and with x = u/n the rule, exact for linear functions, errs by 2/n² times what it
// does on u log u between 0 and 1, at each end: the predicted line.
#include <cmath>

#include "numerics/integral/integrate.hpp"
#include "numerics/integral/kronrod.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/named_laws.hpp"
#include "theory/divergence/enclosed/numbers.hpp"
#include "theory/formulas.hpp"

namespace gancheck {
namespace {

std::vector<Panel> equal_panels(int n) {
  std::vector<Panel> panels;
  panels.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i)
    panels.push_back({0, i / static_cast<double>(n), (i + 1) / static_cast<double>(n)});
  return panels;
}

/// The integrand of C for both densities; it has no kink.
double integrand_of_value(std::size_t, double x, std::span<Tracked> values) {
  const Tracked at = Tracked::exact(x);
  values[0] = formulas::value_at_optimum(Tracked(2 * at), Tracked(2 * (1 - at)));
  return 1;
}

/// What the rule of 31 points misses of the integral of u log u from 0 to 1, which is -1/4.
double error_of_one_panel() {
  double sum = 0.25;
  for (std::size_t i = 0; i < kronrod::points; ++i) {
    const double u = kronrod::node(0, 1, i);
    sum += kronrod::weight(i) / 2 * u * std::log(u);
  }
  return std::abs(sum);
}

constexpr int doublings = 10;

struct MeasuredErrors {
  Curve error, rounding;

  void measure(const std::vector<Panel>& panels, std::size_t most_panels, double truth) {
    const Quadrature found = integrate_adaptively(panels, 1, integrand_of_value, most_panels);
    const auto nodes = static_cast<double>(found.nodes.size());
    if (!error.x.empty() && nodes == error.x.back()) return;  // it needs no more panels
    const double off = std::abs(found.integrals[0].value.value() - truth);
    error.x.push_back(nodes);
    error.y.push_back(off > 0 ? off : NAN);  // a logarithmic axis has no 0
    rounding.x.push_back(nodes);
    rounding.y.push_back(found.integrals[0].value.error());
  }
};

Curve predicted(const std::vector<double>& nodes) {
  Curve curve{{"predicted: slope −2", "预测：斜率 −2"},
              {},
              {},
              Curve::Line::dashed,
              false,
              Curve::Ink::reference};
  const double of_one_panel = error_of_one_panel();
  for (const double x : nodes) {
    const double panels = x / static_cast<double>(kronrod::points);
    curve.x.push_back(x);
    curve.y.push_back(4 * of_one_panel / (panels * panels));
  }
  return curve;
}

}  // namespace

Figure figures::error() {
  const PairOfLaws laws = named_laws("W4");
  const auto& line = std::get<LinePair>(laws);
  const double truth = enclose_numbers(line.data, line.generator).value.midpoint();
  using Line = Curve::Line;
  MeasuredErrors equal{
      {{"equal panels", "等分区间"}, {}, {}, Line::points, false, Curve::Ink::data},
      {{"rounding, bounded", "舍入误差的界"}, {}, {}, Line::dotted, false, Curve::Ink::other}};
  MeasuredErrors adaptive{{{"halved where it errs most", "在误差最大处对分"},
                           {},
                           {},
                           Line::points,
                           false,
                           Curve::Ink::generator},
                          {{"", ""}, {}, {}}};
  for (int k = 0; k <= doublings; ++k) {
    const int n = 1 << k;
    equal.measure(equal_panels(n), static_cast<std::size_t>(n), truth);
  }
  for (std::size_t n = 1; n <= 256; n = n < 4 ? n + 1 : n * 5 / 4)
    adaptive.measure(equal_panels(1), n, truth);
  Figure figure{
      "error",
      {"How far C on a grid is from C: densities 2x and 2(1 − x)",
       "网格上的 C 与真值之差：密度 2x 与 2(1 − x)"},
      {"Error of C against the number of nodes, both axes logarithmic. On equal panels it falls by "
       "a factor of four where the nodes are doubled, along the predicted line; with panels halved "
       "where the error is largest it falls at once to the rounding, which is 1e-15 or so.",
       "C "
       "的误差随节点数的变化（双对数坐标）。等分区间时，节点加倍则误差降为四分之一，与预测的直线相"
       "符；若只"
       "在误差最大处对分，则很快"
       "降到舍入误差，约 1e-15。"},
      {{"nodes", "节点数"}, true},
      {{"|C on the grid − C| (nat)", "|网格上的 C − C|（奈特）"}, true, 1e-17, std::nullopt},
      no_axis,
      {}};
  figure.curves = {predicted(equal.error.x), std::move(adaptive.error), std::move(equal.error),
                   std::move(equal.rounding)};
  return finished(std::move(figure));
}

}  // namespace gancheck
