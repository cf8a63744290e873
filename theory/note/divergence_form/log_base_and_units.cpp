// Claim 59: another base of the logarithm multiplies V, C, KL and JSD by a constant and changes
// nothing else: -log 4 nats are -2 bits.
#include "theory/checks/functionals.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using functionals::jsd;
using functionals::minus_log4;
using functionals::total_mass;
using functionals::value_at_optimum;

/// p log_b d, with 0 log_b 0 = 0.
template <int base, class T>
T times_log_in(const T& p, const T& d) {
  return times_log(p, d) / log(T(base));
}
// The integrands of V, C, KL(P||M) and JSD with every logarithm taken to the base b.
template <int base>
constexpr auto value_in = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return times_log_in<base>(p, d.yes) + times_log_in<base>(q, d.no);
};
template <int base>
constexpr auto optimum_in = []<class T>(const T& p, const T& q) -> T {
  return value_in<base>(p, q, formulas::optimal_discriminator(p, q));
};
template <int base>
constexpr auto kl_in = []<class T>(const T& p, const T& q) -> T {
  return times_log_in<base>(p, T(p / formulas::mixture(p, q)));
};
template <int base>
constexpr auto jsd_in = []<class T>(const T& p, const T& q) -> T {
  return (kl_in<base>(p, q) + kl_in<base>(q, p)) / 2;
};

/// What is written in nats, to the base b.
template <int base>
Functional converted(const Functional& nats) {
  return nats / log(Functional(base));
}

template <int base>
Relation value_scales() {
  return equal(spread::integral<spread::Inside>(value_in<base>),
               converted<base>(spread::integral<spread::Inside>(formulas::value_density)));
}
template <int base>
Relation optimum_scales() {
  return equal(integral_of(optimum_in<base>), converted<base>(value_at_optimum));
}
template <int base>
Relation kl_scales() {
  return equal(integral_of(kl_in<base>), converted<base>(functionals::kl_to_mixture));
}
template <int base>
Relation jsd_scales() {
  return equal(integral_of(jsd_in<base>), converted<base>(jsd));
}

/// log_b x = c log x with c = 1/log b > 0, so that every integrand is c times that in nats.
Evidence scaling_by_algebra() {
  const Symbol c = Symbol::positive("c");
  const Chance<Symbol> d = free_chance();
  const auto value = [c](const Symbol& p, const Symbol& q, const Chance<Symbol>& at) -> Symbol {
    return p * (c * log(at.yes)) + q * (c * log(at.no));
  };
  const auto kl = [c](const Symbol& p, const Symbol& m) -> Symbol { return p * (c * log(p / m)); };
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Symbol m = formulas::mixture(p, q), half_log2 = log(Symbol(2)) / 2;
  const Chance<Symbol> best = formulas::optimal_discriminator(p, q);
  return same_forms({{value(p, q, d), c * formulas::value_density(p, q, d)},
                     {value(p, none, d), c * formulas::value_density(p, none, d)},
                     {value(none, q, d), c * formulas::value_density(none, q, d)},
                     {value(p, q, best), c * formulas::value_at_optimum(p, q)},
                     {none, c * formulas::value_at_optimum(p, none)},
                     {none, c * formulas::value_at_optimum(none, q)},
                     {kl(p, m), c * formulas::kl_density(p, m)},
                     {none, c * formulas::kl_density(none, q / 2)},
                     {(kl(p, m) + kl(q, m)) / 2, c * functionals::jsd_density(p, q)},
                     {p * (c * half_log2), c * functionals::jsd_density(p, none)},
                     {q * (c * half_log2), c * functionals::jsd_density(none, q)}},
                    {"all P, Q, all D in (0, 1) and all bases b > 1, c = 1/log b",
                     "一切 P、Q，(0, 1) 中的一切 D 与底 b > 1，c = 1/log b"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// The regret, in nats, of the D that bisection finds for the weights p/log 2 and q/log 2 of the
/// logarithms; in Tracked alone.
constexpr auto regret_of_found_in_bits = [](const Tracked& p, const Tracked& q) -> Tracked {
  const Tracked log2 = log(Tracked(2)), a = p / log2, b = q / log2;
  return formulas::regret_density(p, q, as_chance(maximise_pointwise(a.value(), b.value()), a, b));
};

/// a/(a+b) for a = p/3, b = q/3: a common factor of both weights.
constexpr auto dstar = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes;
};
constexpr auto dstar_of_thirds = []<class T>(const T& p, const T& q) -> T {
  return dstar(T(p / 3), T(q / 3));
};
constexpr auto dstar_in_bits = []<class T>(const T& p, const T& q) -> T {
  const T log2 = log(T(2));
  return dstar(T(p / log2), T(q / log2));
};
/// The factor at one of the two weights alone.
constexpr auto one_weight_in_bits = []<class T>(const T& p, const T& q) -> T {
  return dstar(T(p / log(T(2))), q);
};

/// c log y increases in y for c > 0 exactly as log y does; the derivative of
/// c (p log y + q log(1-y)) is c times that in nats, and vanishes at p/(p+q) whatever c is; its
/// second derivative is c times a negative one. Where q = 0 it is c p log y, which increases up to
/// y = 1 = D*; where p = 0 it is c q log(1-y), which increases with 1-y up to y = 0 = D*.
Evidence discriminator_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), c = Symbol::positive("c");
  const Symbol y = Symbol::positive("y"), one(1), none(0);
  const Symbol h = c * (p * log(y) + q * log(one - y));
  const Symbol slope = derivative(h, y), best = formulas::optimal_discriminator(p, q).yes;
  const Chance<Symbol> at{y, one - y};
  return same_forms({{slope, c * formulas::slope(p, q, at)},
                     {substitute(slope, y, best), Symbol(0)},
                     {derivative(slope, y), c * formulas::curvature(p, q, at)},
                     {formulas::optimal_discriminator(c * p, c * q).yes, best},
                     {derivative(c * (p * log(y)), y), c * p / y},
                     {formulas::optimal_discriminator(c * p, none).yes, one},
                     {derivative(c * (q * log(one - y)), y), -(c * q / (one - y))},
                     {formulas::optimal_discriminator(none, c * q).yes, none}},
                    {"all p, q ≥ 0 with p + q > 0, all bases b > 1, c = 1/log b",
                     "一切满足 p + q > 0 的 p, q ≥ 0 与底 b > 1，c = 1/log b"},
                    {lemma::convexity, lemma::increase});
}

/// C = -log_b 4 for the pair (P, P), and C >= -log_b 4 for every pair: c (C + log 4) is the
/// integral of c times p f(m/p) + q f(m/q) with f(t) = t - 1 - log t >= 0, = 0 only at 1.
Evidence cases_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), c = Symbol::positive("c");
  const Symbol none(0);
  const auto room = [&c](const Symbol& a, const Symbol& b) -> Symbol {
    return c * formulas::value_at_optimum(a, b) + c * (a + b) * log(Symbol(2));
  };
  const auto gap = [](const Symbol& a, const Symbol& m) -> Symbol {
    return a * formulas::tangent_gap(m / a);
  };
  const Symbol m = formulas::mixture(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({room(p, q), c * (gap(p, m) + gap(q, m))});
  proof.push_back({room(p, none), c * (gap(p, p / 2) + p / 2)});
  proof.push_back({room(none, q), c * (gap(q, q / 2) + q / 2)});
  proof.push_back({room(p, p), none});
  return same_forms(
      proof, {"all P, Q and all bases b > 1, c = 1/log b", "一切 P、Q 与底 b > 1，c = 1/log b"},
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
       lemma::vanishing});
}

/// log 4 = 2 log 2. And half of both masses times log 2, less the integrand of JSD, is
/// (p log(1 + q/p) + q log(1 + p/q))/2, where log(1+t) is 0 at t = 0 and has the derivative
/// 1/(1+t) > 0; where p = 0 or q = 0 it is 0.
Evidence constants_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol none(0), one(1), log2 = log(Symbol(2));
  const auto room = [&](const Symbol& a, const Symbol& b) -> Symbol {
    return (a + b) / 2 * log2 - functionals::jsd_density(a, b);
  };
  return same_forms({{-log(Symbol(4)), -2 * log2},
                     {room(p, q), (p * log(one + q / p) + q * log(one + p / q)) / 2},
                     {room(p, none), none},
                     {room(none, q), none},
                     {log(one), none},
                     {derivative(log(one + t), t), one / (one + t)}},
                    all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

/// log 4 rounds to 1.3863.
const Rational below = Rational(138625, 100000), above = Rational(138635, 100000);
constexpr auto digits = []<class T>(const Setting&, Take<T>& take) {
  take.over({"one number", "一个数"});
  const T log4 = log(T(4));
  take.less(exactly<T>(below), log4, [] { return "1.38625"; });
  take.less(log4, exactly<T>(above), [] { return "1.38635"; });
};

void add_scaling(Claim& claim) {
  PartOf(claim, "value")
      .summed(value_scales<2>(), {"V(D, G) for a D in (0, 1), to the base 2",
                                  "取值于 (0, 1) 的 D，以 2 为底的 V(D, G)"})
      .summed(optimum_scales<10>(), {"C(G) to the base 10", "以 10 为底的 C(G)"})
      .enclosed(value_scales<10>(),
                {"V(D, G) to the base 10, enclosed", "以 10 为底的 V(D, G)，计算包含区间"})
      .enclosed(optimum_scales<2>(),
                {"C(G) to the base 2, enclosed", "以 2 为底的 C(G)，计算包含区间"})
      .proved(
          {"log_b x = log x/log b under every integral", "在每个积分号下 log_b x = log x/log b"},
          scaling_by_algebra);
  PartOf(claim, "divergences")
      .summed(kl_scales<2>(), {"KL(P‖M) to the base 2", "以 2 为底的 KL(P‖M)"})
      .summed(jsd_scales<10>(), {"JSD to the base 10", "以 10 为底的 JSD"})
      .enclosed(kl_scales<10>(),
                {"KL(P‖M) to the base 10, enclosed", "以 10 为底的 KL(P‖M)，计算包含区间"})
      .enclosed(jsd_scales<2>(), {"JSD to the base 2, enclosed", "以 2 为底的 JSD，计算包含区间"})
      .proved(
          {"log_b x = log x/log b under every integral", "在每个积分号下 log_b x = log x/log b"},
          scaling_by_algebra);
}

void add_unchanged(Claim& claim) {
  const Comparisons same_maximum = at_every_point(equal(dstar_in_bits, dstar));
  PartOf(claim, "discriminator")
      .summed(equal(integral_of(regret_of_found_in_bits), 0),
              {"the D that bisection finds for logarithms to the base 2 has no regret in nats",
               "以 2 为底时二分法求得的 D，按自然对数计算遗憾为 0"})
      .summed(same_maximum, {"p/(p+q) with both weights over log 2, at every point",
                             "在每个点把两个权重同除以 log 2，计算 p/(p+q)"})
      .enclosed(same_maximum, the_same_enclosed)
      .same_at_random_points(dstar_of_thirds, dstar)
      .proved(
          {"the derivative of c (p log y + q log(1-y)) vanishes at p/(p+q) for every c; where "
           "p or q vanishes the function is monotone",
           "对任何 c，c (p log y + q log(1-y)) 的导数都在 p/(p+q) 处为零；p 或 q 为零时该函数单调"},
          discriminator_by_algebra);
  // The integrand of C(P) in bits is p log2(1/2) twice.
  const Functional bits = integral_of(optimum_in<2>);
  const Relation bound = at_most(-total_mass, bits);
  PartOf(claim, "cases")
      .summed(equal(of_equals(bits), of_equals(-total_mass)),
              {"C in bits for the pair (P, P)", "对 (P, P) 以比特计算 C"})
      .summed(bound, {"C in bits against -2", "以比特计算的 C 与 -2 比较"})
      .enclosed(for_pairs_where({are_different, {"P = Q", "P = Q"}}, less(-total_mass, bits)),
                {"C in bits enclosed above -2 for P ≠ Q",
                 "P ≠ Q 时，以比特计算的 C 的包含区间整个位于 -2 之上"})
      .proved({"c (C + log 4) vanishes only where p = m = q, for every c > 0",
               "对任何 c > 0，c (C + log 4) 仅在 p = m = q 处为零"},
              cases_by_tangent);
}

void add_constants(Claim& claim) {
  const Comparisons smallest = on_built_in({"W0"}, equal(integral_of(optimum_in<2>), -2));
  const Comparisons largest = on_built_in({"W10"}, equal(integral_of(jsd_in<2>), 1));
  PartOf(claim, "constants")
      .summed(smallest, {"C = -2 bits for P = Q", "P = Q 时 C = -2 比特"})
      .enclosed(smallest, the_same_enclosed)
      .summed(largest, {"JSD = 1 bit for disjoint supports", "支撑不相交时 JSD = 1 比特"})
      .enclosed(largest, the_same_enclosed)
      .summed(at_most(integral_of(jsd_in<2>), total_mass / 2),
              {"JSD in bits against 1", "以比特计算的 JSD 与 1 比较"})
      .summed(digits, {"log 4 between 1.38625 and 1.38635", "log 4 介于 1.38625 与 1.38635 之间"})
      .enclosed(digits, the_same_enclosed)
      .proved({"log 4 = 2 log 2, and what is missing from log 2 in JSD: 0 where p = 0 or q = 0",
               "log 4 = 2 log 2，以及 JSD 与 log 2 之差：在 p = 0 或 q = 0 处为零"},
              constants_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, equal(value_at_optimum, 2 * jsd + minus_log4))
      .on("W7")
      .grid(R"(C(G) = 2\,\mathrm{JSD}_{\text{bits}} - \log 4)",
            {"the divergence in bits, the constant in nats", "散度用比特，常数却用奈特"},
            equal(value_at_optimum, 2 * integral_of(jsd_in<2>) + minus_log4));
  Twins(claim, at_every_point(equal(dstar_in_bits, dstar)))
      .on("W7")
      .grid(R"(D^*_b = \frac{p}{p + q \log b})",
            {"the optimal discriminator depends on the base", "误认为最优判别器依赖于底数"},
            at_every_point(equal(one_weight_in_bits, dstar)));
  Twins(claim, equal(jsd, total_mass * log(Functional(2)) / 2))
      .on("W10")
      .grid(
          R"(\max \mathrm{JSD} = 1 \text{ with natural logarithms})",
          {"the largest value in bits taken for that in nats", "把以比特计的最大值误作以奈特计的"},
          equal(jsd, total_mass / 2));
}

}  // namespace

void log_base_and_units(Claim& claim) {
  add_scaling(claim);
  add_unchanged(claim);
  add_constants(claim);
  add_twins(claim);
}

}  // namespace gancheck
