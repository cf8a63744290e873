// Claim 32: V(D*) - V(D) is the integral of (p+q) kl(D*||D): the note's lines 91-104 in one line,
// without derivatives, exchange of limits or exceptions at the boundary.
#include <fmt/format.h>

#include "theory/checks/maximum.hpp"
#include "theory/checks/regret.hpp"
#include "theory/claim.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

/// (p+q)(D - D*)²
constexpr auto squared_distance = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const T distance = d.yes - formulas::optimal_discriminator(p, q).yes;
  return (p + q) * distance * distance;
};
constexpr auto twice_squared_distance = []<class T>(const T& p, const T& q,
                                                    const Chance<T>& d) -> T {
  return squared_distance(p, q, d) * 2;
};
/// (p+q)(D - D*)²/(D(1-D))
constexpr auto chi_squared = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return squared_distance(p, q, d) / (d.yes * d.no);
};

auto lower_bound() {
  return at_most(with_discriminator(twice_squared_distance), with_discriminator(loss_density));
}
auto upper_bound() {
  return at_most(with_discriminator(loss_density), with_discriminator(chi_squared));
}

/// The regret of the maximiser that is found point by point is 0: kl(D*||D) vanishes where D = D*,
/// and D is found without the formula for D*.
Evidence regret_of_optimum(const Setting& setting) {
  return on_grid(setting, equal(integral_of([](const Tracked& p, const Tracked& q) -> Tracked {
                                  const Maximiser found = maximise_pointwise(p.value(), q.value());
                                  return formulas::regret_density(p, q, as_chance(found, p, q));
                                }),
                                [](const Columns<Tracked>&) { return Tracked(0); }));
}

constexpr auto reversed = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return (p + q) * formulas::binary_kl(d, formulas::optimal_discriminator(p, q));
};
constexpr auto weighted_by_mixture = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return formulas::regret_density(p, q, d) / 2;
};
constexpr auto weighted_by_data = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return p * formulas::binary_kl(formulas::optimal_discriminator(p, q), d);
};
constexpr auto constant_four = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return squared_distance(p, q, d) * 4;
};

template <class Formula>
Control identity_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {"W7"},
          .run = [formula](const Setting& s) {
            return for_discriminators(
                s, equal(with_discriminator(loss_density), with_discriminator(formula)),
                regret_identity_relation());
          }};
}

std::vector<Check> checks() {
  return {
      {"identity",
       {"both sides for D = 1/2 and random D", "对 D = 1/2 与随机 D 比较两边"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, regret_identity_relation()); }},
      {"identity",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return for_discriminators_in_balls(s, regret_identity_relation()); }},
      {"identity",
       {"the identity by normal forms", "用标准形验证恒等式"},
       Witness::symbolic,
       [](const Setting&) { return regret_is_a_divergence(); }},
      {"zero-iff",
       {"the regret of the maximiser that bisection finds is 0", "二分法所求最大值点的遗憾为 0"},
       Witness::grid,
       regret_of_optimum},
      {"zero-iff",
       {"kl(s||d) >= 0.4995 (s-d)² on the closed square", "kl(s||d) >= 0.4995 (s-d)²（闭正方形）"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_convex(); }},
      {"zero-iff",
       {"the regret is at least 2 times the integral of (p+q)(D-D*)²",
        "遗憾不小于 (p+q)(D-D*)² 积分的 2 倍"},
       Witness::symbolic,
       [](const Setting&) { return only_the_optimum_has_no_regret(); }},
      {"lower-bound",
       {"the bound for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, lower_bound()); }},
      {"lower-bound",
       {"the derivative of kl(s||d) - 2(s-d)² over (d-s)(1-2d)² is >= 3.99 on the closed square",
        "kl(s||d) - 2(s-d)² 的导数除以 (d-s)(1-2d)² 后在闭正方形上 >= 3.99"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_above_square(); }},
      {"lower-bound",
       {"the derivative of kl(s||d) - 2(s-d)² has the sign of d - s",
        "kl(s||d) - 2(s-d)² 的导数与 d - s 同号"},
       Witness::symbolic,
       [](const Setting&) { return regret_lower_bound(); }},
      {"upper-bound",
       {"the bound for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证"},
       Witness::grid,
       [](const Setting& s) {
         return for_discriminators(s, upper_bound(), upper_bound(), other_discriminators);
       }},
      {"upper-bound",
       {"the derivative of (s-d)²/(d(1-d)) - kl(s||d) over d-s is >= 1 on the closed square",
        "(s-d)²/(d(1-d)) - kl(s||d) 的导数除以 d-s 后在闭正方形上 >= 1"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_below_chi_squared(); }},
      {"upper-bound",
       {"log t <= t - 1 gives the bound exactly", "由 log t <= t - 1 恰得此界"},
       Witness::symbolic,
       [](const Setting&) { return regret_upper_bound(); }}};
}

std::vector<Control> controls() {
  return {
      identity_twin('a', R"(\int (p+q)\,\mathrm{kl}(D \| D^*))",
                    {"the arguments of kl swapped", "kl 的两个变元颠倒"}, reversed),
      identity_twin('b', R"(\int \tfrac{p+q}{2}\,\mathrm{kl}(D^* \| D))",
                    {"weight m: a factor 2 is lost", "权重取 m：少了因子 2"}, weighted_by_mixture),
      identity_twin('c', R"(\int p\,\mathrm{kl}(D^* \| D))", {"weight p alone", "只取权重 p"},
                    weighted_by_data),
      {.letter = 'd',
       .mutant = R"(4 \int (p+q)(D-D^*)^2 \le V(D^*) - V(D))",
       .what = {"constant 4 in the lower bound; D = 1/2 next to D*",
                "下界常数误为 4；取 D* 附近的 D = 1/2"},
       .witness = Witness::grid,
       .on = {"near"},
       .run =
           [](const Setting& s) {
             return for_discriminators(
                 s, at_most(with_discriminator(constant_four), with_discriminator(loss_density)),
                 lower_bound());
           }},
      {.letter = 'e',
       .mutant = R"(\mathrm{kl}(s \| d) \ge 4 (s-d)^2 \text{ on } [0,1]^2)",
       .what = {"as (d), swept over the square: refuted by an enclosure at one point",
                "同 (d)，在正方形上扫描：由一点处的包含区间推翻"},
       .witness = Witness::ball,
       .on = {},
       .run = [](const Setting&) { return binary_kl_is_above_square(4); }},
      {.letter = 'f',
       .mutant = R"(\mathrm{kl}(s \| d) \le \tfrac12 \frac{(s-d)^2}{d(1-d)} \text{ on } [0,1]^2)",
       .what = {"half of the upper bound, which is right only next to d = s",
                "上界误取一半：只在 d = s 附近正确"},
       .witness = Witness::ball,
       .on = {},
       .run = [](const Setting&) { return binary_kl_is_below_chi_squared(Rational(1, 2)); }}};
}

}  // namespace

void regret_identity(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
