// Claim 31: over D: X -> [0,1] the supremum of V is attained and finite; over D: X -> (0,1) it is
// the same number, attained iff P and Q have the same null sets.
#include <fmt/format.h>

#include <optional>

#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::optimal_discriminator;
using formulas::tangent_gap;
using formulas::value_density;
using functionals::loss_density;
using functionals::minus_log4;
using functionals::total_mass;
using functionals::value_at_optimum;
using spread::Inside;
using spread::integral;

constexpr auto maximum = []<class T>(const T& p, const T& q, const Chance<T>&) -> T {
  return formulas::value_at_optimum(p, q);
};

/// -C is the integral of p f(s) + q f(1-s) + 2pq/(p+q) with s = D*, f(t) = t - 1 - log t >= 0; and
/// the integrand of C is 0 where p or q vanishes.
Evidence at_most_zero_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Chance<Symbol> s = optimal_discriminator(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({-formulas::value_at_optimum(p, q),
                   p * tangent_gap(s.yes) + q * tangent_gap(s.no) + 2 * p * q / (p + q)});
  proof.push_back({formulas::value_at_optimum(p, none), none});
  proof.push_back({formulas::value_at_optimum(none, q), none});
  return same_forms(
      proof, all_pairs_of_laws,
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}
Evidence bounds_by_algebra() {
  const Evidence from_below = log4_bound_by_tangent();
  return from_below.same_form ? at_most_zero_by_tangent() : from_below;
}

// D_e = (1-e) D* + e/2 has values in (0, 1).

/// D_e with e = 1/k.
template <class T>
Chance<T> moved_inside(const Chance<T>& d, int k) {
  const T share = T(1) / k, rest = T(k - 1) / k;
  return {rest * d.yes + share / 2, rest * d.no + share / 2};
}
Functional value_inside(int k) {
  return integral_of([k]<class T>(const T& p, const T& q) -> T {
    return value_density(p, q, moved_inside(optimal_discriminator(p, q), k));
  });
}
/// C - (P^ + Q^) e/(1-e) <= V(D_e); e/(1-e) = 1/(k-1).
Relation comes_near(int k) {
  return at_most(value_at_optimum - total_mass / (k - 1), value_inside(k));
}
Relation stays_below(int k) {
  return at_most(value_inside(k), value_at_optimum);
}

/// With f(t) = t - 1 - log t >= 0 and g = e/2: log((1-e) s + g) >= log((1-e) s), as the logarithm
/// increases, and log(1-e) = f(1/(1-e)) - e/(1-e) >= -e/(1-e). So V(D_e) is at least C less the
/// mass of p+q times e/(1-e), which is less than any number given.
Evidence comes_near_by_algebra() {
  const Symbol s = Symbol::positive("s"), g = Symbol::positive("g"), none(0), one(1);
  const Chance<Symbol> share = free_chance("i", "j"), d = free_chance();
  const Symbol& e = share.yes;
  const Symbol rest = share.no;
  const auto moved = [&](const Symbol& chance) -> Symbol { return rest * chance + e / 2; };
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({derivative(log(s + g), g), one / (s + g)});
  proof.push_back({substitute(log(s + g), g, none), log(s)});
  proof.push_back({log(rest * s), log(s) + tangent_gap(one / rest) - e / rest});
  proof.push_back({moved(d.yes) + moved(d.no), one});
  return same_forms(proof, {"all P, Q and 0 < ε < 1", "一切 P、Q 与 0 < ε < 1"},
                    {lemma::radon_nikodym, lemma::convexity, lemma::increase, lemma::linearity,
                     lemma::monotonicity});
}

// Whether a D in (0, 1) attains it.

/// The integrals of p (1-D) where q = 0, and of q D where p = 0.
constexpr auto unshared = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  if (is_exactly_zero(q)) return p * d.no;
  return is_exactly_zero(p) ? T(q * d.yes) : T(0);
};
Relation loses_where_unshared() {
  return at_most(integral<Inside>(unshared), integral<Inside>(loss_density));
}
/// With f as above and s = D*: the loss is p f(D/s) + q f((1-D)/(1-s)) where p, q > 0, p f(D) +
/// p (1-D) where q = 0 and q f(1-D) + q D where p = 0. So a D in (0, 1) loses wherever one density
/// vanishes alone.
std::vector<Identity> loss_as_sum() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Chance<Symbol> d = free_chance(), s = optimal_discriminator(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back(
      {loss_density(p, q, d), p * tangent_gap(d.yes / s.yes) + q * tangent_gap(d.no / s.no)});
  proof.push_back({loss_density(p, none, d), p * tangent_gap(d.yes) + p * d.no});
  proof.push_back({loss_density(none, q, d), q * tangent_gap(d.no) + q * d.yes});
  return proof;
}
Evidence loss_by_tangent() {
  return same_forms(loss_as_sum(), {"all P, Q and all D in (0, 1)", "一切 P、Q 与 (0, 1) 中的 D"},
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}
/// The same at the ends: D = 1 loses nothing where q = 0, and D = 0 nothing where p = 0. D = 0
/// where p > 0 and D = 1 where q > 0 give the integrand -infinity.
Evidence attained_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  std::vector<Identity> proof = loss_as_sum();
  proof.push_back({loss_density(p, none, Chance<Symbol>{one, none}), none});
  proof.push_back({loss_density(none, q, Chance<Symbol>{none, one}), none});
  return same_forms(
      proof,
      {"all P, Q and all D in [0, 1]; V = -∞ if D = 0 on a set with P > 0 or D = 1 on one "
       "with Q > 0",
       "一切 P、Q 与 [0, 1] 中的 D；若在 P 的正测集上 D = 0，或在 Q 的正测集上 D = 1，则 V = -∞"},
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

/// D* (1-D*) (p+q) and pq/(p+q): D* lies in (0, 1) exactly where p and q are both positive.
constexpr auto variance_of_dstar = []<class T>(const T& p, const T& q) -> T {
  const Chance<T> best = optimal_discriminator(p, q);
  return best.yes * best.no * (p + q);
};
constexpr auto product = []<class T>(const T& p, const T& q) -> T { return p * (q / (p + q)); };

// P = (1, 0), Q = (0, 1), D = (1-e, e) with e = 10^-k.

/// V = 2 log(1-e) lies between -2e/(1-e) and -2e, and increases as e falls.
constexpr auto never_zero = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (1, 0), Q = (0, 1), D = (1-ε, ε), ε = 1/10, ..., 10^-12",
             "P = (1, 0)，Q = (0, 1)，D = (1-ε, ε)，ε = 1/10、…、10^-12"});
  std::optional<T> previous;
  for (int k = 1; k <= 12; ++k) {
    const T e = exactly<T>(power_of_ten(-k)), rest = exactly<T>(Rational(1 - power_of_ten(-k)));
    const T value = value_density(T(1), T(0), Chance<T>{rest, e}) +
                    value_density(T(0), T(1), Chance<T>{e, rest});
    const auto where = [k] { return fmt::format("ε = 10^-{}", k); };
    take.at_most(value, -2 * e, where);
    take.at_most(-2 * e / rest, value, where);
    if (previous) take.at_most(*previous, value, where);
    previous = value;
  }
};
/// -log(1-e) = f(1-e) + e >= e > 0, and log(1-e) = f(1/(1-e)) - e/(1-e) >= -e/(1-e). As e falls,
/// 1-e grows, and the logarithm with it: its derivative is positive.
Evidence never_zero_by_tangent() {
  const Symbol none(0), one(1), t = Symbol::positive("t");
  const Chance<Symbol> d = free_chance();
  const Symbol &rest = d.yes, &e = d.no;
  const Symbol value = value_density(one, none, Chance<Symbol>{rest, e}) +
                       value_density(none, one, Chance<Symbol>{e, rest});
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({value, 2 * log(rest)});
  proof.push_back({-value, 2 * tangent_gap(rest) + 2 * e});
  proof.push_back({value, 2 * tangent_gap(one / rest) - 2 * e / rest});
  proof.push_back({derivative(log(t), t), one / t});
  return same_forms(
      proof, {"P = (1, 0), Q = (0, 1), every 0 < ε < 1", "P = (1, 0)，Q = (0, 1)，一切 0 < ε < 1"},
      {lemma::convexity, lemma::increase});
}

void add_closed(Claim& claim) {
  PartOf(claim, "attained")
      .summed(for_discriminators(at_most(value_density, maximum)),
              {"V(D, G) ≤ V(D*, G) for D = 1/2 and random D",
               "对 D = 1/2 与随机 D 验证 V(D, G) ≤ V(D*, G)"})
      .summed(equal(functionals::value_found, value_at_optimum),
              {"the maximum found point by point, against V(D*, G)",
               "逐点求得的最大值与 V(D*, G) 比较"})
      .swept({"kl(s‖d) ≥ 0 on the closed square", "kl(s‖d) 在闭正方形上非负"}, binary_kl_is_convex)
      .proved({"V(D*, G) - V(D, G) is a sum of terms ≥ 0", "V(D*, G) - V(D, G) 是非负项之和"},
              attained_by_tangent);
  const Relation lower = at_most(minus_log4, value_at_optimum);
  const Relation upper = at_most(value_at_optimum, 0);
  PartOf(claim, "bounds")
      .summed(lower, {"-log 4 against C(G)", "-log 4 与 C(G) 比较"})
      .summed(upper, {"C(G) against 0", "C(G) 与 0 比较"})
      .enclosed(lower, {"-log 4 against C(G), enclosed", "-log 4 与 C(G) 比较，计算包含区间"})
      .enclosed(upper, {"C(G) against 0, enclosed", "C(G) 与 0 比较，计算包含区间"})
      .proved({"two divergences from below; log t ≤ t - 1 from above",
               "下界由两个散度得出，上界由 log t ≤ t - 1 得出"},
              bounds_by_algebra);
}

void add_open(Claim& claim) {
  PartOf(claim, "same-supremum")
      .summed(comes_near(10), {"C(G) - 2ε/(1-ε) against V(D_ε, G), ε = 1/10",
                               "C(G) - 2ε/(1-ε) 与 V(D_ε, G) 比较，ε = 1/10"})
      .summed(comes_near(1000000), {"the same for ε = 10^-6", "同上，ε = 10^-6"})
      .summed(stays_below(1000000),
              {"V(D_ε, G) against C(G), ε = 10^-6", "V(D_ε, G) 与 C(G) 比较，ε = 10^-6"})
      .enclosed(comes_near(1000000), the_same_enclosed)
      .proved({"log((1-ε) s + ε/2) ≥ log s - ε/(1-ε)", "log((1-ε) s + ε/2) ≥ log s - ε/(1-ε)"},
              comes_near_by_algebra);
  PartOf(claim, "attained-if")
      .summed(at_every_point(equal(variance_of_dstar, product)),
              {"D*(1-D*)(p+q) against pq/(p+q) at every point",
               "在每个点比较 D*(1-D*)(p+q) 与 pq/(p+q)"})
      .same_at_random_points(variance_of_dstar, product)
      .same_values(variance_of_dstar, product);
  PartOf(claim, "attained-only-if")
      .summed(loses_where_unshared(),
              {"what a D in (0, 1) loses, against the integral of p(1-D) where q = 0 and of qD "
               "where p = 0",
               "(0, 1) 中的 D 的损失与 q = 0 处 p(1-D)、p = 0 处 qD 的积分比较"})
      .enclosed(loses_where_unshared(), the_same_enclosed)
      .proved({"the loss as a sum of terms ≥ 0, one of them positive where a density vanishes",
               "损失写成非负项之和，在某个密度为零处其中一项为正"},
              loss_by_tangent);
  PartOf(claim, "disjoint-supports")
      .summed(never_zero, {"V for ε from 1/10 to 10^-12", "ε 从 1/10 到 10^-12 时的 V"})
      .enclosed(never_zero, the_same_enclosed)
      .proved({"-2ε/(1-ε) ≤ 2 log(1-ε) ≤ -2ε, and the logarithm increases",
               "-2ε/(1-ε) ≤ 2 log(1-ε) ≤ -2ε，且对数函数递增"},
              never_zero_by_tangent);
}

/// Against "some D in (0, 1) attains the supremum for disjoint supports": every one loses at least
/// the integral of p(1-D) + qD, as at no point p and q are both positive.
Evidence not_attained(const Setting& setting) {
  if (!loss_by_tangent().same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (supports_meet(*pair)) continue;
    return example(
        false,
        Text{pair->name() + ": V(D, G) ≤ -integral of p(1-D) + qD < 0 = C(G) for D in (0, 1)",
             pair->name() + "：D 取值于 (0, 1) 时，V(D, G) ≤ -(p(1-D) + qD 的积分) < 0 = C(G)"},
        setting.scope);
  }
  return no_example(setting.scope);
}

/// Against "sup over (0, 1) < sup over [0, 1]": V(D_e) >= C - 2e/(1-e) for every e.
Evidence suprema_agree(const Setting&) {
  const Evidence near = comes_near_by_algebra();
  if (!near.same_form) return no_example(near.scope);
  return example(false,
                 Text{"V(D_ε, G) ≥ C(G) - 2ε/(1-ε) for every ε > 0",
                      "对每个 ε > 0，V(D_ε, G) ≥ C(G) - 2ε/(1-ε)"},
                 near.scope);
}

void add_twins(Claim& claim) {
  add_twin(claim, Witness::symbolic,
           R"(\sup_D V \text{ is attained in } (0,1) \text{ for disjoint supports})",
           {"a sigmoid attains it", "误认为 sigmoid 输出的 D 能取到"}, {"W10"}, not_attained);
  Twins(claim, at_most(value_at_optimum, 0))
      .on("W7")
      .grid(R"(\sup_D V(D, G) = +\infty)", {"no finite supremum", "误认为上确界无穷"},
            equal(value_at_optimum, Functional(1) / Functional(0)));
  add_twin(claim, Witness::symbolic, R"(\sup_{D: X \to (0,1)} V < \sup_{D: X \to [0,1]} V)",
           {"the open class has a smaller supremum", "误认为开区间值的函数类上确界更小"}, {},
           suprema_agree);
}

}  // namespace

void max_exists(Claim& claim) {
  add_closed(claim);
  add_open(claim);
  add_twins(claim);
}

}  // namespace gancheck
