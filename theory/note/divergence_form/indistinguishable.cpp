// Claim 56: what it means that samples cannot be told apart: best accuracy (1+TV)/2, information
// JSD, area under the ROC curve 1/2, each trivial iff P = Q.
#include "theory/checks/classification.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"

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
using formulas::mixture;
using functionals::jsd;
using functionals::total_variation;

/// (P^ + Q^)/4, which is 1/2 for probability measures: half of the samples, guessed.
Functional half() {
  return functionals::total_mass / 4;
}
Relation best() {
  return equal(best_by_search, best_by_formula);
}
Relation bayes_error() {
  return equal(error_of_dstar, half() - total_variation / 2);
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
  std::vector<Identity> proof = {{r, mixture(r, r)}};
  for (const Case& x : cases()) {
    const Symbol distance = x.larger - x.smaller;
    proof.push_back({distance, d});
    proof.push_back({x.larger, mixture(x.p, x.q) + distance / 2});
    proof.push_back({formulas::optimal_discriminator(x.p, x.q).yes - Symbol(1) / 2,
                     (x.p - x.q) / (2 * (x.p + x.q))});
  }
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity});
}

/// The larger and the smaller density, (p+q)/2 ± |p-q|/2, and the one on which the sign of D* - 1/2
/// decides, in rational arithmetic.
constexpr auto larger = []<class T>(const T& p, const T& q) -> T { return p < q ? q : p; };
constexpr auto smaller = []<class T>(const T& p, const T& q) -> T { return p < q ? p : q; };
constexpr auto mean_plus_distance = []<class T>(const T& p, const T& q) -> T {
  return mixture(p, q) + formulas::tv_density(p, q);
};
constexpr auto mean_less_distance = []<class T>(const T& p, const T& q) -> T {
  return mixture(p, q) - formulas::tv_density(p, q);
};
constexpr auto taken_by_dstar = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes > T(1) / 2 ? p : q;
};

/// The smaller one is (p+q)/2 - |p-q|/2.
Evidence error_by_algebra() {
  std::vector<Identity> proof;
  for (const Case& x : cases()) {
    proof.push_back({x.smaller, mixture(x.p, x.q) - (x.larger - x.smaller) / 2});
  }
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

/// The excess over 1/2 is half the integral of |p-q|/2, which is 0 where p = q and d/2 > 0 where p
/// and q differ by d.
Evidence half_by_algebra() {
  const Symbol d = Symbol::positive("d");
  std::vector<Identity> proof;
  for (const Case& x : cases()) {
    proof.push_back({x.larger - mixture(x.p, x.q), d / 2});
    proof.push_back({x.larger - mixture(x.larger, x.larger), Symbol(0)});
  }
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity, lemma::vanishing});
}

/// I(X; Y) = H(Y) - H(Y|X) for a fair coin Y that says which law X is drawn from: Pr(Y = 1|X) = D*.
constexpr auto information_density = []<class T>(const T& p, const T& q) -> T {
  const T m = mixture(p, q);
  return m * log(T(2)) - m * formulas::binary_entropy(formulas::optimal_discriminator(p, q));
};

/// (1 + TV)/2 <= AUC <= 1 - (1 - TV)²/2, both for the laws brought to mass one and multiplied by P^
/// Q^, or by its square.
Relation from_below(const Functional& area) {
  return at_most((mass_of_product + normalised_tv) / 2, area);
}
Relation from_above(const Functional& area) {
  const Functional whole = mass_of_product, rest = whole - normalised_tv;
  return at_most(whole * area, whole * whole - rest * rest / 2);
}

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
  proof.push_back({least + d, mixture(least + d, least) + d / 2});
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

const Text accuracy_bound_in_words = {
    "s a + (1-s)(1-a) ≤ 1/2 + |s - 1/2| on [0, 1]², with equality at a = 1{s > 1/2}",
    "[0, 1]² 上 s a + (1-s)(1-a) ≤ 1/2 + |s - 1/2|，a = 1{s > 1/2} 时取等号"};
Evidence bounded_accuracy() {
  return accuracy_is_bounded();
}

bool is_small_and_different(const Pair& pair) {
  return has_few_points(pair) && are_different(pair);
}

/// Against "a D with accuracy 1/2 implies P = Q": a guess, D = 1/2, is right with probability
/// (P(X)/2 + Q(X)/2)/2 = 1/2 for all probability measures, different ones too.
Evidence guessing_for_different_laws(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    if (!are_different(*pair) || !are_probabilities(*pair)) continue;
    return example(false,
                   Text{pair->name() + ", D = 1/2: accuracy 1/2 exactly, P ≠ Q",
                        pair->name() + "，D = 1/2：准确率恰为 1/2，而 P ≠ Q"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

void add_accuracy(Claim& claim) {
  PartOf(claim, "best-accuracy")
      .summed(on_few_points(best()), {"all 2^n classifiers tried", "穷举全部 2^n 个分类器"})
      .enclosed(on_few_points(best()), the_same_enclosed)
      .proved({"max(p, q) = (p+q)/2 + |p-q|/2", "max(p, q) = (p+q)/2 + |p-q|/2"},
              accuracy_by_algebra)
      .swept(accuracy_bound_in_words, bounded_accuracy)
      .same_at_random_points(larger, mean_plus_distance);
  const Relation attained = equal(of_dstar, best_by_formula);
  PartOf(claim, "attained")
      .summed(attained, {"the accuracy of 1{D* > 1/2}", "1{D* > 1/2} 的准确率"})
      .enclosed(attained, the_same_enclosed)
      .proved({"D* - 1/2 has the sign of p - q", "D* - 1/2 与 p - q 同号"}, accuracy_by_algebra)
      .swept(accuracy_bound_in_words, bounded_accuracy)
      .same_at_random_points(taken_by_dstar, larger);
  PartOf(claim, "bayes-error")
      .summed(bayes_error(), {"the error of 1{D* > 1/2}", "1{D* > 1/2} 的错误率"})
      .proved({"min(p, q) = (p+q)/2 - |p-q|/2", "min(p, q) = (p+q)/2 - |p-q|/2"}, error_by_algebra)
      .swept(accuracy_bound_in_words, bounded_accuracy)
      .same_at_random_points(smaller, mean_less_distance);
  PartOf(claim, "half-iff")
      .summed(equal(of_equals(of_dstar), of_equals(half())),
              {"the best accuracy for the pair (P, P)", "对 (P, P) 的最佳准确率"})
      .enclosed(for_pairs_where({are_different, {"P = Q", "P = Q"}}, less(half(), of_dstar)),
                {"the best accuracy enclosed above 1/2 for P ≠ Q",
                 "P ≠ Q 时，最佳准确率的包含区间整个位于 1/2 之上"})
      .swept(accuracy_bound_in_words, bounded_accuracy)
      .proved({"what exceeds 1/2 is an integral that vanishes only where p = q",
               "超出 1/2 的部分是仅在 p = q 处为零的积分"},
              half_by_algebra);
}

void add_information(Claim& claim) {
  const Relation information = equal(integral_of(information_density), jsd);
  PartOf(claim, "information")
      .summed(information, {"H(Y) - H(Y|X) against JSD", "H(Y) - H(Y|X) 与 JSD 比较"})
      .enclosed(information, the_same_enclosed)
      .same_integrands(information_density, functionals::jsd_density);
  PartOf(claim, "information-zero-iff")
      .summed(equal(of_equals(jsd), 0), {"JSD of the pair (P, P)", "(P, P) 的 JSD"})
      // With the masses kept 2 TV² <= (P^ + Q^) 2 JSD: no information only if P = Q.
      .summed(at_most(total_variation * total_variation, functionals::total_mass * jsd),
              {"TV² against 2 JSD", "TV² 与 2 JSD 比较"})
      .swept({"log 2 - h(t) ≥ (t - 1/2)² on [0, 1], and 0 at t = 1/2",
              "[0, 1] 上 log 2 - h(t) ≥ (t - 1/2)²，且 t = 1/2 处为 0"},
             entropy_is_at_most_log2)
      .proved({"2 JSD = C + log 4 vanishes only for P = Q", "2 JSD = C + log 4 仅在 P = Q 时为零"},
              [] { return log4_bound_by_tangent(); });
}

void add_auc(Claim& claim) {
  PartOf(claim, "auc-from-below")
      .summed(from_below(auc_by_sorting), {"(1 + TV)/2 against the area under the curve of D*",
                                           "(1 + TV)/2 与 D* 的 ROC 曲线下面积比较"})
      .enclosed(on_few_points(from_below(auc)), the_same_enclosed)
      .proved({"AUC - 1/2 is a quarter of the integral of |p(x) q(y) - p(y) q(x)|",
               "AUC - 1/2 是 |p(x) q(y) - p(y) q(x)| 的积分的四分之一"},
              auc_from_below_by_algebra);
  PartOf(claim, "auc-from-above")
      .summed(from_above(auc_by_sorting), {"the area under the curve of D* against 1 - (1 - TV)²/2",
                                           "D* 的 ROC 曲线下面积与 1 - (1 - TV)²/2 比较"})
      .enclosed(on_few_points(from_above(auc)), the_same_enclosed)
      .swept({"min(s(1-t), t(1-s)) ≥ min(s, 1-s) min(t, 1-t) on [0, 1]²",
              "[0, 1]² 上 min(s(1-t), t(1-s)) ≥ min(s, 1-s) min(t, 1-t)"},
             [] { return auc_is_bounded(); })
      .proved({"min(p(x) q(y), p(y) q(x)) ≥ min(p, q)(x) min(p, q)(y), case by case",
               "min(p(x) q(y), p(y) q(x)) ≥ min(p, q)(x) min(p, q)(y)，分情形验证"},
              auc_from_above_by_algebra);
  const Functional half_of_product = mass_of_product / 2;
  PartOf(claim, "auc-half-iff")
      .summed(equal(of_equals(auc_by_sorting), of_equals(half_of_product)),
              {"AUC of D* for the pair (P, P)", "对 (P, P)，D* 的 AUC"})
      .enclosed(for_pairs_where({is_small_and_different,
                                 {"P = Q, or more than 8 points", "P = Q，或多于 8 个点"}},
                                less(half_of_product, auc)),
                {"AUC enclosed above 1/2 for P ≠ Q", "P ≠ Q 时，AUC 的包含区间整个位于 1/2 之上"})
      .proved({"from both bounds: TV = 0 iff AUC = 1/2", "由两个界得出：TV = 0 当且仅当 AUC = 1/2"},
              auc_half_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, best())
      .on("W7")
      .grid(R"(\text{best accuracy} = \tfrac12 + \mathrm{TV})",
            {"TV without its factor 1/2", "TV 漏了因子 1/2"},
            equal(best_by_search, half() + total_variation));
  Twins(claim, bayes_error())
      .on("W7")
      .grid(R"(\text{Bayes error} = \tfrac12(1 - \mathrm{JSD}))",
            {"JSD in the place of TV", "误以 JSD 代替 TV"},
            equal(error_of_dstar, half() - jsd / 2));
  add_twin(claim, Witness::grid, R"(\text{some } D \text{ has accuracy } \tfrac12 \implies P = Q)",
           {"one discriminator that cannot tell them apart is enough",
            "误认为只要有一个判别器分辨不出就够了"},
           {"W1"}, guessing_for_different_laws);
  Twins(claim, best())
      .on("W0")
      .grid(R"(\text{best accuracy} = 0 \text{ at } P = Q)",
            {"the discriminator is always wrong at the optimum", "误认为最优点处判别器总是判错"},
            equal(best_by_search, 0));
  add_twin(claim, Witness::ball,
           R"(\max_a \bigl( s a + (1-s)(1-a) \bigr) = \tfrac12 + 2 |s - \tfrac12|)",
           {"as (a), swept over all classifiers: none reaches it at a point s",
            "同 (a)，对一切分类器扫描：在某一 s 处没有分类器能达到"},
           {}, [](const Setting&) { return accuracy_is_bounded(2); });
}

}  // namespace

void indistinguishable(Claim& claim) {
  add_accuracy(claim);
  add_information(claim);
  add_auc(claim);
  add_twins(claim);
}

}  // namespace gancheck
