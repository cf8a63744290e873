// Claim 29: D* = p/(p+q) maximises V(D, G) over all discriminators, and is the only one up to null
// sets.
//
// "Numerically maximise V(D, G) point by point": the maximum of p log y + q log(1-y) is found at
// every point of every grid without the formula for D*, and compared with it.
#include "theory/checks/functionals.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using functionals::loss_density;

/// The maximiser of the integrand that is found, and D*, in the coordinate that is small there.
constexpr auto small_found = [](const Tracked& p, const Tracked& q) -> Tracked {
  const Maximiser found = maximise_pointwise(p.value(), q.value());
  return small_coordinate(found, as_chance(found, p, q));
};
constexpr auto small_of_dstar = [](const Tracked& p, const Tracked& q) -> Tracked {
  return small_coordinate(maximise_pointwise(p.value(), q.value()),
                          formulas::optimal_discriminator(p, q));
};

/// V(D*), whatever D is.
constexpr auto maximum = []<class T>(const T& p, const T& q, const Chance<T>&) -> T {
  return formulas::value_at_optimum(p, q);
};

/// 2 (p+q)(D - D*)². Its integral is at most V(D*) - V(D): a D with the same value is D* almost
/// everywhere.
constexpr auto separation = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const T distance = d.yes - formulas::optimal_discriminator(p, q).yes;
  return (p + q) * distance * distance * 2;
};

/// V at D = chance(p, q) is the maximum that was found.
template <class F>
Relation maximum_is_at(const F& chance) {
  const Formula density = [chance](const Tracked& p, const Tracked& q) -> Tracked {
    return value_density(p, q, chance(p, q));
  };
  return equal(functionals::value_found, integral_of(density));
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
constexpr auto indicator = [](const Tracked& p, const Tracked& q) -> Chance<Tracked> {
  const bool larger = p.value() > q.value();
  return {Tracked(larger ? 1 : 0), Tracked(larger ? 0 : 1)};
};

void add_maximum(Claim& claim) {
  PartOf(claim, "maximiser")
      .summed(at_every_point(equal(small_found, small_of_dstar)),
              {"the integrand maximised at every point by bisection, against p/(p+q)",
               "逐点用二分法求被积函数的最大值点，与 p/(p+q) 比较"})
      .swept({"kl(s‖d) is strictly convex in d on the closed square and vanishes only at d = s",
              "kl(s‖d) 在闭正方形上关于 d 严格凸，且仅在 d = s 处为零"},
             binary_kl_is_convex)
      .proved({"v(D*) - v(y) = (p+q) kl(D*‖y) ≥ 2 (p+q)(y - D*)²",
               "v(D*) - v(y) = (p+q) kl(D*‖y) ≥ 2 (p+q)(y - D*)²"},
              [] { return only_the_optimum_has_no_regret(); });
  PartOf(claim, "value")
      .summed(equal(functionals::value_found, functionals::value_at_optimum),
              {"V at the discriminator found, against V(D*, G)",
               "V 在求得的判别器处的值与 V(D*, G) 比较"})
      .proved({"p log D* + q log(1-D*) by substitution", "代入得 p log D* + q log(1-D*)"},
              [] { return same_integrals(functionals::substituted, formulas::value_at_optimum); });
}

void add_regret(Claim& claim) {
  const Comparisons regret = for_discriminators(equal(loss_density, formulas::regret_density));
  PartOf(claim, "others-below")
      .summed(for_discriminators(at_most(value_density, maximum)),
              {"V(D, G) ≤ V(D*, G) for D = 1/2 and random D",
               "对 D = 1/2 与随机 D 验证 V(D, G) ≤ V(D*, G)"})
      .swept({"kl(s‖d) ≥ 0 on the closed square", "kl(s‖d) 在闭正方形上非负"}, binary_kl_is_convex)
      .proved({"V(D*, G) - V(D, G) is the integral of (p+q) kl(D*‖D), and kl(s‖d) ≥ 2(s-d)²",
               "V(D*, G) - V(D, G) 是 (p+q) kl(D*‖D) 的积分，而 kl(s‖d) ≥ 2(s-d)²"},
              [] { return only_the_optimum_has_no_regret(); });
  PartOf(claim, "regret")
      .summed(regret, {"V(D*, G) - V(D, G) against the integral of (p+q) kl(D*‖D)",
                       "V(D*, G) - V(D, G) 与 (p+q) kl(D*‖D) 的积分比较"})
      .enclosed(regret, the_same_enclosed)
      .proved({"the identity by normal forms", "用标准形验证恒等式"},
              [] { return regret_is_a_divergence(); });
}

void add_uniqueness(Claim& claim) {
  PartOf(claim, "unique")
      .summed(for_discriminators(at_most(separation, loss_density)),
              {"2 times the integral of (p+q)(D-D*)² is at most the regret",
               "(p+q)(D-D*)² 积分的 2 倍不超过遗憾"})
      .swept(
          {"kl(s‖d) ≥ 0.4995 (s-d)² on the closed square", "kl(s‖d) ≥ 0.4995 (s-d)²（闭正方形）"},
          binary_kl_is_convex)
      .swept({"kl(s‖d) ≥ 2(s-d)² on the closed square, its touch of fourth order factored",
              "kl(s‖d) ≥ 2(s-d)²（闭正方形，四阶接触已分解）"},
             [] { return binary_kl_is_above_square(); })
      .proved({"the derivative of kl(s‖d) - 2(s-d)² has the sign of d - s",
               "kl(s‖d) - 2(s-d)² 的导数与 d - s 同号"},
              [] { return only_the_optimum_has_no_regret(); });
}

}  // namespace

void optimal_discriminator(Claim& claim) {
  add_maximum(claim);
  add_regret(claim);
  add_uniqueness(claim);
  Twins(claim, maximum_is_at(formulas::optimal_discriminator))
      .on("W7")
      .grid(R"(D^* = \frac{q}{p+q})", {"the wrong numerator", "分子取错"}, maximum_is_at(swapped))
      .grid(R"(D^* = \frac{p}{p+2q})", {"q counted twice", "q 算了两次"}, maximum_is_at(twice_q))
      .grid(R"(D^* = \frac{\sqrt p}{\sqrt p + \sqrt q})",
            {"square roots of the densities", "对密度开了平方根"}, maximum_is_at(roots))
      .grid(R"(D^* = \frac{p^2}{p^2+q^2})", {"squares of the densities", "对密度取了平方"},
            maximum_is_at(squares))
      .grid(R"(D^* = p)", {"the raw density", "直接取密度 p"}, maximum_is_at(raw_density))
      .on("W1")
      .grid(R"(D^* = \mathbb{1}\{p > q\})",
            {"the hard decision: its regret is infinite", "硬判决：遗憾为无穷"},
            maximum_is_at(indicator));
  add_twin(claim, Witness::grid, R"(D^* \text{ is unique everywhere})",
           {"uniqueness also where p = q = 0", "误认为在 p = q = 0 处也唯一"}, {"W3"},
           free_null_point);
}

}  // namespace gancheck
