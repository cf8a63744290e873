// a log y + b log(1-y) over y for several (a, b), divided by a + b: a curve depends on a/(a+b)
// alone, its maximum is at y = a/(a+b), and all maxima lie on the ridge -h(y), h the binary
// entropy.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "numerics/line/grid.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "report/figures/named_laws.hpp"
#include "theory/formulas.hpp"

namespace gancheck {
namespace {

/// p and q at one point, with what the point is called.
struct Weighed {
  std::string where;
  double a, b;
};

constexpr int steps_of_y = 100;
constexpr double lowest_value = -3;

/// sin²: the curves fall steeply there.
double denser_at_ends(int i) {
  const double root = std::sin(i * std::acos(0.0) / steps_of_y);
  return root * root;
}

Curve value_over_y(const Weighed& w, Curve::Line line, Curve::Ink ink) {
  const std::string name = fmt::format("{}a : b = {:.3g} : {:.3g}", w.where, w.a, w.b);
  Curve curve{{name, name}, {}, {}, line, false, ink};
  const auto add = [&](const Chance<double>& y) {
    const double value = formulas::value_density(w.a, w.b, y) / (w.a + w.b);
    if (value < lowest_value) return;
    curve.x.push_back(y.yes);
    curve.y.push_back(value);
  };
  // Both ends are -infinity where the weight is positive: followed until the picture ends.
  constexpr int farthest = 60;
  for (int k = farthest; k > 3; --k) add({std::pow(10.0, -k), 1 - std::pow(10.0, -k)});
  for (int i = 1; i < steps_of_y; ++i) add({denser_at_ends(i), 1 - denser_at_ends(i)});
  for (int k = 4; k <= farthest; ++k) add({1 - std::pow(10.0, -k), std::pow(10.0, -k)});
  return curve;
}

Curve ridge() {
  Curve curve{{"ridge: y = a/(a + b)", "脊线：y = a/(a + b)"},
              {},
              {},
              Curve::Line::dotted,
              false,
              Curve::Ink::reference};
  for (int i = 0; i <= steps_of_y; ++i) {
    const double y = denser_at_ends(i);
    curve.x.push_back(y);
    curve.y.push_back(-formulas::binary_entropy(Chance<double>{y, 1 - y}));
  }
  return curve;
}

Curve maxima(const std::vector<Weighed>& points) {
  Curve curve{{"maxima", "最大值点"}, {}, {}, Curve::Line::points, false, Curve::Ink::optimum};
  for (const Weighed& w : points) {
    const auto y = formulas::optimal_discriminator(w.a, w.b);
    curve.x.push_back(y.yes);
    curve.y.push_back(-formulas::binary_entropy(y));
  }
  return curve;
}

Figure landscape_of(const std::vector<Weighed>& points, const Text& pair) {
  using Line = Curve::Line;
  using Ink = Curve::Ink;
  constexpr std::pair<Line, Ink> looks[] = {
      {Line::solid, Ink::data}, {Line::dashed, Ink::generator}, {Line::dash_dotted, Ink::other}};
  Figure figure{
      "landscape",
      phrase("The integrand that D maximises, point by point: {}", "判别器逐点最大化的被积函数：{}",
             pair),
      phrase("(a log y + b log(1 − y))/(a + b) over y for the weights a = p(x), b = q(x) at {} "
             "points. Every curve has one maximum, at y = a/(a + b); the maxima lie on one curve, "
             "which is lowest at y = 1/2 with −log 2.",
             "{} 个点处以 a = p(x)、b = q(x) 为权的 (a log y + b log(1 − y))/(a + b)，以 y "
             "为自变量。每条曲线只有一个最大值点 y = a/(a + "
             "b)；各最大值点都落在同一条曲线上，该曲线在 y = 1/2 处最低，为 −log 2。",
             points.size()),
      {{"y = D(x)", "y = D(x)"}, false, 0.0, 1.0},
      {{"(a log y + b log(1 − y))/(a + b)", "(a log y + b log(1 − y))/(a + b)"},
       false,
       lowest_value,
       0.0},
      no_axis,
      {}};
  for (std::size_t k = 0; k < points.size(); ++k)
    figure.curves.push_back(value_over_y(points[k], looks[k].first, looks[k].second));
  figure.curves.push_back(ridge());
  figure.curves.push_back(maxima(points));
  return finished(std::move(figure));
}

/// The three points at which D* is nearest to 1/5, 1/2 and 4/5, of those where both laws live or,
/// without any, of all.
std::vector<Weighed> three_of(std::vector<Weighed> points) {
  const auto optimum = [](const Weighed& w) { return w.a / (w.a + w.b); };
  const auto is_shared = [](const Weighed& w) { return w.a > 0 && w.b > 0; };
  std::erase_if(points, [](const Weighed& w) { return !(w.a + w.b > 0); });
  if (std::any_of(points.begin(), points.end(), is_shared))
    std::erase_if(points, [&](const Weighed& w) { return !is_shared(w); });
  std::vector<Weighed> chosen;
  for (const double wanted : {0.8, 0.5, 0.2}) {
    if (points.empty()) break;
    const auto nearest =
        std::min_element(points.begin(), points.end(), [&](const Weighed& x, const Weighed& y) {
          return std::abs(optimum(x) - wanted) < std::abs(optimum(y) - wanted);
        });
    chosen.push_back(*nearest);
    points.erase(nearest);
  }
  return chosen;
}

std::vector<Weighed> points_of(const LinePair& laws) {
  const LawOnLine data(laws.data), generator(laws.generator);
  std::vector<Weighed> points;
  const auto add = [&](double x, double p, double q) {
    points.push_back(
        {laws.data.on_labels ? "" : fmt::format("x = {}{:.3g}, ", x < 0 ? "−" : "", std::abs(x)), p,
         q});
  };
  if (data.has_density() || generator.has_density()) {
    const Window window = window_of(data, generator);
    constexpr int steps = 200;
    for (int i = 0; i <= steps; ++i) {
      const double x = window.from + i * (window.to - window.from) / steps;
      const double p = data.density(x), q = generator.density(x);
      if (std::isfinite(p + q)) add(x, p, q);
    }
  } else {
    for_each_atom(laws.data.atoms, laws.generator.atoms,
                  [&](const Real& x, const Real& p, const Real& q) {
                    add(exactly<double>(x), exactly<double>(p), exactly<double>(q));
                  });
  }
  return points;
}

}  // namespace

Figure figures::landscape(const PairOfLaws& laws) {
  const auto* line = std::get_if<LinePair>(&laws);
  if (!line) throw NoFigure("for laws in the plane there is the figure 'ring', with D* as a field");
  return landscape_of(three_of(points_of(*line)),
                      phrase("P = {}, Q = {}", "P = {}，Q = {}", line->data.specification,
                             line->generator.specification));
}

Figure figures::landscape() {
  return landscape(named_laws("W7"));
}

}  // namespace gancheck
