#include "theory/proofs/mirror_steps.hpp"

#include "theory/minimisation/mirror_formulas.hpp"
#include "theory/proofs/identities.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::generalised_kl_density;
using formulas::value_at_optimum;
using Proof = std::vector<Identity>;

const Text all_steps = {"all P and Q, all 0 < η ≤ 1", "一切 P、Q，一切 0 < η ≤ 1"};

/// A point of a step. Where q = 0 so is r, and every term of the identities is 0 there.
struct PointOfStep {
  bool no_data;  ///< p = 0
  Symbol p, q = Symbol::positive("q"), r = Symbol::positive("r"), rate = Symbol::positive("eta");

  /// log(1-D*), the derivative of C.
  Symbol gradient() const { return log(formulas::optimal_discriminator(p, q).no); }
  /// -log Z.
  Symbol constant() const { return log(r) - log(q) + rate * gradient(); }
  /// p log(1 + (p-q)²/(4pq)) = g(p, q) - g(2p, p+q): what the convexity of C leaves between Q and
  /// P.
  Symbol convexity() const {
    return no_data ? Symbol(0) : p * log(1 + (p - q) * (p - q) / (4 * p * q));
  }
};
/// With p > 0 and with p = 0.
std::vector<PointOfStep> points() {
  return {{.no_data = false, .p = Symbol::positive("p")}, {.no_data = true, .p = Symbol(0)}};
}

/// g(a, b) = a f(b/a) with f(t) = t - 1 - log t >= 0, so that none of the divergences is negative.
Proof divergences_are_nonnegative() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  Proof proof = tangent_of_logarithm();
  proof.push_back({generalised_kl_density(a, b), a * formulas::tangent_gap(b / a)});
  return proof;
}

Symbol number(const Rational& x) {
  return exactly<Symbol>(x);
}

/// C(R) = C(Q) + (the integral of the gradient over r-q) + g(r, q) - g(p+r, p+q), and η times the
/// gradient is s - log(r/q). The masses of q and r are the same.
Proof fall(const Rational& weight) {
  Proof proof;
  for (const PointOfStep& x : points()) {
    const Symbol both = generalised_kl_density(x.p + x.r, x.p + x.q);
    const Symbol lost = mirror::fall(x.p, x.q, x.r, x.rate) + (number(weight) - 1) * both;
    proof.push_back({value_at_optimum(x.p, x.q) - value_at_optimum(x.p, x.r),
                     lost - (x.r - x.q) * x.constant() / x.rate});
  }
  return proof;
}

/// -2p log 2 - p log d - p log(1-d) = p (f(2d) + f(2(1-d))) >= 0, so that V(D, P) <= -log 4; and
/// the integrand of C + log 4 is g(p, m) + g(q, m) >= 0.
Proof on_both_sides_of_log4() {
  const Symbol p = Symbol::positive("p");
  const Chance<Symbol> d = free_chance();
  Proof proof = {{-(2 * p * log(Symbol(2))) - formulas::value_density(p, p, d),
                  p * (formulas::tangent_gap(2 * d.yes) + formulas::tangent_gap(2 * d.no))}};
  append(proof, same_where_not_null(
                    []<class T>(const T& a, const T& b) -> T {
                      return value_at_optimum(a, b) + (a + b) * log(T(2));
                    },
                    []<class T>(const T& a, const T& b) -> T {
                      const T m = formulas::mixture(a, b);
                      return generalised_kl_density(a, m) + generalised_kl_density(b, m);
                    }));
  return proof;
}

const std::vector<std::string> lemmas_of_steps = {lemma::radon_nikodym, lemma::convexity,
                                                  lemma::linearity, lemma::monotonicity};

}  // namespace

Evidence mirror_step_falls(const Rational& weight) {
  Proof proof = divergences_are_nonnegative();
  append(proof, fall(weight));
  return same_forms(proof, all_steps, lemmas_of_steps);
}

Evidence mirror_step_approaches(const Rational& weight) {
  // The room is (1 - η) g(r, q) + η g(p+r, p+q) + η times what convexity leaves, less
  // (r-p) s, and r - q, which integrate to 0.
  Proof proof = divergences_are_nonnegative();
  append(proof, fall(1));
  for (const PointOfStep& x : points()) {
    const Symbol excess = value_at_optimum(x.p, x.r) + 2 * x.p * log(Symbol(2));
    const Symbol room = (1 - x.rate) * generalised_kl_density(x.r, x.q) +
                        x.rate * generalised_kl_density(x.p + x.r, x.p + x.q) +
                        x.rate * x.convexity();
    proof.push_back({mirror::approach(x.p, x.q, x.r) - number(weight) * x.rate * excess,
                     room + (x.r - x.q) - (x.r - x.p) * x.constant()});
  }
  const Symbol t = Symbol::positive("t"), one(1);
  append(proof, {{derivative(log(one + t), t), one / (one + t)}, {log(one), Symbol(0)}});
  std::vector<std::string> lemmas = lemmas_of_steps;
  lemmas.emplace_back(lemma::increase);
  return same_forms(proof, all_steps, lemmas);
}

Evidence mirror_step_closes_the_gap(const Rational& weight) {
  Proof proof = divergences_are_nonnegative();
  append(proof, on_both_sides_of_log4());
  append(proof, fall(1));
  for (const PointOfStep& x : points()) {
    const Chance<Symbol> d = formulas::optimal_discriminator(x.p, x.q);
    const Symbol distance =
        formulas::value_density(Symbol(0), x.q, d) - formulas::value_density(Symbol(0), x.p, d);
    const Symbol gain =
        mirror::advantage(x.p, x.q, x.r) + (number(weight) - 1) * generalised_kl_density(x.q, x.r);
    proof.push_back({x.rate * distance, gain + (x.q - x.r) + (x.q - x.p) * x.constant()});
  }
  return same_forms(proof, all_steps, lemmas_of_steps);
}

Evidence frozen_mirror_step_falls(const Rational& weight) {
  Proof proof = divergences_are_nonnegative();
  const Symbol q = Symbol::positive("q"), r = Symbol::positive("r");
  const Symbol rate = Symbol::positive("eta"), none(0);
  const Chance<Symbol> d = free_chance();
  const Symbol constant = log(r) - log(q) + rate * log(d.no);
  const Symbol before = formulas::value_density(none, q, d);
  const Symbol after = formulas::value_density(none, r, d);
  const Symbol lost = generalised_kl_density(q, r) + number(weight) * generalised_kl_density(r, q);
  proof.push_back({rate * (before - after), lost + (q - r) * constant});
  return same_forms(proof,
                    {"all P, all Q, all D < 1 and all η > 0", "一切 P、Q，一切 D < 1 与 η > 0"},
                    lemmas_of_steps);
}

Evidence mirror_step_of_rate_one(int halves) {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  Proof proof;
  for (const Symbol& data : {p, none}) {
    const Symbol r =
        mirror::weight_of_rate_one(q, formulas::optimal_discriminator(data, q)) / halves;
    proof.push_back({r, formulas::mixture(data, q)});
    proof.push_back({r - data, (q - data) / 2});
  }
  return same_forms(proof, {"all P and all Q that dominate it", "一切 P，一切控制 P 的 Q"},
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace gancheck
