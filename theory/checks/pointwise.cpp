#include "theory/checks/pointwise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numerics/number/dual.hpp"

namespace gancheck {
namespace {

std::vector<Rational> chances() {
  const Rational small = power_of_ten(-12);
  return {small,          Rational(1, 1000), Rational(1, 10),    Rational(1, 3),
          Rational(1, 2), Rational(9, 10),   Rational(1) - small};
}

std::vector<Rational> box_weights() {
  return {power_of_ten(-12), Rational(1, 3), Rational(1), Rational(7), power_of_ten(6)};
}

constexpr std::size_t most_points_of_a_pair = 12;

void add(std::vector<PointCase>& cases, const Real& a, const Real& b, const PlaceName& origin) {
  for (const Rational& y : chances()) cases.push_back({a, b, y, origin});
}

/// The number itself where that is short, else six digits of it.
std::string shown(const Real& x) {
  constexpr std::size_t longest = 16;
  const std::string exact = x.text();
  return exact.size() <= longest ? exact : fmt::format("{:.6g}", exactly<double>(x));
}

/// The points of a pair with p, q > 0, of many at most twelve: those at which the mass of the
/// mixture, from the left, passes 1/24, 3/24, ..., so that most lie where the laws do.
std::vector<std::size_t> points_where_both_are(const Pair& pair) {
  const Densities& d = pair.densities();
  const Columns<Tracked>& c = pair.tracked();
  std::vector<std::size_t> all;
  std::vector<double> mass_up_to;
  double mass = 0;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    const bool is_left_out = is_null(c, i);  // also where a weight is below the range of doubles
    if (is_left_out || d.data[i].is_zero() || d.generator[i].is_zero()) continue;
    mass += c.weight[i].value() * (c.p[i].value() + c.q[i].value());
    all.push_back(i);
    mass_up_to.push_back(mass);
  }
  if (all.size() <= most_points_of_a_pair) return all;
  std::vector<std::size_t> some;
  for (std::size_t k = 0; k < most_points_of_a_pair; ++k) {
    const double share = (static_cast<double>(k) + 0.5) / most_points_of_a_pair;
    const auto at = std::lower_bound(mass_up_to.begin(), mass_up_to.end(), share * mass);
    const std::size_t i =
        all[std::min(static_cast<std::size_t>(at - mass_up_to.begin()), all.size() - 1)];
    if (some.empty() || some.back() != i) some.push_back(i);
  }
  return some;
}

/// A 50-digit reference as a tracked number. `scale` is the sum of the magnitudes of the terms that
/// the reference was formed from. 50-digit floats round at 2^-167; 1 - y with y up to 1 - 1e-12
/// costs 2^40, and no formula here has 64 operations: 2^-120 of the scale covers them.
Tracked reference(const Float50& value, const Float50& scale) {
  const double nearest = value.convert_to<double>();
  const double error = (abs(Float50(value - Float50(nearest))) + scale * ldexp(Float50(1), -120))
                           .convert_to<double>();
  return Tracked::within(nearest, error * (1 + 0x1p-50));
}

}  // namespace

std::vector<PointCase> interior_points(const Setting& setting) {
  std::vector<PointCase> cases;
  for (const auto& pair : setting.listed) {
    const Densities& d = pair->densities();
    for (const std::size_t i : points_where_both_are(*pair))
      add(cases, d.data[i], d.generator[i],
          fmt::format("{}, x = {}", pair->name(), d.grid.name(i)));
  }
  if (setting.pointwise_box) {
    for (const Rational& a : box_weights()) {
      for (const Rational& b : box_weights()) add(cases, a, b, Text{"box", "方格"});
    }
  }
  return cases;
}

Text points_scope(std::size_t points) {
  return {fmt::format("{} points (a, b, y)", points), fmt::format("{} 个点 (a, b, y)", points)};
}

PlaceName place(const PointCase& x) {
  const std::string numbers =
      fmt::format("a = {}, b = {}, y = {}", shown(x.a), shown(x.b), shown(Real(x.yes)));
  return Text{x.origin.en + ": " + numbers, x.origin.zh + "：" + numbers};
}

Comparisons at_points(const GameRelation& relation) {
  return at_points(
      [relation]<class T>(const PointCase&, const At<T>& t, Take<T>& take, const Where& where) {
        take.compare(relation.order, relation.left(t.a, t.b, t.y), relation.right(t.a, t.b, t.y),
                     where);
      });
}

Derivatives differentiate(const PointCase& x) {
  const At<Float50> p = at<Float50>(x);
  const Dual y = variable(p.y.yes);
  const Chance<Dual> chance{y, Dual(1 - y)};
  const Dual h = formulas::value_density(Dual(p.a), Dual(p.b), chance);
  const Float50 a = p.a / p.y.yes, b = p.b / p.y.no;
  return {reference(h.derivative(1), a + b), reference(h.derivative(2), a / p.y.yes + b / p.y.no)};
}

}  // namespace gancheck
