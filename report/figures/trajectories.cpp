// The outer minimum: C(G) + log 4 = 2 JSD along the routes of mirror descent on finite spaces, each
// law against its own D*, as the claim on the minimax objective has them.
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "theory/minimisation/route.hpp"

namespace gancheck {
namespace {

Curve course_of(const Route& route, Curve::Line line, Curve::Ink ink) {
  const Series series = series_of(route);
  Curve curve{series.name, {}, {}, line, false, ink};
  constexpr std::size_t step = 0, jsd = 2;  // of the columns
  for (const auto& row : series.rows) {
    curve.x.push_back(row[step]);
    curve.y.push_back(row[jsd] > 0 ? 2 * row[jsd] : NAN);  // a logarithmic axis has no 0
  }
  return curve;
}

}  // namespace

Figure figures::trajectories() {
  using Line = Curve::Line;
  using Ink = Curve::Ink;
  constexpr std::pair<Line, Ink> looks[] = {{Line::solid, Ink::data},
                                            {Line::dashed, Ink::generator},
                                            {Line::dash_dotted, Ink::optimum},
                                            {Line::dotted, Ink::other}};
  Figure figure{
      "trajectories",
      {"The outer minimum: the generator's law goes down C, step by step",
       "外层最小化：生成器分布沿 C 逐步下降"},
      {"C(G) + log 4 over the steps of mirror descent, on a logarithmic axis, for four data laws "
       "on "
       "finite spaces. Every curve falls at every step, in the end along a straight line: C tends "
       "to −log 4, which only the data law itself attains.",
       "对有限空间上的四个数据分布作镜像下降，各步的 C(G) + log 4（对数坐标）。每条曲线步步下降，"
       "最终沿直线下降：C 趋于 −log 4，而取到这个值的只有数据分布本身。"},
      {{"step", "步数"}},
      {{"C(G) + log 4 (nat)", "C(G) + log 4（奈特）"}, true, 1e-12, 3.0},
      no_axis,
      {}};
  for (std::size_t k = 0; k < std::size(looks); ++k)
    figure.curves.push_back(course_of(descents().at(k), looks[k].first, looks[k].second));
  return finished(std::move(figure));
}

}  // namespace gancheck
