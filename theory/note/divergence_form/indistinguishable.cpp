// Claim 56: what it means that samples cannot be told apart: best accuracy (1+TV)/2, information
// JSD, area under the ROC curve 1/2, each trivial iff P = Q.
#include "theory/checks/classification.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/replaced_laws.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

using classification::auc;
using classification::auc_by_sorting;
using classification::best_by_formula;
using classification::best_by_search;
using classification::error_of_dstar;
using classification::mass_of_product;
using classification::normalised_tv;
using classification::of_dstar;
using functionals::jsd;
using functionals::total_variation;

const auto best = equal(best_by_search, best_by_formula);
const auto attained = equal(of_dstar, best_by_formula);

/// (P^ + Q^)/4, which is 1/2 for probability measures: half of the samples, guessed.
constexpr auto half = []<class T>(const Columns<T>& c) -> T { return total_mass(c) / 4; };
const auto bayes_error = equal(error_of_dstar, []<class T>(const Columns<T>& c) -> T {
  return half(c) - total_variation(c) / 2;
});
const auto half_for_equals = equal(of_equals(of_dstar), of_equals(half));
const auto above_half = less(half, of_dstar);

/// The relation on the pairs with few points; the others are left out.
template <class L, class R>
Evidence on_few_points(const Setting& setting, const Relation<L, R>& relation) {
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (has_few_points(*pair)) {
      compare_on(residuals, relation, *pair);
    } else {
      residuals.leave_out(more_points);
    }
  }
  return residuals.evidence();
}
template <class L, class R>
Evidence few_points_in_balls(const Setting& setting, const Relation<L, R>& relation) {
  return in_balls_where(own_suite(setting.named), has_few_points, more_points, relation);
}

/// The larger and the smaller density, as p = r + d, q = r or p = r, q = r + d with r >= 0, d > 0.
struct Case {
  Symbol p, q, larger, smaller;
};
std::vector<Case> cases() {
  const Symbol r = Symbol::positive("r"), d = Symbol::positive("d"), none(0);
  return {{r + d, r, r + d, r}, {r, r + d, r + d, r}, {d, none, d, none}, {none, d, d, none}};
}

/// Of p and q a classifier takes one at each point. The larger one is (p+q)/2 + |p-q|/2, so that no
/// classifier has more than (P^ + Q^)/4 + TV/2, and it is p exactly where D* > 1/2. (At D* = 1/2
/// both are (p+q)/2.)
Evidence accuracy_by_algebra() {
  const Symbol r = Symbol::positive("r"), d = Symbol::positive("d");
  std::vector<Identity> proof = {{r, formulas::mixture(r, r)}};
  for (const Case& x : cases()) {
    const Symbol distance = x.larger - x.smaller;
    proof.push_back({distance, d});
    proof.push_back({x.larger, formulas::mixture(x.p, x.q) + distance / 2});
    proof.push_back({formulas::optimal_discriminator(x.p, x.q).yes - Symbol(1) / 2,
                     (x.p - x.q) / (2 * (x.p + x.q))});
  }
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity});
}

/// The larger and the smaller density, and the sign of D* - 1/2, in rational arithmetic.
constexpr auto larger = []<class T>(const T& p, const T& q) -> T { return p < q ? q : p; };
constexpr auto smaller = []<class T>(const T& p, const T& q) -> T { return p < q ? p : q; };
Evidence larger_at_random_points() {
  return same_at_random_points(larger, []<class T>(const T& p, const T& q) -> T {
    return formulas::mixture(p, q) + formulas::tv_density(p, q);
  });
}
Evidence smaller_at_random_points() {
  return same_at_random_points(smaller, []<class T>(const T& p, const T& q) -> T {
    return formulas::mixture(p, q) - formulas::tv_density(p, q);
  });
}
Evidence sign_at_random_points() {
  return same_at_random_points(
      []<class T>(const T& p, const T& q) -> T {
        return formulas::optimal_discriminator(p, q).yes > T(1) / 2 ? p : q;
      },
      larger);
}

/// The smaller one is (p+q)/2 - |p-q|/2.
Evidence error_by_algebra() {
  std::vector<Identity> proof;
  for (const Case& x : cases()) {
    proof.push_back({x.smaller, formulas::mixture(x.p, x.q) - (x.larger - x.smaller) / 2});
  }
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

/// The excess over 1/2 is half the integral of |p-q|/2, which is 0 where p = q and d/2 > 0 where p
/// and q differ by d.
Evidence half_by_algebra() {
  const Symbol d = Symbol::positive("d");
  std::vector<Identity> proof;
  for (const Case& x : cases()) {
    proof.push_back({x.larger - formulas::mixture(x.p, x.q), d / 2});
    proof.push_back({x.larger - formulas::mixture(x.larger, x.larger), Symbol(0)});
  }
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity, lemma::vanishing});
}

/// I(X; Y) = H(Y) - H(Y|X) for a fair coin Y that says which law X is drawn from: P(Y = 1|X) = D*.
constexpr auto information_density = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return m * log(T(2)) - m * formulas::binary_entropy(formulas::optimal_discriminator(p, q));
};
const auto information = equal(integral_of(information_density), jsd);

/// TV² <= 2 JSD, with the masses kept 2 TV² <= (P^ + Q^) 2 JSD: no information only if P = Q.
const auto distance_costs_information = at_most(
    []<class T>(const Columns<T>& c) -> T {
      const T tv = total_variation(c);
      return tv * tv;
    },
    []<class T>(const Columns<T>& c) -> T { return total_mass(c) * jsd(c); });
const auto no_information = equal(of_equals(jsd), functionals::zero);

/// (1 + TV)/2 <= AUC <= 1 - (1 - TV)²/2, both for the laws brought to mass one and multiplied by P^
/// Q^, or by its square.
template <class Area>
auto from_below(const Area& area) {
  return at_most(
      []<class T>(const Columns<T>& c) -> T { return (mass_of_product(c) + normalised_tv(c)) / 2; },
      area);
}
template <class Area>
auto from_above(const Area& area) {
  return at_most([area]<class T>(const Columns<T>& c) -> T { return mass_of_product(c) * area(c); },
                 []<class T>(const Columns<T>& c) -> T {
                   const T whole = mass_of_product(c), rest = whole - normalised_tv(c);
                   return whole * whole - rest * rest / 2;
                 });
}
constexpr auto half_of_product = []<class T>(const Columns<T>& c) -> T {
  return mass_of_product(c) / 2;
};
const auto auc_of_equals = equal(of_equals(auc_by_sorting), of_equals(half_of_product));
const auto auc_above_half = less(half_of_product, auc);

/// For points x, y with densities p1, q1 and p2, q2 let A = p1 q2 and B = p2 q1: A > B exactly if
/// D*(x) > D*(y). The pair of points and its mirror image add the larger of both, (A+B)/2 +
/// |A-B|/2, to twice the area, so that AUC = 1/2 + (the integral of |A-B|)/4. The integral of A - B
/// over y is p1 - q1, and that of |A-B| is at least |p1 - q1|: AUC >= 1/2 + 2 TV/4.
Evidence auc_from_below_by_algebra() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Symbol p1 = variable("p1"), q1 = variable("q1"), p2 = variable("p2"), q2 = variable("q2");
  const Symbol least = variable("m"), d = variable("d");
  const auto difference = [&](const Symbol& of_data, const Symbol& of_generator) -> Symbol {
    return p1 * of_generator - of_data * q1;
  };
  std::vector<Identity> proof = integral_by_masses(difference, p1 - q1);
  proof.push_back(
      {formulas::optimal_discriminator(p1, q1).yes - formulas::optimal_discriminator(p2, q2).yes,
       difference(p2, q2) / ((p1 + q1) * (p2 + q2))});
  proof.push_back({least + d, formulas::mixture(least + d, least) + d / 2});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::tonelli, lemma::linearity, lemma::monotonicity});
}

/// With m = min(p1, q1) and n = min(p2, q2), A - mn and B - mn are 0 or sums of products of numbers
/// that are not negative, whichever density is the smaller one: 1 - AUC >= (1 - TV)²/2. Where a
/// density vanishes mn = 0.
Evidence auc_from_above_by_algebra() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Symbol m = variable("m"), d = variable("d"), n = variable("n"), e = variable("e");
  const auto a_exceeds = [&](const Symbol& p1, const Symbol& q2) { return p1 * q2 - m * n; };
  const auto b_exceeds = [&](const Symbol& q1, const Symbol& p2) { return q1 * p2 - m * n; };
  // p1 = m + d, q1 = m; the mirror image exchanges A and B.
  return same_forms({{a_exceeds(m + d, n), d * n},  // p2 = n + e, q2 = n
                     {b_exceeds(m, n + e), m * e},
                     {a_exceeds(m + d, n + e), m * e + d * n + d * e},  // p2 = n, q2 = n + e
                     {b_exceeds(m, n), Symbol(0)}},
                    all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::tonelli, lemma::linearity, lemma::monotonicity});
}

/// AUC = 1/2 gives TV = 0 by the lower bound, and TV = 0 gives AUC <= 1 - 1/2 by the upper one.
Evidence auc_half_by_algebra() {
  const Symbol tv = Symbol::positive("TV"), one(1);
  const Evidence below = auc_from_below_by_algebra(), above = auc_from_above_by_algebra();
  if (!below.same_form) return below;
  if (!above.same_form) return above;
  const auto lower = [&](const Symbol& x) -> Symbol { return (one + x) / 2; };
  const auto upper = [&](const Symbol& x) -> Symbol { return one - (one - x) * (one - x) / 2; };
  return same_forms(
      {{lower(tv) - one / 2, tv / 2}, {lower(Symbol(0)), one / 2}, {upper(Symbol(0)), one / 2}},
      all_pairs_of_laws,
      {lemma::radon_nikodym, lemma::tonelli, lemma::linearity, lemma::monotonicity,
       lemma::vanishing});
}

Check accuracy_sweep(const char* part) {
  return {part,
          {"s a + (1-s)(1-a) <= 1/2 + |s - 1/2| on [0, 1]², with equality at a = 1{s > 1/2}",
           "[0, 1]² 上 s a + (1-s)(1-a) <= 1/2 + |s - 1/2|，a = 1{s > 1/2} 时取等号"},
          Witness::ball,
          [](const Setting&) { return accuracy_is_bounded(); }};
}

bool is_small_and_different(const Pair& pair) {
  return has_few_points(pair) && are_different(pair);
}

/// Against "a D with accuracy 1/2 implies P = Q": a guess, D = 1/2, is right with probability
/// (P(X)/2 + Q(X)/2)/2 = 1/2 for all probability measures, different ones too.
Evidence guessing_for_different_laws(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair) || !are_probabilities(*pair)) continue;
    return example(false, pair->name() + ", D = 1/2: accuracy 1/2 exactly, P != Q", setting.scope);
  }
  return no_example(setting.scope);
}

std::vector<Check> checks_of_accuracy() {
  return {
      {"best-accuracy",
       {"all 2^n classifiers tried", "穷举全部 2^n 个分类器"},
       Witness::grid,
       [](const Setting& s) { return on_few_points(s, best); }},
      {"best-accuracy",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return few_points_in_balls(s, best); }},
      {"best-accuracy",
       {"max(p, q) = (p+q)/2 + |p-q|/2", "max(p, q) = (p+q)/2 + |p-q|/2"},
       Witness::symbolic,
       [](const Setting&) { return accuracy_by_algebra(); }},
      accuracy_sweep("best-accuracy"),
      random_points_check("best-accuracy", larger_at_random_points),
      {"attained",
       {"the accuracy of 1{D* > 1/2}", "1{D* > 1/2} 的准确率"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, attained); }},
      {"attained",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, attained); }},
      {"attained",
       {"D* - 1/2 has the sign of p - q", "D* - 1/2 与 p - q 同号"},
       Witness::symbolic,
       [](const Setting&) { return accuracy_by_algebra(); }},
      accuracy_sweep("attained"),
      random_points_check("attained", sign_at_random_points),
      {"bayes-error",
       {"the error of 1{D* > 1/2}", "1{D* > 1/2} 的错误率"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, bayes_error); }},
      {"bayes-error",
       {"min(p, q) = (p+q)/2 - |p-q|/2", "min(p, q) = (p+q)/2 - |p-q|/2"},
       Witness::symbolic,
       [](const Setting&) { return error_by_algebra(); }},
      accuracy_sweep("bayes-error"),
      random_points_check("bayes-error", smaller_at_random_points),
      {"half-iff",
       {"the best accuracy for the pair (P, P)", "对 (P, P) 的最佳准确率"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, half_for_equals); }},
      {"half-iff",
       {"the best accuracy enclosed above 1/2 for P != Q",
        "P ≠ Q 时，最佳准确率的包含区间整个位于 1/2 之上"},
       Witness::ball,
       [](const Setting& s) {
         return in_balls_where(own_suite(s.named), are_different, {"P = Q", "P = Q"}, above_half);
       }},
      accuracy_sweep("half-iff"),
      {"half-iff",
       {"what exceeds 1/2 is an integral that vanishes only where p = q",
        "超出 1/2 的部分是仅在 p = q 处为零的积分"},
       Witness::symbolic,
       [](const Setting&) { return half_by_algebra(); }}};
}

std::vector<Check> checks_of_information() {
  return {{"information",
           {"H(Y) - H(Y|X) against JSD", "H(Y) - H(Y|X) 与 JSD 比较"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, information); }},
          {"information",
           {"the same, enclosed", "同上，计算包含区间"},
           Witness::ball,
           [](const Setting& s) { return in_balls(s, information); }},
          {"information",
           {"the integrands are identical, also where p = 0 or q = 0",
            "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
           Witness::symbolic,
           [](const Setting&) {
             return same_integrals(information_density, functionals::jsd_density);
           }},
          {"information-zero-iff",
           {"JSD of the pair (P, P)", "(P, P) 的 JSD"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, no_information); }},
          {"information-zero-iff",
           {"TV² against 2 JSD", "TV² 与 2 JSD 比较"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, distance_costs_information); }},
          {"information-zero-iff",
           {"log 2 - h(t) >= (t - 1/2)² on [0, 1], and 0 at t = 1/2",
            "[0, 1] 上 log 2 - h(t) >= (t - 1/2)²，且 t = 1/2 处为 0"},
           Witness::ball,
           [](const Setting&) { return entropy_is_at_most_log2(); }},
          {"information-zero-iff",
           {"2 JSD = C + log 4 vanishes only for P = Q", "2 JSD = C + log 4 仅在 P = Q 时为零"},
           Witness::symbolic,
           [](const Setting&) { return log4_bound_by_tangent(); }}};
}

std::vector<Check> checks_of_auc() {
  return {
      {"auc-from-below",
       {"(1 + TV)/2 against the area under the curve of D*", "(1 + TV)/2 与 D* 的曲线下面积比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, from_below(auc_by_sorting)); }},
      {"auc-from-below",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return few_points_in_balls(s, from_below(auc)); }},
      {"auc-from-below",
       {"AUC - 1/2 is a quarter of the integral of |p(x) q(y) - p(y) q(x)|",
        "AUC - 1/2 是 |p(x) q(y) - p(y) q(x)| 的积分的四分之一"},
       Witness::symbolic,
       [](const Setting&) { return auc_from_below_by_algebra(); }},
      {"auc-from-above",
       {"the area under the curve of D* against 1 - (1 - TV)²/2",
        "D* 的曲线下面积与 1 - (1 - TV)²/2 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, from_above(auc_by_sorting)); }},
      {"auc-from-above",
       {"the same, enclosed", "同上，计算包含区间"},
       Witness::ball,
       [](const Setting& s) { return few_points_in_balls(s, from_above(auc)); }},
      {"auc-from-above",
       {"min(s(1-t), t(1-s)) >= min(s, 1-s) min(t, 1-t) on [0, 1]²",
        "[0, 1]² 上 min(s(1-t), t(1-s)) >= min(s, 1-s) min(t, 1-t)"},
       Witness::ball,
       [](const Setting&) { return auc_is_bounded(); }},
      {"auc-from-above",
       {"min(p(x) q(y), p(y) q(x)) >= min(p, q)(x) min(p, q)(y), case by case",
        "min(p(x) q(y), p(y) q(x)) >= min(p, q)(x) min(p, q)(y)，分情形验证"},
       Witness::symbolic,
       [](const Setting&) { return auc_from_above_by_algebra(); }},
      {"auc-half-iff",
       {"AUC of D* for the pair (P, P)", "对 (P, P)，D* 的 AUC"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, auc_of_equals); }},
      {"auc-half-iff",
       {"AUC enclosed above 1/2 for P != Q", "P ≠ Q 时，AUC 的包含区间整个位于 1/2 之上"},
       Witness::ball,
       [](const Setting& s) {
         return in_balls_where(own_suite(s.named), is_small_and_different,
                               {"P = Q, or more than 8 points", "P = Q，或多于 8 个点"},
                               auc_above_half);
       }},
      {"auc-half-iff",
       {"from both bounds: TV = 0 iff AUC = 1/2", "由两个界得出：TV = 0 当且仅当 AUC = 1/2"},
       Witness::symbolic,
       [](const Setting&) { return auc_half_by_algebra(); }}};
}

std::vector<Check> checks() {
  std::vector<Check> all = checks_of_accuracy();
  for (auto* more : {&checks_of_information, &checks_of_auc}) {
    for (Check& check : (*more)()) all.push_back(std::move(check));
  }
  return all;
}

std::vector<Control> controls() {
  return {grid_twin(
              'a', R"(\text{best accuracy} = \tfrac12 + \mathrm{TV})",
              {"TV without its factor 1/2", "TV 漏了因子 1/2"}, {"W7"},
              equal(best_by_search,
                    []<class T>(const Columns<T>& c) -> T { return half(c) + total_variation(c); }),
              best),
          grid_twin('b', R"(\text{Bayes error} = \tfrac12(1 - \mathrm{JSD}))",
                    {"JSD in the place of TV", "误以 JSD 代替 TV"}, {"W7"},
                    equal(error_of_dstar,
                          []<class T>(const Columns<T>& c) -> T { return half(c) - jsd(c) / 2; }),
                    bayes_error),
          {.letter = 'c',
           .mutant = R"(\text{some } D \text{ has accuracy } \tfrac12 \implies P = Q)",
           .what = {"one discriminator that cannot tell them apart is enough",
                    "误认为只要有一个判别器分辨不出就够了"},
           .witness = Witness::grid,
           .on = {"W1"},
           .run = guessing_for_different_laws},
          grid_twin(
              'd', R"(\text{best accuracy} = 0 \text{ at } P = Q)",
              {"the discriminator is always wrong at the optimum", "误认为最优点处判别器总是判错"},
              {"W0"}, equal(best_by_search, functionals::zero), best),
          {.letter = 'e',
           .mutant = R"(\max_a \bigl( s a + (1-s)(1-a) \bigr) = \tfrac12 + 2 |s - \tfrac12|)",
           .what = {"as (a), swept over all classifiers: none reaches it at a point s",
                    "同 (a)，对一切分类器扫描：在某一 s 处无一达到"},
           .witness = Witness::ball,
           .on = {},
           .run = [](const Setting&) { return accuracy_is_bounded(2); }}};
}

}  // namespace

void indistinguishable(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
