#include "theory/checks/random_points.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <random>
#include <stdexcept>

namespace gancheck {
namespace {

/// A positive rational, of one of four kinds. The draws are integers of a generator that the
/// standard fixes, so that every machine has the same points.
Rational positive_rational(std::mt19937_64& random) {
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const Integer first(1 + below(99)), second(1 + below(99));
  switch (below(4)) {
    case 0:
      return Rational(first, second);
    case 1:
      return Rational(first, second) * power_of_ten(static_cast<int>(below(81)) - 40);
    case 2:
      return 1 + Rational(first) * power_of_ten(-static_cast<int>(3 + below(20)));
    default:
      return Rational(first * Integer(random()) + 1, second * Integer(random()) + 1);
  }
}

std::string place(const std::vector<std::string>& variables, const std::vector<Rational>& point) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < point.size(); ++i)
    values.push_back(variables[i] + " = " + to_text(point[i]));
  return fmt::format("{}", fmt::join(values, ", "));
}

Evidence against(Evidence evidence, PlaceName where) {
  evidence.ground = Ground::counterexample;
  evidence.example_confirms = false;
  evidence.residual.reset();
  evidence.bound.reset();
  evidence.where = std::move(where);
  return evidence;
}

}  // namespace

Evidence at_random_points(const std::vector<std::string>& variables, const SidesAt& sides) {
  const std::string names = fmt::format("{}", fmt::join(variables, ", "));
  Evidence evidence;
  evidence.ground = Ground::rounding;
  evidence.scope = {fmt::format("{} random rational points ({}), exactly", random_points, names),
                    fmt::format("{} 个随机有理点 ({})，精确计算", random_points, names)};
  evidence.residual = evidence.bound = 0.0;
  std::mt19937_64 random(2014);
  for (int i = 0; i < random_points; ++i) {
    std::vector<Rational> point;
    for (std::size_t k = 0; k < variables.size(); ++k) point.push_back(positive_rational(random));
    ++evidence.attempted;
    try {
      const std::vector<Sides> here = sides(point);
      for (const auto& [left, right] : here) {
        if (left != right) {
          ++evidence.decided;
          return against(evidence,
                         place(variables, point) + ": " + to_text(left) + " != " + to_text(right));
        }
      }
      evidence.decided += here.empty() ? 0 : 1;
    } catch (const std::domain_error&) {  // a division by 0
      ++evidence.left_out;
      evidence.left_out_by = {"a denominator vanishes", "分母为零"};
    }
  }
  return evidence;
}

Evidence same_at_random_points(const RationalFormula& f, const RationalFormula& g) {
  return at_random_points({"p", "q"}, [&](std::span<const Rational> x) -> std::vector<Sides> {
    const Rational &p = x[0], &q = x[1], none = 0;
    return {{f(p, q), g(p, q)}, {f(p, none), g(p, none)}, {f(none, q), g(none, q)}};
  });
}

}  // namespace gancheck
