// Where SciPy's JSD leaves the truth as Q tends to P. What scipy.spatial.distance.jensenshannon
// computes before its square root, in doubles: p and q divided by their sums, m = (p+q)/2, and half
// the sum of rel_entr(x, m) for x = p and x = q. rel_entr is x log(x/m) in older versions, and
// x log1p((x-m)/m) for 1/2 < x/m < 2 in newer ones. Either way m is rounded, which moves the sum by
// some 2^-53 of the weights, while JSD falls with the square of the distance: the relative error
// grows like 2^-53/JSD.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "numerics/distribution/specification.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "theory/divergence/quantities.hpp"

namespace gancheck {
namespace {

using Weights3 = std::vector<double>;

Weights3 divided_by_sum(Weights3 x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& weight : x) weight /= sum;
  return x;
}

/// scipy.special.rel_entr for y > 0.
using RelativeEntropy = double (*)(double x, double y);

double by_logarithm(double x, double y) {
  return x > 0 ? x * std::log(x / y) : 0;
}

double by_log1p(double x, double y) {
  const double ratio = x / y;
  return 0.5 < ratio && ratio < 2 ? x * std::log1p((x - y) / y) : by_logarithm(x, y);
}

double jsd_as_scipy(const Weights3& data, const Weights3& generator, RelativeEntropy rel_entr) {
  const Weights3 p = divided_by_sum(data), q = divided_by_sum(generator);
  double left = 0, right = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double m = (p[i] + q[i]) / 2;
    left += rel_entr(p[i], m);
    right += rel_entr(q[i], m);
  }
  return (left + right) / 2;
}

std::string discrete(const std::vector<Rational>& weights) {
  std::string list;
  for (const Rational& w : weights) list += (list.empty() ? "" : ",") + w.str();
  return "discrete(" + list + ")";
}

Weights3 doubles(const std::vector<Rational>& weights) {
  Weights3 all;
  for (const Rational& w : weights) all.push_back(nearest_double(w));
  return all;
}

constexpr double unit_roundoff = 0x1p-53;

}  // namespace

Figure figures::scipy() {
  const std::vector<Rational> p{{6, 10}, {3, 10}, {1, 10}};
  const Law data = parse_law(discrete(p));
  const QuantityRows rows{quantities().front()};
  Curve newer{{"SciPy, by log1p", "SciPy（log1p）"},
              {},
              {},
              Curve::Line::points,
              false,
              Curve::Ink::generator};
  Curve older{{"older SciPy, by log", "旧版 SciPy（log）"},
              {},
              {},
              Curve::Line::points,
              false,
              Curve::Ink::mixture};
  Curve ours{{"gancheck, bounded", "gancheck（误差界）"},
             {},
             {},
             Curve::Line::solid,
             false,
             Curve::Ink::data};
  Curve expected{{"2⁻⁵³/JSD", "2⁻⁵³/JSD"}, {},    {},
                 Curve::Line::dashed,      false, Curve::Ink::reference};
  constexpr int parts_of_decade = 4, decades = 10;
  for (int k = parts_of_decade + 1; k <= decades * parts_of_decade; ++k) {
    const Rational distance =
        exact_rational(std::pow(10.0, -k / static_cast<double>(parts_of_decade)));
    const std::vector<Rational> q{p[0] + distance, p[1], p[2] - distance};
    const Law generator = parse_law(discrete(q));
    const Quantity truth = evaluate_enclosed(data, generator, Unit::nat, standard_digits, rows)[0];
    const Quantity bounded = evaluate(data, generator, Unit::nat, rows)[0];
    for (Curve* curve : {&newer, &older, &ours, &expected})
      curve->x.push_back(nearest_double(distance));
    const auto error = [&](RelativeEntropy rel_entr) {
      const double off =
          std::abs(jsd_as_scipy(doubles(p), doubles(q), rel_entr) - truth.value) / truth.value;
      return off > 0 ? off : NAN;  // a logarithmic axis has no 0
    };
    newer.y.push_back(error(by_log1p));
    older.y.push_back(error(by_logarithm));
    ours.y.push_back((bounded.rounding + bounded.truncation + bounded.discretisation) /
                     truth.value);
    expected.y.push_back(unit_roundoff / truth.value);
  }
  Figure figure{
      "scipy",
      {"Where SciPy's JSD leaves the truth as Q tends to P",
       "Q 趋于 P 时 SciPy 的 JSD 如何偏离真值"},
      {"Relative error of JSD between (0.6, 0.3, 0.1) and (0.6 + ε, 0.3, 0.1 − ε), both axes "
       "logarithmic, ε falling to the right. The sum that SciPy forms in doubles before its square "
       "root, with log1p or as older versions do, loses two digits for every one by which the laws "
       "come nearer, and below ε = 1e-8 as a rule all of them; the bound of gancheck's value stays "
       "near 1e-15.",
       "(0.6, 0.3, 0.1) 与 (0.6 + ε, 0.3, 0.1 − ε) 之间 JSD 的相对误差，双对数坐标，ε "
       "向右减小。SciPy 在开方之前以双精度求和，无论用 log1p 还是旧版的 "
       "log，两分布每接近一位，它就失去两位有效数字，ε < 1e-8 时一般全部失去；gancheck "
       "所给值的误差界保持在 1e-15 附近。"},
      {{"ε, from Q = P + ε(1, 0, −1)", "ε，Q = P + ε(1, 0, −1)"}, true, 0.1, 1e-10},
      {{"relative error of JSD", "JSD 的相对误差"}, true},
      no_axis,
      {std::move(older), std::move(newer), std::move(ours), std::move(expected)}};
  return finished(std::move(figure));
}

}  // namespace gancheck
