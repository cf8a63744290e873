// Claim 45: the integral of p log(p/r) for a denominator r that is no distribution: it can be
// computed, it is at least -log r({p > 0}), and it is negative for r = p + q.
//
// On columns whose mass P^ need not be one the bound reads P^ log(P^/r({p > 0})).
#include <fmt/format.h>

#include "theory/checks/classification.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::generalised_kl_density;
using formulas::kl_density;
using functionals::mass_of_data;

// Denominators of any mass.

/// r = (data p + generator q)/3: whole numbers are exact in every arithmetic.
struct Denominator {
  int data, generator;
  template <class T>
  T operator()(const T& p, const T& q) const {
    return (p * data + q * generator) / 3;
  }
  std::string text() const { return fmt::format("r = ({} p + {} q)/3", data, generator); }
};
/// Of masses 2, 3, 1/3 and 11/3; 3q and q/3 are looked at where they dominate P.
const std::vector<Denominator> several = {{3, 3}, {0, 9}, {0, 1}, {2, 9}};
/// Of mass at most one, whatever the rounding of the masses.
const std::vector<Denominator> small = {{1, 1}, {0, 1}};
/// Multiples of p.
const std::vector<Denominator> multiples = {{9, 0}, {1, 0}};
/// Those against which no divergence is infinite.
const std::vector<Denominator> dominating = {{3, 3}, {2, 9}};

/// r({p > 0}).
template <class T>
T reached_mass(const Columns<T>& c, const Denominator& r) {
  return integrate(
      c, [&](const T& p, const T& q) -> T { return is_exactly_zero(p) ? T(0) : r(p, q); });
}
/// The integral of p log(p/r).
template <class T>
T divergence(const Columns<T>& c, const Denominator& r) {
  return integrate(c, [&](const T& p, const T& q) -> T { return kl_density(p, r(p, q)); });
}
/// P^ log(P^/r({p > 0})).
template <class T>
T least_divergence(const Columns<T>& c, const Denominator& r) {
  return kl_density(mass_of_data(c), reached_mass(c, r));
}

/// What `compare` says of every pair and each of these denominators.
template <class F>
Comparisons for_denominators(const std::vector<Denominator>& all, const F& compare) {
  return [all, compare]<class T>(const Setting& setting, Take<T>& take) {
    const Text pairs = Seen<T>::scope(setting);
    take.over({fmt::format("{} denominators on each of {}", all.size(), pairs.en),
               fmt::format("{}，每对取 {} 个分母", pairs.zh, all.size())});
    for (const auto& pair : Seen<T>::pairs(setting)) {
      const bool dominated = is_dominated(*pair);
      const Columns<T>& c = Seen<T>::columns(*pair);
      for (const Denominator& r : all) {
        if (r.data == 0 && !dominated) {
          take.leave_out({"q = 0 at a point where p > 0: the integral is +∞",
                          "某点 q = 0 而 p > 0：积分为 +∞"});
        } else {
          compare(c, r, take, [&] { return pair->name() + ", " + r.text(); });
        }
      }
    }
  };
}

constexpr auto above_least = []<class T>(const Columns<T>& c, const Denominator& r, Take<T>& take,
                                         const Where& where) {
  take.at_most(least_divergence(c, r), divergence(c, r), where);
};
constexpr auto is_least = []<class T>(const Columns<T>& c, const Denominator& r, Take<T>& take,
                                      const Where& where) {
  take.equal(divergence(c, r), least_divergence(c, r), where);
};
constexpr auto nonnegative = []<class T>(const Columns<T>& c, const Denominator& r, Take<T>& take,
                                         const Where& where) {
  if (surely_less(reached_mass(c, r), mass_of_data(c)))
    take.at_most(T(0), divergence(c, r), where);
  else
    take.leave_out({"r({p > 0}) is not below P(X)", "r({p > 0}) 不小于 P(X)"});
};
constexpr auto above_opposite = []<class T>(const Columns<T>& c, const Denominator& r,
                                            Take<T>& take, const Where& where) {
  take.at_most(-least_divergence(c, r), divergence(c, r), where);
};

/// With r' = r P^/r({p > 0}), which has the mass of P where p > 0: the divergence exceeds its least
/// value by at least the integral of (sqrt p - sqrt r')² over {p > 0}, since p log(p/r') =
/// -2p log sqrt(r'/p) >= 2p - 2 sqrt(pr').
constexpr auto above_distance = []<class T>(const Columns<T>& c, const Denominator& r,
                                            Take<T>& take, const Where& where) {
  const T factor = mass_of_data(c) / reached_mass(c, r);
  const T distance = integrate(c, [&](const T& p, const T& q) -> T {
    const T gap = sqrt(p) - sqrt(T(r(p, q) * factor));
    return is_exactly_zero(p) ? T(0) : gap * gap;
  });
  take.at_most(distance, divergence(c, r) - least_divergence(c, r), where);
};

/// q is a multiple of p where p > 0, and so are all denominators made of both.
bool proportional(const Pair& pair) {
  const Densities& d = pair.densities();
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] == 0 || d.data[i].is_zero()) continue;
    if (!first) first = i;
    if (compare(d.data[i] * d.generator[*first], d.data[*first] * d.generator[i]) != 0)
      return false;
  }
  return true;
}

/// With f(t) = t - 1 - log t >= 0, = 0 only at 1, and c > 0 the mass r({p > 0}):
/// p log(p/r) + p log c - p + r/c = p f(r/(cp)) where p > 0. The masses of p and r/c over {p > 0}
/// are 1 both, so that the integral of p log(p/r) is -log c + that of p f, and f = 0 means r = cp.
std::vector<Identity> jensen_by_tangent() {
  const Symbol p = Symbol::positive("p"), r = Symbol::positive("r"), mass = Symbol::positive("c");
  std::vector<Identity> proof = tangent_of_logarithm();
  const Symbol room = kl_density(p, r) + p * log(mass) - p + r / mass;
  proof.push_back({room, p * formulas::tangent_gap(r / (p * mass))});
  return proof;
}
const Text all_denominators = {
    "all probability densities p, all r with 0 < r({p > 0}) < ∞, r > 0 where p > 0",
    "一切概率密度 p，一切满足 0 < r({p > 0}) < ∞ 且在 p > 0 处 r > 0 的 r"};
const std::vector<std::string> lemmas_of_jensen = {lemma::radon_nikodym, lemma::convexity,
                                                   lemma::linearity, lemma::monotonicity};

Evidence bound_by_tangent() {
  return same_forms(jensen_by_tangent(), all_denominators, lemmas_of_jensen);
}
Evidence equality_by_tangent() {
  const Symbol p = Symbol::positive("p"), mass = Symbol::positive("c");
  std::vector<Identity> proof = jensen_by_tangent();
  proof.push_back({kl_density(p, p * mass), -(p * log(mass))});
  return same_forms(proof, all_denominators,
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// p log(p/r) - p + r = p f(r/p) where p, r > 0, and r where p = 0. Over {p > 0} its integral is
/// that of p log(p/r) less 1 - r({p > 0}) >= 0.
Evidence generalised_by_tangent(const Text& scope) {
  const Symbol p = Symbol::positive("p"), r = Symbol::positive("r"), none(0);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({generalised_kl_density(p, r), p * formulas::tangent_gap(r / p)});
  proof.push_back({generalised_kl_density(none, r), r});
  return same_forms(proof, scope, lemmas_of_jensen);
}

void add_bound(Claim& claim) {
  const Comparisons bound = for_denominators(several, above_least);
  PartOf(claim, "bound")
      .summed(bound, {"the integral of p log(p/r) against its least value for the mass of r",
                      "p log(p/r) 的积分与给定 r 的质量时的最小值比较"})
      .enclosed(bound, the_same_enclosed)
      .proved({"log t ≤ t - 1 with t = r/(cp), c = r({p > 0})",
               "取 t = r/(cp)，c = r({p > 0})，由 log t ≤ t - 1 得出"},
              bound_by_tangent);
  PartOf(claim, "equality")
      .summed(for_denominators(multiples, is_least), {"r = 3p and r = p/3", "r = 3p 与 r = p/3"})
      .summed(for_denominators(dominating, above_distance),
              {"what exceeds the least value against the distance of p from the multiple of r",
               "超出最小值的部分与 p 到 r 的倍数的距离比较"})
      .enclosed(
          for_pairs_where({[](const Pair& pair) { return !proportional(pair); },
                           {"q is a multiple of p where p > 0", "在 p > 0 处 q 是 p 的倍数"}},
                          less(
                              []<class T>(const Columns<T>& c) -> T {
                                return least_divergence(c, Denominator{3, 3});
                              },
                              []<class T>(const Columns<T>& c) -> T {
                                return divergence(c, Denominator{3, 3});
                              })),
          {"r = p + q, enclosed above its least value", "r = p + q，包含区间整个位于最小值之上"})
      .proved({"log t = t - 1 only at t = 1, that is r = cp",
               "log t = t - 1 仅在 t = 1 即 r = cp 成立"},
              equality_by_tangent);
}

constexpr auto of_finite_measures = []<class T>(const T& p, const T& q) -> T {
  return generalised_kl_density(T(5 * p), q);
};
constexpr auto of_sum = []<class T>(const T& p, const T& q) -> T {
  return generalised_kl_density(p, T(p + q));
};

void add_nonnegative(Claim& claim) {
  const Comparisons positive = for_denominators(small, nonnegative);
  PartOf(claim, "sub-probability")
      .summed(positive, {"r = (p+q)/3 and r = q/3", "r = (p+q)/3 与 r = q/3"})
      .enclosed(positive, the_same_enclosed)
      .swept({"s log(s/(1-s)) ≥ 2s - 1 with s = p/(p+r): p log(p/r) ≥ p - r",
              "取 s = p/(p+r)，由 s log(s/(1-s)) ≥ 2s - 1 得 p log(p/r) ≥ p - r"},
             gibbs)
      .proved({"log t ≤ t - 1 with t = r/p: the integral is at least 1 - r({p > 0})",
               "取 t = r/p，由 log t ≤ t - 1 知积分不小于 1 - r({p > 0})"},
              [] {
                return generalised_by_tangent(
                    {"all probability densities p, all r ≥ 0", "一切概率密度 p 与一切 r ≥ 0"});
              });
  const Relation generalised = at_most(0, integral_of(of_sum));
  PartOf(claim, "generalised")
      .summed(generalised, {"the integral for p and p + q", "对 p 与 p + q 计算积分"})
      .summed(at_most(0, integral_of(of_finite_measures)),
              {"the integral for 5p and q", "对 5p 与 q 计算积分"})
      .enclosed(generalised, {"for p and p + q, enclosed", "对 p 与 p + q 计算包含区间"})
      .swept({"t log t - t + 1 ≥ 0, with t = s/(1-s): s log(s/(1-s)) ≥ 2s - 1 on [0, 1]",
              "t log t - t + 1 ≥ 0，取 t = s/(1-s)：[0, 1] 上 s log(s/(1-s)) ≥ 2s - 1"},
             gibbs)
      .proved(
          {"p log(p/r) - p + r = p f(r/p) with f(t) = t - 1 - log t ≥ 0",
           "p log(p/r) - p + r = p f(r/p)，其中 f(t) = t - 1 - log t ≥ 0"},
          [] {
            return generalised_by_tangent({"all finite measures p and r", "一切有限测度 p 与 r"});
          });
}

// The sum p + q in the denominator.

/// p log(p/(p+q))
constexpr auto against_sum = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, T(p + q));
};
constexpr auto against_mixture = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, formulas::mixture(p, q));
};
constexpr auto mixture_less_log2 = []<class T>(const T& p, const T& q) -> T {
  return against_mixture(p, q) - p * log(T(2));
};

Functional divergence_from_sum() {
  return integral_of(against_sum);
}
Functional minus_log2() {
  return -(mass_of_data * log(Functional(2)));
}

/// -p log(p/(p+q)) = p log(1 + q/p), where log(1+t) is 0 at t = 0 and has the derivative
/// 1/(1+t) > 0; and p log(p/(p+q)) + p log 2 - p + m = p f(m/p) with f >= 0, and q/2 where p = 0; p
/// and m have the same mass.
Evidence range_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol none(0), one(1), m = formulas::mixture(p, q);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({-against_sum(p, q), p * log(one + q / p)});
  proof.push_back({against_sum(p, none), none});
  proof.push_back({log(one), none});
  proof.push_back({derivative(log(one + t), t), one / (one + t)});
  proof.push_back(
      {against_sum(p, q) + p * log(Symbol(2)) - p + m, p * formulas::tangent_gap(m / p)});
  proof.push_back(
      {against_sum(p, none) + p * log(Symbol(2)) - p + p / 2, p * formulas::tangent_gap(one / 2)});
  proof.push_back({against_sum(none, q), none});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::increase, lemma::convexity, lemma::linearity,
                     lemma::monotonicity});
}

/// For p = q the denominator p + q = 2p has mass 2, and p log(p/(2p)) = -p log 2: the integral has
/// a value, -log 2.
Evidence computable_example() {
  const Setting w0 = only({"W0"});
  const Symbol p = Symbol::positive("p");
  const bool value =
      same_form(against_sum(p, p), -(p * log(Symbol(2))), all_positive("p")).same_form;
  const Pair& pair = *w0.pairs.front();
  if (!value || are_different(pair) || !are_probabilities(pair)) return no_example(w0.scope);
  return example(true,
                 Text{"W0: (P+Q)(X) = 2, and the integral of p log(p/(p+q)) is -log 2",
                      "W0：(P+Q)(X) = 2，而 p log(p/(p+q)) 的积分为 -log 2"},
                 w0.scope);
}

/// Against "p log(p/r) has an integral >= 0 for every finite r": r = 3p gives -log 3.
Evidence negative_example(const Setting& setting) {
  const Symbol p = Symbol::positive("p");
  if (!same_form(kl_density(p, 3 * p), -(p * log(Symbol(3))), all_positive("p")).same_form) {
    return no_example(setting.scope);
  }
  for (const auto& pair : setting.pairs) {
    if (!are_probabilities(*pair)) continue;
    return example(false,
                   Text{pair->name() + ": r = 3p gives -log 3 exactly",
                        pair->name() + "：取 r = 3p，积分恰为 -log 3"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

void add_sum(Claim& claim) {
  const Relation identity = equal(divergence_from_sum(), integral_of(mixture_less_log2));
  PartOf(claim, "sum")
      .summed(identity)
      .enclosed(identity)
      .same_integrands(against_sum, mixture_less_log2);
  const Relation below_zero = at_most(divergence_from_sum(), 0);
  const Functional least = []<class T>(const Columns<T>& c) -> T {
    return kl_density(mass_of_data(c), functionals::total_mass(c));
  };
  PartOf(claim, "sum-range")
      .summed(below_zero,
              {"the integral of p log(p/(p+q)) against 0", "p log(p/(p+q)) 的积分与 0 比较"})
      .summed(
          at_most(least, divergence_from_sum()),
          {"the same against its least value for these masses", "同上，与给定总质量下的最小值比较"})
      .enclosed(below_zero, {"the integral enclosed", "积分的包含区间"})
      .swept(
          {"log s ≤ s - 1 ≤ 0 on (0, 1], s = p/(p+q)", "(0, 1] 上 log s ≤ s - 1 ≤ 0，s = p/(p+q)"},
          [] { return logarithm_increases(); })
      .swept({"s log 2s ≥ s - 1/2 on [0, 1]", "[0, 1] 上 s log 2s ≥ s - 1/2"}, gibbs_for_mixture)
      .proved({"-log(p/(p+q)) = log(1 + q/p) ≥ 0, and Gibbs' inequality for m",
               "-log(p/(p+q)) = log(1 + q/p) ≥ 0，以及关于 m 的 Gibbs 不等式"},
              range_by_algebra);
  const Comparisons value = on_built_in({"W0"}, equal(divergence_from_sum(), minus_log2()));
  PartOf(claim, "overstated")
      .summed(value, {"the integral of p log(p/(p+q)) for P = Q", "P = Q 时 p log(p/(p+q)) 的积分"})
      .enclosed(value, the_same_enclosed)
      .proved({"p log(p/(2p)) = -p log 2", "p log(p/(2p)) = -p log 2"}, computable_example);
}

void add_twins(Claim& claim) {
  Twins(claim, at_most(divergence_from_sum(), 0))
      .on("W0")
      .grid(R"(\int p \log\frac{p}{p+q}\,d\mu \ge 0)",
            {"Gibbs' inequality for the denominator p + q, of mass 2",
             "误对质量为 2 的分母 p + q 使用 Gibbs 不等式"},
            at_most(0, divergence_from_sum()));
  Twins(claim, equal(divergence_from_sum(), integral_of(mixture_less_log2)))
      .on("W7")
      .grid(R"(\int p \log\frac{p}{p+q}\,d\mu = \mathrm{KL}(P\|M))",
            {"the factor 1/2 in the denominator is lost", "分母中丢了因子 1/2"},
            equal(divergence_from_sum(), integral_of(against_mixture)));
  Twins(claim, for_denominators(several, above_least))
      .on("W0")
      .grid(R"(\int p \log\frac{p}{r}\,d\mu \ge +\log r(\{p > 0\}))",
            {"Jensen's inequality with the wrong sign", "Jensen 不等式的符号取反"},
            for_denominators(several, above_opposite));
  add_twin(claim, Witness::symbolic,
           R"(\int p \log\frac{p}{r}\,d\mu \ge 0 \text{ for every finite measure } r)",
           {"no condition on the denominator", "误认为对分母没有任何要求"}, {"W7"},
           negative_example);
}

}  // namespace

void kl_needs_probabilities(Claim& claim) {
  add_bound(claim);
  add_nonnegative(claim);
  add_sum(claim);
  add_twins(claim);
}

}  // namespace gancheck
