// Claim 20: V is a function of D and G, and min_G max_D V is a number: they cannot be equated.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using functionals::minus_log4;
using functionals::value_at_optimum;
using spread::Inside;
using spread::integral;

/// The integrand of V for the constant D = tenths/10.
template <int tenths>
constexpr auto at_constant = []<class T>(const T& p, const T& q) -> T {
  return value_density(p, q, Chance<T>{T(tenths) / 10, T(10 - tenths) / 10});
};
template <int tenths>
Functional value_at() {
  return integral_of(at_constant<tenths>);
}

/// V(1/10, G) = log(9/100) < log(1/4) = V(1/2, G) for all probability measures, since the quotient
/// of both arguments is 25/9 = 1 + 16/9 > 1 and log(1+t) increases from log 1 = 0.
Evidence two_values_by_algebra() {
  const Symbol t = Symbol::positive("t"), one(1), none(0);
  const auto log_of = [](int n, int d) { return log(Symbol(n) / d); };
  std::vector<Identity> proof = integral_by_masses(at_constant<1>, log_of(9, 100));
  for (Identity& i : integral_by_masses(at_constant<5>, log_of(1, 4)))
    proof.push_back(std::move(i));
  proof.push_back({log_of(1, 4) - log_of(9, 100), log(one + Symbol(16) / 9)});
  proof.push_back({derivative(log(one + t), t), one / (one + t)});
  proof.push_back({log(one), none});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity, lemma::increase});
}

/// V at Q and at P in its place, for a D that is not constant: to a constant D all laws of one
/// mass are alike.
Relation of_generator() {
  const Functional value = integral<Inside>(value_density);
  return less(0, abs(value - of_equals(value)));
}

/// Two points, Q = (a, b), P = (b, a) with a + b = 1, and D = (s, r) with s + r = 1: V(D, Q) -
/// V(D, P) is (a - b)(log r - log s), which is not 0 for a != b, r != s: log increases, so that it
/// has no value twice.
Evidence of_generator_by_algebra() {
  const Chance<Symbol> weight = free_chance("i", "j"), d = free_chance();
  const Chance<Symbol> opposite = {d.no, d.yes};
  const Symbol t = Symbol::positive("t");
  const auto value = [&](const Symbol& here, const Symbol& there) -> Symbol {
    return value_density(weight.no, here, d) + value_density(weight.yes, there, opposite);
  };
  return same_forms({{value(weight.yes, weight.no) - value(weight.no, weight.yes),
                      (weight.yes - weight.no) * (log(d.no) - log(d.yes))},
                     {derivative(log(t), t), Symbol(1) / t}},
                    {"all laws and their mirror images on two points, all D = (s, 1-s)",
                     "两点上的一切分布及其镜像，一切 D = (s, 1-s)"},
                    {lemma::linearity, lemma::increase});
}

void add_function(Claim& claim) {
  const Comparisons two_values = on_probabilities(less(value_at<1>(), value_at<5>()));
  PartOf(claim, "of-d")
      .summed(two_values, {"V for D = 1/10 and D = 1/2", "D = 1/10 与 D = 1/2 时的 V"})
      .enclosed(two_values, the_same_enclosed)
      .proved({"log(9/100) and log(1/4) for all P, Q", "对一切 P、Q 分别为 log(9/100) 与 log(1/4)"},
              two_values_by_algebra);
  const Comparisons other_law = on_built_in({"W1", "W7"}, of_generator());
  PartOf(claim, "of-g")
      .summed(other_law, {"V for one D and the laws Q and P", "同一个 D，分布取 Q 与 P 时的 V"})
      .enclosed(other_law, the_same_enclosed)
      .proved({"V(D, Q) - V(D, P) on two points", "两点上的 V(D, Q) - V(D, P)"},
              of_generator_by_algebra);
}

void add_number(Claim& claim) {
  const Relation at_half = equal(value_at<5>(), minus_log4);
  PartOf(claim, "maximum")
      .summed(
          for_discriminators(at_most(value_density,
                                     []<class T>(const T& p, const T& q, const Chance<T>&) -> T {
                                       return formulas::value_at_optimum(p, q);
                                     })),
          {"V(D, G) ≤ C(G) for several D", "对若干 D 有 V(D, G) ≤ C(G)"})
      .summed(equal(integral_of(functionals::substituted), value_at_optimum),
              {"V(D*, G) = C(G)", "V(D*, G) = C(G)"})
      .swept(
          {"kl(s‖d) ≥ 0.4995 (s-d)² on the closed square", "kl(s‖d) ≥ 0.4995 (s-d)²（闭正方形）"},
          binary_kl_is_convex)
      .proved({"C(G) - V(D, G) is at least 2 times the integral of (p+q)(D-D*)²",
               "C(G) - V(D, G) 不小于 (p+q)(D-D*)² 积分的 2 倍"},
              [] { return only_the_optimum_has_no_regret(); })
      .same_integrands(functionals::substituted, formulas::value_at_optimum);
  PartOf(claim, "number")
      .summed(at_most(minus_log4, value_at_optimum), {"C(G) ≥ -log 4", "C(G) ≥ -log 4"})
      .summed(equal(of_equals(value_at_optimum), of_equals(minus_log4)),
              {"C(G) = -log 4 for Q = P", "Q = P 时 C(G) = -log 4"})
      .swept({"log 2 - h(t) ≥ (t - 1/2)² on [0, 1], and 0 at t = 1/2",
              "[0, 1] 上 log 2 - h(t) ≥ (t - 1/2)²，且 t = 1/2 处为 0"},
             entropy_is_at_most_log2)
      .proved(
          {"inf_G sup_D V = -log 4, attained at Q = P", "inf_G sup_D V = -log 4，在 Q = P 处取到"},
          [] { return infima_are_minus_log4(); });
  const Functional value = integral<Inside>(value_density);
  Twins(claim, at_half)
      .on("W7")
      .grid(R"(V(D,G) = -\log 4 \text{ for all } D)",
            {"V taken for the value of the game", "把 V 当作博弈的值"}, equal(value, minus_log4));
  Twins(claim, equal(integral_of(functionals::substituted), value_at_optimum))
      .on("W7")
      .grid(R"(V(D,G) = C(G) \text{ for all } D)",
            {"V taken for its maximum over D", "把 V 当作它对 D 的最大值"},
            equal(value, value_at_optimum));
  Twins(claim, equal(of_equals(value_at_optimum), of_equals(minus_log4)))
      .on("W7")
      .grid(R"(\min_G \max_D V \text{ depends on } D)",
            {"V(D, G) with Q = P taken for the value of the game, whatever D is",
             "无论 D 为何，都把 Q = P 时的 V(D, G) 当作博弈的值"},
            equal(of_equals(value), of_equals(minus_log4)));
}

}  // namespace

void v_notation(Claim& claim) {
  add_function(claim);
  add_number(claim);
}

}  // namespace gancheck
