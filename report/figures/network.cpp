// A network as generator: G(z) for z ~ N(0, 1), the exact law of G(z), and the data that it is
// fitted to. G grows, with bends at five points; where it is steep its law is thin.
#include "numerics/distribution/specification.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "theory/minimisation/network_family.hpp"

namespace gancheck {
namespace {

Curve density_curve(const Law& law, const Text& label, Curve::Line line, Curve::Ink ink) {
  Curve curve{label, {}, {}, line, false, ink};
  const LawOnLine drawn(law);
  constexpr double reach = 5;
  for (const double x : points_in({-reach, reach}, drawn, drawn)) {
    curve.x.push_back(x);
    curve.y.push_back(drawn.density(x));
  }
  return curve;
}

Curve graph_of(const GrowingNetwork& generator) {
  Curve curve{{"G(z), right axis", "G(z)（右轴）"},
              {},
              {},
              Curve::Line::dash_dotted,
              true,
              Curve::Ink::other};
  const Network network = generator.network();
  for (int k = -20; k <= 20; ++k) {  // every bend is a multiple of 1/8
    const Rational z(k, 8);
    curve.x.push_back(exactly<double>(z));
    curve.y.push_back(exactly<double>(network({z})[0]));
  }
  return curve;
}

}  // namespace

Figure figures::network() {
  const TwoModes data{2};
  const GrowingNetwork generator = fit_network(data).found;
  Figure figure{
      "network",
      {"A network and the law of G(z), z ~ N(0, 1), fitted to two modes",
       "一个网络与 G(z) 的分布（z ~ N(0, 1)），拟合双峰数据"},
      {"The density of the noise has one mode. G, piecewise linear, is steep in the middle, where "
       "the density of G(z) is therefore low, and flat beside it, where two modes of G(z) stand at "
       "those of the data; the density of G(z) jumps where G bends.",
       "噪声的密度是单峰的。G 分段线性，中间陡峭，因而 G(z) 在那里的密度较低；两侧平缓，G(z) "
       "的两个峰与数据的双峰重合；G 拐弯之处 G(z) 的密度有跳跃。"},
      {{"x, and z for G", "x；对 G 则为 z"}, false, -5.0, 5.0},
      {{"density", "密度"}, false, 0.0, std::nullopt},
      {{"G(z)", "G(z)"}, false, -5.0, 5.0},
      {density_curve(parse_law(data.specification()), {"data", "数据"}, Curve::Line::solid,
                     Curve::Ink::data),
       density_curve(generator.law(), {"law of G(z)", "G(z) 的分布"}, Curve::Line::dashed,
                     Curve::Ink::generator),
       density_curve(parse_law("normal(0,1)"), {"noise z", "噪声 z"}, Curve::Line::dotted,
                     Curve::Ink::reference),
       graph_of(generator)}};
  figure.curves[0].is_filled = true;
  return finished(std::move(figure));
}

}  // namespace gancheck
