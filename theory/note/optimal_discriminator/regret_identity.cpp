// Claim 32: V(D*) - V(D) is the integral of (p+q) kl(D*||D): the note's lines 91-104 in one line,
// without derivatives, exchange of limits or exceptions at the boundary.
#include <fmt/format.h>

#include "theory/algebra.hpp"
#include "theory/certificates.hpp"
#include "theory/lemmas.hpp"
#include "theory/note/optimal_discriminator/claims.hpp"
#include "theory/regret.hpp"

namespace gancheck {
namespace {

/// (p+q)(D - D*)²
constexpr auto squared_distance = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  const T distance = d.yes - formulas::optimal_discriminator(p, q).yes;
  return (p + q) * distance * distance;
};
constexpr auto twice_squared_distance = []<class T>(const T& p, const T& q,
                                                    const Chance<T>& d) -> T {
  return squared_distance(p, q, d) * 2;
};
/// (p+q)(D - D*)²/(D(1-D))
constexpr auto chi_squared = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return squared_distance(p, q, d) / (d.yes * d.no);
};

auto lower_bound() {
  return at_most(with_discriminator(twice_squared_distance), with_discriminator(loss_density));
}
auto upper_bound() {
  return at_most(with_discriminator(loss_density), with_discriminator(chi_squared));
}

/// The regret of D* itself is 0, and kl(D*||D*) with it.
Evidence regret_of_optimum(const Setting& setting) {
  return on_grid(setting, equal(integral_of([](const Tracked& p, const Tracked& q) -> Tracked {
                                  const auto d = formulas::optimal_discriminator(p, q);
                                  return formulas::regret_density(p, q, d);
                                }),
                                [](const Columns<Tracked>&) { return Tracked(0); }));
}

/// d/dd [kl(s||d) - 2 (s-d)²] = (d-s)(1-2d)²/(d(1-d)): its sign is that of d - s, so the bracket is
/// least, 0, at d = s. The touch at s = d = 1/2 is of higher order, where boxes would never
/// resolve.
Evidence lower_bound_by_calculus() {
  const Symbol s = Symbol::positive("s"), d = Symbol::positive("d");
  const Chance<Symbol> first{s, Symbol(1) - s}, second{d, Symbol(1) - d};
  const Symbol gap = s - d, tilt = Symbol(1) - d * 2;
  const Symbol excess = formulas::binary_kl(first, second) - gap * gap * 2;
  return same_form(derivative(excess, d), -gap * tilt * tilt / (d * second.no),
                   {"all s, d in (0, 1)", "(0, 1) 中一切 s、d"},
                   {lemma::increase, lemma::linearity, lemma::monotonicity});
}

/// log t <= t - 1 turns kl(s||d) into s(s/d - 1) + (1-s)((1-s)/(1-d) - 1), which is
/// (s-d)²/(d(1-d)).
Evidence upper_bound_by_algebra() {
  const Chance<Symbol> s = free_chance("a", "b"), d = free_chance("u", "v");
  const Symbol linearised = s.yes * (s.yes / d.yes - 1) + s.no * (s.no / d.no - 1);
  const Symbol gap = s.yes - d.yes;
  return same_form(linearised, gap * gap / (d.yes * d.no),
                   {"all s, d in (0, 1)", "(0, 1) 中一切 s、d"},
                   {lemma::convexity, lemma::linearity, lemma::monotonicity});
}

constexpr auto reversed = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return (p + q) * formulas::binary_kl(d, formulas::optimal_discriminator(p, q));
};
constexpr auto weighted_by_mixture = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return formulas::regret_density(p, q, d) / 2;
};
constexpr auto weighted_by_data = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return p * formulas::binary_kl(formulas::optimal_discriminator(p, q), d);
};
constexpr auto constant_four = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return squared_distance(p, q, d) * 4;
};

template <class Formula>
Control identity_twin(char letter, std::string mutant, Text what, const Formula& formula) {
  return {.letter = letter,
          .mutant = std::move(mutant),
          .what = std::move(what),
          .witness = Witness::grid,
          .on = {"W7"},
          .run = [formula](const Setting& s) {
            return for_discriminators(
                s, equal(with_discriminator(loss_density), with_discriminator(formula)),
                regret_identity_relation());
          }};
}

std::vector<Check> checks() {
  return {
      {"identity",
       {"both sides for D = 1/2 and random D", "对 D = 1/2 与随机 D 比较两端"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, regret_identity_relation()); }},
      {"identity",
       {"both sides enclosed", "两端用区间包络"},
       Witness::ball,
       [](const Setting& s) { return for_discriminators_in_balls(s, regret_identity_relation()); }},
      {"identity",
       {"the identity by normal forms", "用标准形判定恒等式"},
       Witness::symbolic,
       [](const Setting&) { return regret_by_algebra(); }},
      {"zero-iff", {"the regret of D* is 0", "D* 的遗憾值为 0"}, Witness::grid, regret_of_optimum},
      {"zero-iff",
       {"kl(s||d) >= 0.4995 (s-d)² on the closed square", "kl(s||d) >= 0.4995 (s-d)²（闭正方形）"},
       Witness::ball,
       [](const Setting&) { return binary_kl_is_convex(); }},
      {"lower-bound",
       {"the bound for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, lower_bound()); }},
      {"lower-bound",
       {"the derivative of kl(s||d) - 2(s-d)² has the sign of d - s",
        "kl(s||d) - 2(s-d)² 的导数与 d - s 同号"},
       Witness::symbolic,
       [](const Setting&) { return lower_bound_by_calculus(); }},
      {"upper-bound",
       {"the bound for D = 1/2 and random D", "对 D = 1/2 与随机 D 验证"},
       Witness::grid,
       [](const Setting& s) { return for_discriminators(s, upper_bound()); }},
      {"upper-bound",
       {"log t <= t - 1 gives the bound exactly", "由 log t <= t - 1 恰得此界"},
       Witness::symbolic,
       [](const Setting&) { return upper_bound_by_algebra(); }}};
}

std::vector<Control> controls() {
  return {
      identity_twin('a', R"(\int (p+q)\,\mathrm{kl}(D \| D^*))",
                    {"the arguments of kl swapped", "kl 的两个变元颠倒"}, reversed),
      identity_twin('b', R"(\int \tfrac{p+q}{2}\,\mathrm{kl}(D^* \| D))",
                    {"weight m: a factor 2 is lost", "权重用 m：少了因子 2"}, weighted_by_mixture),
      identity_twin('c', R"(\int p\,\mathrm{kl}(D^* \| D))", {"weight p alone", "只用权重 p"},
                    weighted_by_data),
      {.letter = 'd',
       .mutant = R"(4 \int (p+q)(D-D^*)^2 \le V(D^*) - V(D))",
       .what = {"constant 4 in the lower bound; D = 1/2 next to D*",
                "下界常数误为 4；取 D* 附近的 D = 1/2"},
       .witness = Witness::grid,
       .on = {"near"},
       .run = [](const Setting& s) {
         return for_discriminators(
             s, at_most(with_discriminator(constant_four), with_discriminator(loss_density)),
             lower_bound());
       }}};
}

}  // namespace

Claim regret_identity() {
  return {.id = "regret-identity",
          .number = 32,
          .title = {"The regret identity", "遗憾恒等式"},
          .tex = R"(V(D^*,G) - V(D,G) = \int (p+q)\,\mathrm{kl}(D^* \| D)\,d\mu \ge 0)",
          .statement = {"For every measurable D: X -> [0,1] what D loses against D* is the "
                        "integral of (p+q) kl(D*||D), "
                        "which is 0 exactly for D = D* (P+P_g)-almost everywhere. It lies between "
                        "2 times the integral "
                        "of (p+q)(D-D*)² and the integral of (p+q)(D-D*)²/(D(1-D)).",
                        "对任意可测的 D: X -> [0,1]，D 相对 D* 的损失等于 (p+q) kl(D*||D) "
                        "的积分，它为 0 当且仅当 "
                        "(P+P_g)-几乎处处 D = D*。它介于 (p+q)(D-D*)² 积分的 2 倍与 "
                        "(p+q)(D-D*)²/(D(1-D)) 的积分之间。"},
          .assumptions = {{"None on D but measurability; both sides may be infinite.",
                           "对 D 除可测性外无要求；两端可同为无穷。"}},
          .note_lines = {91, 94, 97, 99, 102, 104},
          .note_verdict = NoteVerdict::implicit,
          .erratum = std::nullopt,
          .errata = {},
          .depends_on = {"value-well-defined", "integral-form"},
          .parts = {{"identity", {"the identity", "恒等式"}},
                    {"zero-iff",
                     {"0 exactly for D = D* almost everywhere", "为 0 当且仅当几乎处处 D = D*"}},
                    {"lower-bound",
                     {"at least 2 times the integral of (p+q)(D-D*)²",
                      "不小于 (p+q)(D-D*)² 积分的 2 倍"}},
                    {"upper-bound",
                     {"at most the integral of (p+q)(D-D*)²/(D(1-D))",
                      "不大于 (p+q)(D-D*)²/(D(1-D)) 的积分"}}},
          .checks = checks(),
          .controls = controls()};
}

}  // namespace gancheck
