// Claim 44: KL(P||Q), what it means where q = 0, and why the integral always exists.
#include <fmt/format.h>

#include <limits>

#include "theory/checks/functionals.hpp"
#include "theory/checks/replaced_laws.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/identities.hpp"

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
const auto independent = equal(kl, kl_over_other_measure);

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

const Text dominated = {"P << Q on the grid", "网格上 P << Q"};

/// KL(P||Q) = +infinity on the pairs where P << Q fails.
Evidence infinite_on_grid(const Setting& setting) {
  const Tracked infinity = Tracked::exact(std::numeric_limits<double>::infinity());
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    if (has_infinite_term(c)) {
      residuals.equal(kl(c), infinity, [&] { return pair->name(); });
    } else {
      residuals.leave_out(dominated);
    }
  }
  return residuals.evidence();
}

/// p log(p/r) decreases in r, as its derivative is -p/r, and is p log k at r = p/k: it exceeds
/// every number as r tends to 0, so that +infinity is the only value that keeps it monotone.
Evidence infinite_by_limit() {
  const Symbol p = Symbol::positive("p"), r = Symbol::positive("r"), k = Symbol::positive("k");
  return same_forms({{derivative(formulas::kl_density(p, r), r), -(p / r)},
                     {formulas::kl_density(p, p / k), p * log(k)}},
                    all_positive("p, r, k"), {lemma::increase});
}

/// The integral of the negative part of p log(p/q), and Q^/e.
constexpr auto negative_part = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, []<class U>(const U& p, const U& q) -> U {
    return is_exactly_zero(q) ? U(0) : max(U(0), U(-formulas::kl_density(p, q)));
  });
};
constexpr auto mass_over_e = []<class T>(const Columns<T>& c) -> T {
  return mass_of_generator(c) * exp(T(-1));
};
const auto bounded_below = at_most(negative_part, mass_over_e);

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
      true,
      fmt::format("W1: KL(P||Q) > {}, KL(Q||P) < {}", forth.lower_text(6), back.upper_text(6)),
      w1.scope);
}
const auto forth_exceeds_back = less(exchanged(kl), kl);

constexpr auto log2 = []<class T>(const Columns<T>&) -> T { return log(T(2)); };
const auto closed_form = equal(kl, log2);

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

template <class Formula>
Control kl_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"},
                   equal(kl, integral_of(formula)), independent);
}

std::vector<Check> checks() {
  return {{"any-measure",
           {"KL(P||Q) after the weights are multiplied and the densities divided by c",
            "权重乘以 c、密度除以 c 之后的 KL(P||Q)"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, independent); }},
          {"any-measure",
           {"the same, enclosed where it is finite", "同上，有限时计算包含区间"},
           Witness::ball,
           [](const Setting& s) {
             return in_balls_where(own_suite(s.named), is_dominated,
                                   {"KL(P||Q) is infinite", "KL(P||Q) 为无穷"}, independent);
           }},
          {"any-measure",
           {"c (p/c) log((p/c)/(q/c)) = p log(p/q)", "c (p/c) log((p/c)/(q/c)) = p log(p/q)"},
           Witness::symbolic,
           [](const Setting&) { return independent_by_algebra(); }},
          {"infinite",
           {"KL(P||Q) where q = 0 < p at a point", "某点 q = 0 < p 时的 KL(P||Q)"},
           Witness::grid,
           infinite_on_grid},
          {"infinite",
           {"p log(p/r) decreases in r and is p log k at r = p/k",
            "p log(p/r) 关于 r 递减，在 r = p/k 处等于 p log k"},
           Witness::symbolic,
           [](const Setting&) { return infinite_by_limit(); }},
          {"negative-part",
           {"the negative part against Q(X)/e", "负部的积分与 Q(X)/e 比较"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, bounded_below); }},
          {"negative-part",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return in_balls(s, bounded_below); }},
          {"negative-part",
           {"u log u - u + 1 >= 0 on [0, 4], x = u/e: x log x >= -1/e",
            "[0, 4] 上 u log u - u + 1 >= 0，取 x = u/e 得 x log x >= -1/e"},
           Witness::ball,
           [](const Setting&) { return negative_part_is_bounded(); }},
          {"negative-part",
           {"x log x - x + 1 >= 0, from the derivative and one point",
            "x log x - x + 1 >= 0：由导数与一点的值得出"},
           Witness::symbolic,
           [](const Setting&) { return bounded_by_convexity(); }},
          {"not-symmetric",
           {"KL(Q||P) < KL(P||Q) for (1/2, 1/2) and (7/10, 3/10)",
            "对 (1/2, 1/2) 与 (7/10, 3/10)，KL(Q||P) < KL(P||Q)"},
           Witness::grid,
           [](const Setting&) { return on_grid(only({"W1"}), forth_exceeds_back); }},
          {"not-symmetric",
           {"disjoint enclosures of both", "两者的包含区间不相交"},
           Witness::ball,
           [](const Setting&) { return asymmetric_example(); }},
          {"closed-forms",
           {"KL = log 2 for (1, 0) and (1/2, 1/2)", "对 (1, 0) 与 (1/2, 1/2)，KL = log 2"},
           Witness::grid,
           [](const Setting&) { return on_grid(only({"W2"}), closed_form); }},
          {"closed-forms",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting&) { return in_balls(only({"W2"}), closed_form); }},
          {"closed-forms",
           {"exponential and normal laws, from their masses and means",
            "指数分布与正态分布：由总质量与均值得出"},
           Witness::symbolic,
           [](const Setting&) { return closed_forms_by_algebra(); }}};
}

std::vector<Control> controls() {
  return {kl_twin('a', R"(\mathbb{E}_Q \log\frac{p}{q})",
                  {"the expectation under Q", "误对 Q 取期望"}, expected_under_generator),
          kl_twin('b', R"(\mathbb{E}_P \frac{\log p}{\log q})",
                  {"the quotient of the logarithms", "误作两个对数之商"}, quotient_of_logarithms),
          grid_twin('c', R"(q \log \frac{q}{p} = 0 \text{ where } p = 0 < q)",
                    {"infinite terms counted as 0", "把无穷项当作 0"}, {"W2"},
                    equal(exchanged(kl), exchanged(integral_of(infinite_terms_dropped))),
                    equal(exchanged(kl), exchanged(kl_over_other_measure))),
          grid_twin('d', R"(\mathrm{KL}(P \| Q) = \mathrm{KL}(Q \| P))",
                    {"KL as a symmetric distance", "误认为 KL 对称"}, {"W7"},
                    equal(kl, exchanged(kl)), independent),
          kl_twin('e', R"(\mathbb{E}_P \left| \log\frac{p}{q} \right|)",
                  {"the absolute value of the logarithm", "误对对数取绝对值"}, absolute_logarithm)};
}

}  // namespace

void kl_definition(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
