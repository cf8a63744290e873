// Claim 29: D* = p/(p+q) maximises V(D, G) over all discriminators, and is the only one up to null
// sets.
//
// "Numerically maximise V(D, G) point by point": the maximum of p log y + q log(1-y) is found at
// every point of every grid without the formula for D*, and compared with it.
#include <fmt/format.h>

#include "theory/checks/maximum.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/regret.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// The maximiser of the integrand at every point against D*, in the coordinate that is small there.
Evidence maximiser_everywhere(const Setting& setting) {
  Residuals residuals({"every point of " + setting.scope.en, setting.scope.zh + "的每个点"});
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const Maximiser found = maximise_pointwise(c.p[i].value(), c.q[i].value());
      const auto d = formulas::optimal_discriminator(c.p[i], c.q[i]);
      residuals.equal(small_coordinate(found, as_chance(found, c.p[i], c.q[i])),
                      small_coordinate(found, d), [&] {
                        return fmt::format("{}, x = {}", pair->name(),
                                           pair->densities().grid.points[i].text());
                      });
    }
  }
  return residuals.evidence();
}

/// V(D) <= V(D*) for other discriminators.
auto below_maximum() {
  return at_most(with_discriminator(formulas::value_density),
                 with_discriminator([]<class T>(const T& p, const T& q, const Chance<T>&) -> T {
                   return formulas::value_at_optimum(p, q);
                 }));
}

/// 2·integral (p+q)(D - D*)² <= V(D*) - V(D): a D with the same value is D* almost everywhere.
auto separated_from_maximum() {
  return at_most(with_discriminator([]<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
                   const T distance = d.yes - formulas::optimal_discriminator(p, q).yes;
                   return (p + q) * distance * distance * 2;
                 }),
                 with_discriminator(loss_density));
}

/// p log D + q log(1-D) at D = D*.
constexpr auto substituted = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, formulas::optimal_discriminator(p, q));
};

/// A false maximiser: V there is claimed to be the maximum that was found. Held against the bound
/// that D* itself meets.
template <class Formula>
Evidence value_of_twin(const Setting& setting, const Formula& formula) {
  const auto value_of = [](const auto& chance) {
    return [chance](const Columns<Tracked>& c) {
      return integrate(c, [chance](const Tracked& p, const Tracked& q) -> Tracked {
        return formulas::value_density(p, q, chance(p, q));
      });
    };
  };
  return twin_on_grid(setting, equal(value_found, value_of(formula)),
                      equal(value_found, value_of(formulas::optimal_discriminator)));
}

constexpr auto swapped = []<class T>(const T& p, const T& q) -> Chance<T> {
  return {q / (p + q), p / (p + q)};
};
constexpr auto twice_q = []<class T>(const T& p, const T& q) -> Chance<T> {
  return {p / (p + q * 2), q * 2 / (p + q * 2)};
};
constexpr auto roots = []<class T>(const T& p, const T& q) -> Chance<T> {
  return {sqrt(p) / (sqrt(p) + sqrt(q)), sqrt(q) / (sqrt(p) + sqrt(q))};
};
constexpr auto squares = []<class T>(const T& p, const T& q) -> Chance<T> {
  return {p * p / (p * p + q * q), q * q / (p * p + q * q)};
};
constexpr auto raw_density = []<class T>(const T& p, const T&) -> Chance<T> {
  return {p, T(1) - p};
};
const auto indicator = [](const Tracked& p, const Tracked& q) -> Chance<Tracked> {
  const bool larger = p.value() > q.value();
  return {Tracked(larger ? 1 : 0), Tracked(larger ? 0 : 1)};
};

template <class Formula>
Control twin(char letter, std::string mutant, Text what, std::string pair, const Formula& formula) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {std::move(pair)},
          .run = [formula](const Setting& s) { return value_of_twin(s, formula); }};
}

std::vector<Check> checks() {
  return {
      {"maximiser",
       {"the integrand maximised at every point by bisection, against p/(p+q)",
        "逐点用二分法求被积函数的最大值点，与 p/(p+q) 比较"},
       Witness::grid,
       maximiser_everywhere},
      {"maximiser",
       {"kl(t||y) is strictly convex in y on the closed square and vanishes only at y = t",
        "kl(t||y) 在闭正方形上关于 y 严格凸，且仅在 y = t 处为零"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_convex(); }},
      {"maximiser",
       {"h(D*) - h(y) = (p+q) kl(D*||y) >= 2 (p+q)(y - D*)²",
        "h(D*) - h(y) = (p+q) kl(D*||y) >= 2 (p+q)(y - D*)²"},
       Witness::symbolic,
       [](const Setting&) { return only_the_optimum_has_no_regret(); }},
      {"value",
       {"V at the discriminator found, against V(D*)", "V 在求得的判别器处的值与 V(D*) 比较"},
       Witness::grid,
       [](const Setting& s) {
         return on_grid(s, equal(value_found, integral_of(formulas::value_at_optimum)));
       }},
      {"value",
       {"p log D* + q log(1-D*) by substitution", "代入得 p log D* + q log(1-D*)"},
       Witness::symbolic,
       [](const Setting&) { return same_integrals(substituted, formulas::value_at_optimum); }},
      {"others-below",
       {"V(D) <= V(D*) for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证 V(D) <= V(D*)"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, below_maximum()); }},
      {"others-below",
       {"kl(t||y) >= 0 on the closed square", "kl(t||y) 在闭正方形上非负"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_convex(); }},
      {"others-below",
       {"V(D*) - V(D) is the integral of (p+q) kl(D*||D), and kl(s||d) >= 2(s-d)²",
        "V(D*) - V(D) 是 (p+q) kl(D*||D) 的积分，而 kl(s||d) >= 2(s-d)²"},
       Witness::symbolic,
       [](const Setting&) { return only_the_optimum_has_no_regret(); }},
      {"regret",
       {"V(D*) - V(D) against the integral of (p+q) kl(D*||D)",
        "V(D*) - V(D) 与 (p+q) kl(D*||D) 的积分比较"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, regret_identity_relation()); }},
      {"regret",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return for_discriminators_in_balls(s, regret_identity_relation()); }},
      {"regret",
       {"the identity by normal forms", "用标准形验证恒等式"},
       Witness::symbolic,
       [](const Setting&) { return regret_is_a_divergence(); }},
      {"unique",
       {"2 times the integral of (p+q)(D-D*)² is at most the regret",
        "(p+q)(D-D*)² 积分的 2 倍不超过遗憾"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, separated_from_maximum()); }},
      {"unique",
       {"kl(t||y) >= 0.4995 (y-t)² on the closed square", "kl(t||y) >= 0.4995 (y-t)²（闭正方形）"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_convex(); }},
      {"unique",
       {"kl(t||y) >= 2(y-t)² on the closed square, its touch of fourth order factored",
        "kl(t||y) >= 2(y-t)²（闭正方形，四阶接触已分解）"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_above_square(); }},
      {"unique",
       {"the derivative of kl(s||d) - 2(s-d)² has the sign of d - s",
        "kl(s||d) - 2(s-d)² 的导数与 d - s 同号"},
       Witness::symbolic,
       [](const Setting&) { return only_the_optimum_has_no_regret(); }}};
}

std::vector<Control> controls() {
  return {
      twin('a', R"(D^* = \frac{q}{p+q})", {"the wrong numerator", "分子取错"}, "W7", swapped),
      twin('b', R"(D^* = \frac{p}{p+2q})", {"q counted twice", "q 算了两次"}, "W7", twice_q),
      twin('c', R"(D^* = \frac{\sqrt p}{\sqrt p + \sqrt q})",
           {"square roots of the densities", "对密度开了平方根"}, "W7", roots),
      twin('d', R"(D^* = \frac{p^2}{p^2+q^2})", {"squares of the densities", "对密度取了平方"},
           "W7", squares),
      twin('e', R"(D^* = p)", {"the raw density", "直接取密度 p"}, "W7", raw_density),
      twin('f', R"(D^* = \mathbb{1}\{p > q\})",
           {"the hard decision: its regret is infinite", "硬判决：遗憾为无穷"}, "W1", indicator),
      {.letter = 'g',
       .mutant = R"(D^* \text{ is unique everywhere})",
       .what = {"uniqueness also where p = q = 0", "误认为在 p = q = 0 处也唯一"},
       .witness = Witness::grid,
       .on = {"W3"},
       .run = [](const Setting& s) { return free_null_point(s); }}};
}

}  // namespace

void optimal_discriminator(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
