#include "theory/proofs/algebraic_proofs.hpp"

#include "theory/proofs/identities.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using Proof = std::vector<Identity>;

/// The integrand g(p, r) = p log(p/r) - p + r is p f(r/p) for p, r > 0 and r for p = 0. (For
/// p > 0 = r it is infinite.) So it is never negative, and 0 only where p = r.
Proof is_a_tangent_gap(const SymbolicFormula& g) {
  const Symbol p = Symbol::positive("p"), r = Symbol::positive("r");
  return {{g(p, r), p * formulas::tangent_gap(r / p)}, {g(Symbol(0), r), r}};
}

/// The integrand of -log `four`.
SymbolicFormula minus_log(int four) {
  return [log_four = log(Symbol(four))](const Symbol& p, const Symbol& q) -> Symbol {
    return -((p + q) * log_four / 2);
  };
}
/// That of C + log `four`.
SymbolicFormula value_above(int four) {
  return [constant = minus_log(four)](const Symbol& p, const Symbol& q) -> Symbol {
    return formulas::value_at_optimum(p, q) - constant(p, q);
  };
}

/// The integrand of C + log 4 is g(p, m) + g(q, m): the terms -p + m and -q + m cancel, as
/// m = (p+q)/2.
Proof excess_is_a_sum_of_divergences(int four) {
  Proof proof = is_a_tangent_gap(formulas::generalised_kl_density);
  append(proof, same_where_not_null(value_above(four), []<class T>(const T& p, const T& q) -> T {
           const T m = formulas::mixture(p, q);
           return formulas::generalised_kl_density(p, m) + formulas::generalised_kl_density(q, m);
         }));
  return proof;
}

const std::vector<std::string> lemmas_of_tangent = {lemma::radon_nikodym, lemma::convexity,
                                                    lemma::linearity, lemma::monotonicity};
const std::vector<std::string> lemmas_of_equality = {lemma::radon_nikodym, lemma::convexity,
                                                     lemma::linearity, lemma::monotonicity,
                                                     lemma::vanishing};

/// With k = 2, f(t) = log 2 - h(t) - (k-e)(t - 1/2)² has f(1/2) = f'(1/2) = 0 and, for every e > 0,
/// f'' = (1-2t)²/(t(1-t)) + 2e > 0, so that f >= 0. As this holds for every e > 0, it holds with
/// e = 0: log 2 - h(t) >= k (t - 1/2)².
Proof entropy_lies_below_a_parabola(const Symbol& k) {
  const Symbol t = Symbol::positive("t"), e = Symbol::positive("e"), half = Symbol(1) / 2;
  const Symbol f = log(Symbol(2)) - formulas::binary_entropy(Chance<Symbol>{t, Symbol(1) - t}) -
                   (k - e) * (t - half) * (t - half);
  const Symbol first = derivative(f, t), root = Symbol(1) - 2 * t;
  return {{substitute(f, t, half), Symbol(0)},
          {substitute(first, t, half), Symbol(0)},
          {derivative(first, t), root * root / (t * (Symbol(1) - t)) + 2 * e}};
}

constexpr auto loss = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return formulas::value_at_optimum(p, q) - formulas::value_density(p, q, d);
};

/// V(D*) - V(D) at one point, also where p or q vanishes; and 0 for D = D* = 1 where q = 0, for
/// D = D* = 0 where p = 0. (Every other D = 0 or 1 has the value -infinity: p log 0 or q log 0.)
Proof loss_is(const SymbolicRegret& regret) {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Chance<Symbol> d = free_chance();
  return {{loss(p, q, d), regret(p, q, d)},
          {loss(p, none, d), regret(p, none, d)},
          {loss(none, q, d), regret(none, q, d)},
          {loss(p, none, {one, none}), none},
          {loss(none, q, {none, one}), none}};
}

/// With k = 2, the derivative of kl(s||d) - k (s-d)² with respect to d is (d-s)(1-2d)²/(d(1-d)): it
/// has the sign of d - s, so the difference is least at d = s, where it is 0. At s = 0 and s = 1
/// the same with one term of kl missing.
Proof divergence_is_above_a_square(const Symbol& k) {
  const Symbol s = Symbol::positive("s"), d = Symbol::positive("d"), none(0), one(1);
  const Chance<Symbol> of_d{d, one - d};
  const auto excess = [&](const Chance<Symbol>& first) {
    const Symbol gap = first.yes - d;
    return formulas::binary_kl(first, of_d) - k * gap * gap;
  };
  const auto slope = [&](const Symbol& from) {
    const Symbol tilt = one - 2 * d;
    return (d - from) * tilt * tilt / (d * (one - d));
  };
  const Symbol inside = excess({s, one - s});
  const Symbol at_zero = excess({none, one}), at_one = excess({one, none});
  return {{derivative(inside, d), slope(s)},     {substitute(inside, d, s), none},
          {derivative(at_zero, d), slope(none)}, {substitute(at_zero, d, none), none},
          {derivative(at_one, d), slope(one)},   {substitute(at_one, d, one), none}};
}

const Text chances_inside = {"all s in [0, 1], d in (0, 1)", "一切 s ∈ [0, 1]、d ∈ (0, 1)"};

}  // namespace

Evidence regret_is_a_divergence(const SymbolicRegret& density) {
  return same_forms(loss_is(density),
                    {"all P, Q and all D in (0, 1)", "一切 P、Q 与 (0, 1) 中的 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

Evidence regret_lower_bound(const Rational& constant) {
  return same_forms(divergence_is_above_a_square(exactly<Symbol>(constant)), chances_inside,
                    {lemma::increase, lemma::linearity, lemma::monotonicity});
}

Evidence only_the_optimum_has_no_regret(const Rational& constant) {
  Proof proof = loss_is(formulas::regret_density);
  append(proof, divergence_is_above_a_square(exactly<Symbol>(constant)));
  return same_forms(proof, {"all P, Q and all D in [0, 1]", "一切 P、Q 与 [0, 1] 中的 D"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

Evidence regret_upper_bound(const Rational& constant) {
  // With f(t) = t - 1 - log t >= 0: (s-d)²/(d(1-d)) = s²/d + (1-s)²/(1-d) - 1, and x f(x/w) =
  // x²/w - x - x log(x/w) for x, w = s, d and for 1-s, 1-d. So (s-d)²/(d(1-d)) - kl(s||d) =
  // s f(s/d) + (1-s) f((1-s)/(1-d)), where a term with s = 0 or s = 1 in front of it is missing.
  const Chance<Symbol> d = free_chance("u", "v"), s = free_chance("a", "b");
  const Symbol x = Symbol::positive("x"), y = Symbol::positive("y");
  const Symbol w = Symbol::positive("w"), z = Symbol::positive("z"), none(0), one(1);
  const auto chi_squared = [&](const Chance<Symbol>& of) {
    const Symbol gap = of.yes - d.yes;
    return exactly<Symbol>(constant) * gap * gap / (d.yes * d.no);
  };
  const auto room = [&](const Chance<Symbol>& of) {
    return chi_squared(of) - formulas::binary_kl(of, d);
  };
  Proof proof = tangent_of_logarithm();
  append(proof, {{chi_squared(s), s.yes * s.yes / d.yes + s.no * s.no / d.no - one},
                 {x * formulas::tangent_gap(x / w), x * x / w - x - times_log(x, x / w)},
                 {formulas::binary_kl(Chance<Symbol>{x, y}, Chance<Symbol>{w, z}),
                  times_log(x, x / w) + times_log(y, y / z)},
                 {s.yes + s.no, one},
                 {room({none, one}), formulas::tangent_gap(one / d.no)},
                 {room({one, none}), formulas::tangent_gap(one / d.yes)}});
  return same_forms(proof, chances_inside,
                    {lemma::convexity, lemma::linearity, lemma::monotonicity});
}

Evidence gibbs_by_tangent(const SymbolicFormula& density) {
  // KL(P||R) is the integral of g, as the masses of P and R agree.
  Proof proof = tangent_of_logarithm();
  append(proof, is_a_tangent_gap(density));
  return same_forms(proof, all_pairs_of_laws, lemmas_of_equality);
}

Evidence log4_bound_by_tangent(int four) {
  // It vanishes only where p = m = q.
  Proof proof = tangent_of_logarithm();
  append(proof, excess_is_a_sum_of_divergences(four));
  return same_forms(proof, all_pairs_of_laws, lemmas_of_equality);
}

Evidence infima_are_minus_log4(int four) {
  // sup_D V(D, G) >= V(1/2, G) = -log 4 for every G; and V(D, P) <= -log 4 for every D, as
  // -2p log 2 - p (log d + log(1-d)) = p (f(2d) + f(2(1-d))). At D = 0 and 1 it is -infinity. C is
  // the sum of two divergences less log 4, and C = -log 4 where p = q.
  const Symbol p = Symbol::positive("p"), half = Symbol(1) / 2;
  const Chance<Symbol> d = free_chance();
  const SymbolicFormula constant = minus_log(four);
  Proof proof = tangent_of_logarithm();
  append(proof, same_where_not_null(
                    [&](const Symbol& a, const Symbol& b) {
                      return formulas::value_density(a, b, Chance<Symbol>{half, half});
                    },
                    constant));
  append(proof, {{constant(p, p) - formulas::value_density(p, p, d),
                  p * (formulas::tangent_gap(2 * d.yes) + formulas::tangent_gap(2 * d.no))},
                 {formulas::value_at_optimum(p, p), constant(p, p)}});
  append(proof, excess_is_a_sum_of_divergences(four));
  return same_forms(proof, all_pairs_of_laws, lemmas_of_tangent);
}

Evidence stability_by_convexity(const Rational& factor) {
  const Symbol k = exactly<Symbol>(2 * factor);
  Proof proof = entropy_lies_below_a_parabola(k);
  // With s = D*: the integrand of C + log 4 is (p+q)(log 2 - h(s)), that of TV is (p+q)|s - 1/2|.
  append(proof, same_where_not_null(value_above(4), []<class T>(const T& p, const T& q) -> T {
           const Chance<T> s = formulas::optimal_discriminator(p, q);
           return (p + q) * (log(T(2)) - formulas::binary_entropy(s));
         }));
  append(proof, same_where_not_null(
                    []<class T>(const T& p, const T& q) -> T { return (p - q) / 2; },
                    []<class T>(const T& p, const T& q) -> T {
                      return (p + q) * (formulas::optimal_discriminator(p, q).yes - T(1) / 2);
                    }));
  // TV² comes from no inequality between integrals of squares: with x = |s - 1/2| the square
  // k x² - k c x + k c²/4 = k (x - c/2)² >= 0 gives C + log 4 >= k c TV - k c²/2 for every number c
  // (the mass of p+q is 2), and c = TV is the best one: k TV²/2.
  const Symbol x = Symbol::positive("x"), c = Symbol::positive("c"), tv = Symbol::positive("TV");
  const Symbol root = x - c / 2;
  append(proof, {{k * x * x - k * c * x + k * c * c / 4, k * root * root},
                 {k * tv * tv - k * tv * tv / 2, exactly<Symbol>(factor) * tv * tv}});
  return same_forms(proof, all_pairs_of_laws, lemmas_of_tangent);
}

Evidence continuity_by_tangent(const Rational& factor) {
  // With f as above, (p-q)²/(p+q) less the integrand of C + log 4 is p f(p/m) + q f(q/m) >= 0;
  // where q = 0 the second term is missing. And |p-q| - (p-q)²/(p+q) = 2rd/(2r+d) >= 0, d = |p-q|,
  // r = min(p, q).
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Symbol r = Symbol::positive("r"), d = Symbol::positive("d"), k = Symbol::positive("k");
  const auto room = [](const Symbol& a, const Symbol& b) {
    return formulas::triangular_density(a, b) - value_above(4)(a, b);
  };
  const auto part = [](const Symbol& a, const Symbol& m) {
    return a * formulas::tangent_gap(a / m);
  };
  const Symbol m = formulas::mixture(p, q);
  Proof proof = tangent_of_logarithm();
  append(proof, {{room(p, q), part(p, m) + part(q, m)},
                 {room(p, none), part(p, p / 2)},
                 {room(none, q), part(q, q / 2)},
                 {exactly<Symbol>(factor / 2) * d - formulas::triangular_density(r + d, r),
                  2 * r * d / (2 * r + d)},
                 {p - ((Symbol(1) - Symbol(1) / k) * p + q / k), (p - q) / k}});
  return same_forms(proof, all_pairs_of_laws, lemmas_of_tangent);
}

}  // namespace gancheck
