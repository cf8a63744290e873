// Claim 32: V(D*) - V(D) is the integral of (p+q) kl(D*||D): the note's lines 91-104 in one line,
// without derivatives, exchange of limits or exceptions at the boundary.
#include "theory/checks/functionals.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using functionals::loss_density;

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

Comparisons regret_is(const GameFormula& formula) {
  return for_discriminators(equal(loss_density, formula));
}
Comparisons regret_is_at_least(const GameFormula& formula) {
  return for_discriminators(at_most(formula, loss_density));
}

/// The regret of the maximiser that is found point by point: kl(D*||D) vanishes where D = D*, and D
/// is found without the formula for D*.
constexpr auto regret_found = [](const Tracked& p, const Tracked& q) -> Tracked {
  const Maximiser found = maximise_pointwise(p.value(), q.value());
  return formulas::regret_density(p, q, as_chance(found, p, q));
};

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

void add_identity(Claim& claim) {
  PartOf(claim, "identity")
      .summed(regret_is(formulas::regret_density),
              {"both sides for D = 1/2 and random D", "对 D = 1/2 与随机 D 比较两边"})
      .enclosed(regret_is(formulas::regret_density))
      .proved({"the identity by normal forms", "用标准形验证恒等式"},
              [] { return regret_is_a_divergence(); });
  PartOf(claim, "zero-iff")
      .summed(
          equal(integral_of(regret_found), 0),
          {"the regret of the maximiser that bisection finds is 0", "二分法所求最大值点的遗憾为 0"})
      .swept(
          {"kl(s‖d) ≥ 0.4995 (s-d)² on the closed square", "kl(s‖d) ≥ 0.4995 (s-d)²（闭正方形）"},
          binary_kl_is_convex)
      .proved({"the regret is at least 2 times the integral of (p+q)(D-D*)²",
               "遗憾不小于 (p+q)(D-D*)² 积分的 2 倍"},
              [] { return only_the_optimum_has_no_regret(); });
}

void add_bounds(Claim& claim) {
  const Text for_several = {"the bound for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证"};
  PartOf(claim, "lower-bound")
      .summed(regret_is_at_least(twice_squared_distance), for_several)
      .swept({"the derivative of kl(s‖d) - 2(s-d)² over (d-s)(1-2d)² is ≥ 3.99 on the closed "
              "square",
              "kl(s‖d) - 2(s-d)² 的导数除以 (d-s)(1-2d)² 后在闭正方形上 ≥ 3.99"},
             [] { return binary_kl_is_above_square(); })
      .proved({"the derivative of kl(s‖d) - 2(s-d)² has the sign of d - s",
               "kl(s‖d) - 2(s-d)² 的导数与 d - s 同号"},
              [] { return regret_lower_bound(); });
  PartOf(claim, "upper-bound")
      .summed(for_discriminators(at_most(loss_density, chi_squared), other_discriminators),
              for_several)
      .swept({"the derivative of (s-d)²/(d(1-d)) - kl(s‖d) over d-s is ≥ 1 on the closed square",
              "(s-d)²/(d(1-d)) - kl(s‖d) 的导数除以 d-s 后在闭正方形上 ≥ 1"},
             [] { return binary_kl_is_below_chi_squared(); })
      .proved({"log t ≤ t - 1 gives the bound exactly", "由 log t ≤ t - 1 即得此界"},
              [] { return regret_upper_bound(); });
}

void add_twins(Claim& claim) {
  Twins(claim, regret_is(formulas::regret_density))
      .on("W7")
      .grid(R"(\int (p+q)\,\mathrm{kl}(D\|D^*)\,d\mu)",
            {"the arguments of kl swapped", "kl 的两个变元颠倒"}, regret_is(reversed))
      .grid(R"(\int \tfrac{p+q}{2}\,\mathrm{kl}(D^*\|D)\,d\mu)",
            {"weight m: a factor 2 is lost", "权重取 m：少了因子 2"},
            regret_is(weighted_by_mixture))
      .grid(R"(\int p\,\mathrm{kl}(D^*\|D)\,d\mu)", {"weight p alone", "只取权重 p"},
            regret_is(weighted_by_data));
  Twins(claim, regret_is_at_least(twice_squared_distance))
      .on("near")
      .grid(R"(4 \int (p+q)(D-D^*)^2\,d\mu \le V(D^*,G) - V(D,G))",
            {"constant 4 in the lower bound; D = 1/2 next to D*",
             "下界常数误为 4；取 D* 附近的 D = 1/2"},
            regret_is_at_least(constant_four));
  add_twin(claim, Witness::ball, R"(\mathrm{kl}(s\|d) \ge 4 (s-d)^2 \text{ on } [0,1]^2)",
           {"as (d), swept over the square: refuted by an enclosure at one point",
            "同 (d)，在正方形上扫描：由一点处的包含区间推翻"},
           {}, [](const Setting&) { return binary_kl_is_above_square(4); });
  add_twin(claim, Witness::ball,
           R"(\mathrm{kl}(s\|d) \le \tfrac12 \frac{(s-d)^2}{d(1-d)} \text{ on } [0,1]^2)",
           {"half of the upper bound, which is right only next to d = s",
            "上界误取一半：只在 d = s 附近正确"},
           {}, [](const Setting&) { return binary_kl_is_below_chi_squared(Rational(1, 2)); });
}

}  // namespace

void regret_identity(Claim& claim) {
  add_identity(claim);
  add_bounds(claim);
  add_twins(claim);
}

}  // namespace gancheck
