// Claim 44: KL(P||Q), what it means where q = 0, and why the integral always exists.
#include <fmt/format.h>

#include "numerics/number/infinity.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::kl;

/// The same laws over another measure: the weight of point i times c, its densities over c, with
/// c = 1/3, 2/3, ..., 5/3 in turn.
constexpr auto kl_over_other_measure = []<class T>(const Columns<T>& c) -> T {
  Columns<T> other = c;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const T factor = T(static_cast<int>(i % 5) + 1) / 3;
    other.weight[i] = c.weight[i] * factor;
    other.p[i] = c.p[i] / factor;
    other.q[i] = c.q[i] / factor;
  }
  return kl(other);
};

/// c·(the integrand of p/c and q/c) is that of p and q, and 0 where p = 0; where q = 0 < p both are
/// +infinity by the same rule.
Evidence independent_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), c = Symbol::positive("c");
  return same_forms({{c * formulas::kl_density(p / c, q / c), formulas::kl_density(p, q)},
                     {c * formulas::kl_density(Symbol(0), q / c), Symbol(0)}},
                    all_pairs_of_laws, {lemma::radon_nikodym});
}

/// The columns have a point with q = 0 < p.
bool has_infinite_term(const Columns<Tracked>& c) {
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (!is_null(c, i) && !is_exactly_zero(c.p[i]) && is_exactly_zero(c.q[i])) return true;
  }
  return false;
}

/// KL(P||Q) = +infinity on the pairs where P << Q fails.
Comparisons infinite_where_not_dominated() {
  const auto infinite = [](const Columns<Tracked>&) { return Tracked::exact(infinity); };
  return for_pairs_where({[](const Pair& pair) { return has_infinite_term(pair.tracked()); },
                          {"P ≪ Q on the grid", "网格上 P ≪ Q"}},
                         equal(kl, infinite));
}

/// p log(p/r) decreases in r, as its derivative is -p/r, and is p log k at r = p/k: it exceeds
/// every number as r tends to 0, so that +infinity is the only value that keeps it monotone.
Evidence infinite_by_limit() {
  const Symbol p = Symbol::positive("p"), r = Symbol::positive("r"), k = Symbol::positive("k");
  return same_forms({{derivative(formulas::kl_density(p, r), r), -(p / r)},
                     {formulas::kl_density(p, p / k), p * log(k)}},
                    all_positive("p, r, k"), {lemma::increase});
}

/// The negative part of p log(p/q), whose integral is at most Q^/e.
constexpr auto negative_part = []<class T>(const T& p, const T& q) -> T {
  return is_exactly_zero(q) ? T(0) : max(T(0), T(-formulas::kl_density(p, q)));
};

/// With r = q/e: p log(p/q) + q/e = p log(p/r) - p + r + p (1 - log e), and log e = 1. The rest is
/// r f(p/r) with f(x) = x log x - x + 1, which has f(1) = f'(1) = 0 and f'' = 1/x > 0, so that f >=
/// 0; where p = 0 it is r.
Evidence bounded_by_convexity() {
  const Symbol x = Symbol::positive("x"), r = Symbol::positive("r"), e = Symbol::positive("e");
  const Symbol one(1), none(0);
  const Symbol f = formulas::generalised_kl_density(x, one), slope = derivative(f, x);
  return same_forms({{formulas::kl_density(x * r, e * r) + r, r * f + x * r * (one - log(e))},
                     {formulas::kl_density(none, e * r) + r, r},
                     {substitute(f, x, one), none},
                     {substitute(slope, x, one), none},
                     {derivative(slope, x), one / x}},
                    all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::convexity, lemma::monotonicity});
}

/// Both directions differ on W1: their enclosures are disjoint.
Evidence asymmetric_example() {
  const Setting w1 = only({"W1"});
  const BallPrecision precision(relation_bits);
  const auto c = columns<Ball>(w1.named.front()->densities());
  const Ball forth = kl(c), back = exchanged(kl)(c);
  if (forth.overlaps(back)) return no_example(w1.scope);
  return example(
      true, fmt::format("W1: KL(P‖Q) > {}, KL(Q‖P) < {}", forth.lower_text(6), back.upper_text(6)),
      w1.scope);
}

/// Closed forms of three kinds, from the masses and means of the laws alone. W2: 1 log(1/(1/2)).
/// Exponential laws with rates a, b: log(p/q) = log(a/b) + (b-a) x, and P has mass 1 and mean 1/a.
/// Normal laws N(0, 1), N(u, 1): log(p/q) = ((x-u)² - x²)/2, and P has mean 0.
Evidence closed_forms_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), x = Symbol::positive("x"),
               u = Symbol::positive("u");
  const Symbol one(1);
  const auto exponential = [&](const Symbol& mean) { return log(a / b) + (b - a) * mean; };
  const Symbol normal = ((x - u) * (x - u) - x * x) / 2;
  return same_forms({{formulas::kl_density(one, one / 2), log(Symbol(2))},
                     {exponential(one / a), log(a / b) + b / a - one},
                     {normal, u * u / 2 - u * x},
                     {substitute(normal, x, Symbol(0)), u * u / 2}},
                    {"all rates a, b > 0 and all means u", "一切速率 a, b > 0 与一切均值 u"},
                    {lemma::linearity});
}

constexpr auto expected_under_generator = []<class T>(const T& p, const T& q) -> T {
  return times_log(q, p / q);
};
constexpr auto quotient_of_logarithms = []<class T>(const T& p, const T& q) -> T {
  return p * (log(p) / log(q));
};
constexpr auto infinite_terms_dropped = []<class T>(const T& p, const T& q) -> T {
  return is_exactly_zero(q) ? T(0) : formulas::kl_density(p, q);
};
constexpr auto absolute_logarithm = []<class T>(const T& p, const T& q) -> T {
  return p * abs(T(log(p / q)));
};

/// KL(P||Q) is the integral of this formula.
Relation kl_is(const Formula& formula) {
  return equal(kl, integral_of(formula));
}

void add_definition(Claim& claim) {
  const Relation independent = equal(kl, kl_over_other_measure);
  PartOf(claim, "any-measure")
      .summed(independent,
              {"KL(P‖Q) after the weights are multiplied and the densities divided by c",
               "权重乘以 c、密度除以 c 之后的 KL(P‖Q)"})
      .enclosed(
          for_pairs_where({is_dominated, {"KL(P‖Q) is infinite", "KL(P‖Q) 为无穷"}}, independent),
          {"the same, enclosed where it is finite", "同上，有限时计算包含区间"})
      .proved({"c (p/c) log((p/c)/(q/c)) = p log(p/q)", "c (p/c) log((p/c)/(q/c)) = p log(p/q)"},
              independent_by_algebra);
  PartOf(claim, "infinite")
      .summed(infinite_where_not_dominated(),
              {"KL(P‖Q) where q = 0 < p at a point", "某点 q = 0 < p 时的 KL(P‖Q)"})
      .proved({"p log(p/r) decreases in r and is p log k at r = p/k",
               "p log(p/r) 关于 r 递减，在 r = p/k 处等于 p log k"},
              infinite_by_limit);
}

void add_negative_part(Claim& claim) {
  const Relation bounded_below =
      at_most(integral_of(negative_part), functionals::mass_of_generator * exp(Functional(-1)));
  PartOf(claim, "negative-part")
      .summed(bounded_below, {"the negative part against Q(X)/e", "负部的积分与 Q(X)/e 比较"})
      .enclosed(bounded_below, the_same_enclosed)
      .swept({"u log u - u + 1 ≥ 0 on [0, 4], x = u/e: x log x ≥ -1/e",
              "[0, 4] 上 u log u - u + 1 ≥ 0，取 x = u/e 得 x log x ≥ -1/e"},
             [] { return negative_part_is_bounded(); })
      .proved({"x log x - x + 1 ≥ 0, from the derivative and one point",
               "x log x - x + 1 ≥ 0：由导数与一点的值得出"},
              bounded_by_convexity);
}

void add_examples(Claim& claim) {
  PartOf(claim, "not-symmetric")
      .summed(on_built_in({"W1"}, less(exchanged(kl), kl)),
              {"KL(Q‖P) < KL(P‖Q) for (1/2, 1/2) and (7/10, 3/10)",
               "对 (1/2, 1/2) 与 (7/10, 3/10)，KL(Q‖P) < KL(P‖Q)"})
      .checked(Witness::ball, {"disjoint enclosures of both", "两者的包含区间不相交"},
               [](const Setting&) { return asymmetric_example(); });
  const Comparisons log2 = on_built_in({"W2"}, equal(kl, log(Functional(2))));
  PartOf(claim, "closed-forms")
      .summed(log2, {"KL = log 2 for (1, 0) and (1/2, 1/2)", "对 (1, 0) 与 (1/2, 1/2)，KL = log 2"})
      .enclosed(log2, the_same_enclosed)
      .proved({"exponential and normal laws, from their masses and means",
               "指数分布与正态分布：由总质量与均值得出"},
              closed_forms_by_algebra);
}

void add_twins(Claim& claim) {
  const Functional other = kl_over_other_measure;
  Twins of_kl(claim, equal(kl, other));
  of_kl.on("W7")
      .grid(R"(\mathrm{E}_Q \log\frac{p}{q})", {"the expectation under Q", "误对 Q 取期望"},
            kl_is(expected_under_generator))
      .grid(R"(\mathrm{E}_P \frac{\log p}{\log q})",
            {"the quotient of the logarithms", "误作两个对数之商"}, kl_is(quotient_of_logarithms));
  Twins(claim, equal(exchanged(kl), exchanged(other)))
      .on("W2")
      .grid(R"(q \log \frac{q}{p} = 0 \text{ where } p = 0 < q)",
            {"infinite terms counted as 0", "把无穷项当作 0"},
            equal(exchanged(kl), exchanged(integral_of(infinite_terms_dropped))));
  of_kl
      .grid(R"(\mathrm{KL}(P\|Q) = \mathrm{KL}(Q\|P))",
            {"KL as a symmetric distance", "误认为 KL 对称"}, equal(kl, exchanged(kl)))
      .grid(R"(\mathrm{E}_P \left| \log\frac{p}{q} \right|)",
            {"the absolute value of the logarithm", "误对对数取绝对值"}, kl_is(absolute_logarithm));
}

}  // namespace

void kl_definition(Claim& claim) {
  add_definition(claim);
  add_negative_part(claim);
  add_examples(claim);
  add_twins(claim);
}

}  // namespace gancheck
