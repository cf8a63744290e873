// Claim 49: V(1/2, G) = -log 4 for every G, and so C(G) >= -log 4 without any divergence.
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::value_at_optimum;

/// The integrand of V(D, G) for the constant D = tenths/10: whole numbers are exact everywhere.
template <int tenths>
constexpr auto value_of_constant = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, Chance<T>{T(tenths) / 10, T(10 - tenths) / 10});
};
constexpr auto value_at_half = value_of_constant<5>;

/// -log 4, spread over the masses.
constexpr auto constant = []<class T>(const T& p, const T& q) -> T {
  return -((p + q) * log(T(2)));
};
/// The integrand of C + log 4.
constexpr auto excess_density = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_at_optimum(p, q) - constant(p, q);
};
/// (p+q) kl(D*||1/2)
constexpr auto regret_of_half = []<class T>(const T& p, const T& q) -> T {
  return formulas::regret_density(p, q, Chance<T>{T(1) / 2, T(1) / 2});
};
/// (p-q)²/(2(p+q))
constexpr auto half_triangular = []<class T>(const T& p, const T& q) -> T {
  return formulas::triangular_density(p, q) / 2;
};
/// 2(p+q)(D* - 1/2)²
constexpr auto squared_excess = []<class T>(const T& p, const T& q) -> T {
  const T gap = formulas::optimal_discriminator(p, q).yes - T(1) / 2;
  return 2 * (p + q) * gap * gap;
};
/// (p+q)|D* - 1/2|
constexpr auto distance_to_half = []<class T>(const T& p, const T& q) -> T {
  return (p + q) * abs(T(formulas::optimal_discriminator(p, q).yes - T(1) / 2));
};

Functional excess() {
  return value_at_optimum - minus_log4;
}

/// kl(s||1/2) >= 2(s - 1/2)²: with any e > 0 in the constant 2 - e the difference vanishes at
/// s = 1/2 with its derivative, and its second derivative (1-2s)²/(s(1-s)) + 2e is positive. At
/// s = 0 and 1 it is log 2 - 1/2 + e/4, the limit. It holds for every e > 0, and so for e = 0.
std::vector<Identity> parabola_below_kl() {
  const Symbol s = Symbol::positive("s"), e = Symbol::positive("e");
  const Symbol none(0), one(1), half = one / 2;
  const Symbol tilt = one - 2 * s, gap = s - half;
  const Symbol difference =
      formulas::binary_kl(Chance<Symbol>{s, one - s}, {half, half}) - (Symbol(2) - e) * gap * gap;
  const Symbol slope = derivative(difference, s);
  return {{substitute(difference, s, half), none},
          {substitute(slope, s, half), none},
          {derivative(slope, s), tilt * tilt / (s * (one - s)) + 2 * e}};
}

/// C + log 4 as the integral of (p+q) kl(D*||1/2), and 2(p+q)(D* - 1/2)² as (p-q)²/(2(p+q)).
std::vector<Identity> quadratic_bound() {
  std::vector<Identity> proof = parabola_below_kl();
  append(proof, same_where_not_null(excess_density, regret_of_half));
  append(proof, same_where_not_null(squared_excess, half_triangular));
  return proof;
}

const std::vector<std::string> lemmas_of_bound = {lemma::radon_nikodym, lemma::convexity,
                                                  lemma::linearity, lemma::monotonicity};

Evidence quadratic_by_convexity() {
  return same_forms(quadratic_bound(), all_pairs_of_laws, lemmas_of_bound);
}

/// V(1/2, G) = -log 4, and C is not less, as C + log 4 is the integral of (p+q) kl >= 0.
Evidence bound_by_convexity() {
  std::vector<Identity> proof = quadratic_bound();
  append(proof, same_where_not_null(value_at_half, constant));
  return same_forms(proof, all_pairs_of_laws, lemmas_of_bound);
}

/// No regret makes (p-q)²/(p+q) and so p - q vanish almost everywhere; (p-q)/(2(p+q)) is D* - 1/2;
/// and where p = q there is no regret.
Evidence equality_by_convexity() {
  const Symbol p = Symbol::positive("p");
  std::vector<Identity> proof = quadratic_bound();
  append(proof, same_where_not_null(
                    []<class T>(const T& a, const T& b) -> T {
                      return 2 * (a + b) * (formulas::optimal_discriminator(a, b).yes - T(1) / 2);
                    },
                    []<class T>(const T& a, const T& b) -> T { return a - b; }));
  append(proof, {{regret_of_half(p, p), Symbol(0)}});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// Against "V(1/2, G) depends on G": two generators for one P, both of mass one, with
/// V(1/2, G) = -log 4 exactly.
Evidence independent_of_generator(const Setting& setting) {
  if (!same_integrals(value_at_half, constant).same_form || setting.pairs.size() != 2) {
    return no_example(setting.scope);
  }
  const Pair &one = *setting.pairs.front(), &other = *setting.pairs.back();
  const bool two_generators = one.data() == other.data() && one.generator() != other.generator();
  if (!two_generators || !are_probabilities(one) || !are_probabilities(other)) {
    return no_example(setting.scope);
  }
  return example(false,
                 Text{one.name() + " and " + other.name() + ": V(1/2, G) = -log 4 for both",
                      one.name() + " 与 " + other.name() + "：两者都有 V(1/2, G) = -log 4"},
                 setting.scope);
}

Relation constant_has_value(const Formula& value) {
  return equal(integral_of(value), minus_log4);
}
Relation excess_is_at_least(const Functional& least) {
  return at_most(least, excess());
}

void add_value_and_bound(Claim& claim) {
  const Relation value = constant_has_value(value_at_half);
  PartOf(claim, "value-at-half")
      .summed(value, {"V(1/2, G) summed over the grid", "在网格上求和，计算 V(1/2, G)"})
      .enclosed(value, the_same_enclosed)
      .same_integrands(value_at_half, constant);
  const Relation bound = at_most(integral_of(value_at_half), value_at_optimum);
  PartOf(claim, "bound")
      .summed(bound, {"V(1/2, G) against C(G)", "V(1/2, G) 与 C(G) 比较"})
      .enclosed(bound, the_same_enclosed)
      .integrated({"C(G) integrated and enclosed for laws with densities, against -log 4",
                   "对有密度的分布积分，C(G) 的包含区间与 -log 4 比较"},
                  Order::at_most, numbers::minus_log4, numbers::value)
      .swept(entropy_bound_in_words, entropy_is_at_most_log2)
      .proved(
          {"the value of 1/2, and (p+q) kl(D*‖1/2) ≥ 0", "D = 1/2 的值，以及 (p+q) kl(D*‖1/2) ≥ 0"},
          bound_by_convexity);
}

void add_excess(Claim& claim) {
  const Relation identity = equal(excess(), integral_of(regret_of_half));
  PartOf(claim, "excess")
      .summed(identity)
      .enclosed(identity)
      .same_integrands(excess_density, regret_of_half);
  const Relation quadratic = excess_is_at_least(integral_of(half_triangular));
  PartOf(claim, "quadratic-bound")
      .summed(quadratic)
      .enclosed(quadratic)
      .same_at_random_points(squared_excess, half_triangular)
      .swept({"log 2 - h(t) ≥ 2(t - 1/2)² on [0, 1], and 2(p+q)(D* - 1/2)² = (p-q)²/(2(p+q))",
              "[0, 1] 上 log 2 - h(t) ≥ 2(t - 1/2)²，而 2(p+q)(D* - 1/2)² = (p-q)²/(2(p+q))"},
             [] { return entropy_is_below_parabola(); })
      .proved({"kl(s‖1/2) ≥ 2(s - 1/2)², from the second derivative",
               "由二阶导数得 kl(s‖1/2) ≥ 2(s - 1/2)²"},
              quadratic_by_convexity);
}

void add_equality(Claim& claim) {
  const Relation distance = equal(integral_of(distance_to_half), functionals::total_variation);
  PartOf(claim, "equality")
      .summed(equal(of_equals(value_at_optimum), of_equals(integral_of(value_at_half))),
              {"C and V(1/2, ·) for the pair (P, P)", "对 (P, P) 比较 C 与 V(1/2, ·)"})
      .summed(distance, {"the integral of (p+q)|D* - 1/2| against TV(P, Q)",
                         "(p+q)|D* - 1/2| 的积分与 TV(P, Q) 比较"})
      .enclosed(for_pairs_where({are_different, {"P = Q", "P = Q"}},
                                less(integral_of(value_at_half), value_at_optimum)),
                {"C(G) enclosed above V(1/2, G) for P ≠ Q",
                 "P ≠ Q 时，C(G) 的包含区间整个位于 V(1/2, G) 之上"})
      .proved({"the quadratic bound vanishes only where p = q, that is D* = 1/2",
               "二次下界仅在 p = q 即 D* = 1/2 处为零"},
              equality_by_convexity);
}

void add_twins(Claim& claim) {
  add_twin(claim, Witness::symbolic,
           R"(V(\tfrac12, G_1) \ne V(\tfrac12, G_2) \text{ whenever } Q_{G_1} \ne Q_{G_2})",
           {"the value of 1/2 depends on the generator", "误认为 D = 1/2 的值依赖于生成器"},
           {"W1", "near"}, independent_of_generator);
  Twins(claim, constant_has_value(value_at_half))
      .on("W7")
      .grid(R"(V(\tfrac25, G) = -\log 4)",
            {"another constant: its value is log(2/5) + log(3/5)",
             "换一个常数：其值为 log(2/5) + log(3/5)"},
            constant_has_value(value_of_constant<4>));
  Twins(claim, excess_is_at_least(integral_of(half_triangular)))
      .on("near")
      .grid(R"(C(G) + \log 4 \ge \int \frac{(p-q)^2}{p+q}\,d\mu)",
            {"the constant 1 in the quadratic bound", "二次下界的常数误取为 1"},
            excess_is_at_least(integral_of(formulas::triangular_density)));
}

}  // namespace

void half_is_always_available(Claim& claim) {
  add_value_and_bound(claim);
  add_excess(claim);
  add_equality(claim);
  add_twins(claim);
}

}  // namespace gancheck
