// Where SciPy's JSD leaves the truth as Q tends to P. What scipy.spatial.distance.jensenshannon
// computes before its square root, in doubles: p and q divided by their sums, m = (p+q)/2, and half
// the sum of x log(x/m) for x = p and x = q. Each term is rounded to about 2^-53 of the weights,
// while their sum falls with the square of the distance: the relative error grows like 2^-53/JSD.
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

/// scipy.special.rel_entr, by its definition.
double relative_entropy(double x, double y) {
  return x > 0 ? x * std::log(x / y) : 0;
}

double jsd_as_scipy(const Weights3& data, const Weights3& generator) {
  const Weights3 p = divided_by_sum(data), q = divided_by_sum(generator);
  double left = 0, right = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double m = (p[i] + q[i]) / 2;
    left += relative_entropy(p[i], m);
    right += relative_entropy(q[i], m);
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
  Curve naive{
      {"SciPy's sum", "SciPy 的求和"}, {}, {}, Curve::Line::points, false, Curve::Ink::generator};
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
    const Rational off = exact_rational(std::pow(10.0, -k / static_cast<double>(parts_of_decade)));
    const std::vector<Rational> q{p[0] + off, p[1], p[2] - off};
    const Law generator = parse_law(discrete(q));
    const Quantity truth = evaluate_enclosed(data, generator, Unit::nat, standard_digits, rows)[0];
    const Quantity bounded = evaluate(data, generator, Unit::nat, rows)[0];
    for (Curve* curve : {&naive, &ours, &expected}) curve->x.push_back(nearest_double(off));
    const double error = std::abs(jsd_as_scipy(doubles(p), doubles(q)) - truth.value) / truth.value;
    naive.y.push_back(error > 0 ? error : NAN);  // a logarithmic axis has no 0
    ours.y.push_back((bounded.rounding + bounded.truncation + bounded.discretisation) /
                     truth.value);
    expected.y.push_back(unit_roundoff / truth.value);
  }
  Figure figure{
      "scipy",
      {"Where SciPy's JSD leaves the truth as Q tends to P",
       "Q 趋于 P 时 SciPy 的 JSD 如何偏离真值"},
      {"Relative error of JSD between (0.6, 0.3, 0.1) and (0.6 + ε, 0.3, 0.1 − ε), both axes "
       "logarithmic, ε falling to the right. The sum of x log(x/m) in doubles, as SciPy forms it "
       "before the square root, loses two digits for every one by which the laws come nearer, and "
       "all of them below ε = 1e-8; the bound of gancheck's value stays at 1e-15 or so.",
       "(0.6, 0.3, 0.1) 与 (0.6 + ε, 0.3, 0.1 − ε) 之间 JSD 的相对误差，双对数坐标，ε "
       "向右减小。SciPy 在开方之前以双精度求 x log(x/m) "
       "之和：两分布每接近一位，它就失去两位有效数字，到 ε < 1e-8 时全部失去；gancheck "
       "所给值的误差界保持在 1e-15 左右。"},
      {{"ε, from Q = P + ε(1, 0, −1)", "ε，Q = P + ε(1, 0, −1)"}, true, 0.1, 1e-10},
      {{"relative error of JSD", "JSD 的相对误差"}, true},
      no_axis,
      {std::move(naive), std::move(ours), std::move(expected)}};
  return finished(std::move(figure));
}

}  // namespace gancheck
