// Claim 30: h(y) = a log y + b log(1-y) is strictly concave, so its critical point is the only
// global maximum: the argument that "setting the derivative to zero" leaves out.
#include "theory/checks/pointwise.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// A formula for h'' against automatic differentiation, held to the bound of the true formula.
template <class Formula>
Evidence against_differentiation(const std::vector<PointCase>& points, const Formula& formula) {
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    const Tracked second = differentiate(x).second;
    residuals.equal(
        formula(t.a, t.b, t.y), second, [&] { return place(x); },
        bound_of(formulas::curvature(t.a, t.b, t.y), second));
  }
  return residuals.evidence();
}

Evidence negative_on_grid(const Setting& setting) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    residuals.less(formulas::curvature(t.a, t.b, t.y), Tracked(0), [&] { return place(x); });
  }
  return residuals.evidence();
}

bool is_moderate(const Tracked& x) {
  return x.value() >= 1e-70 && x.value() <= 1e70;
}

Evidence curvature_at_maximum_on_grid(const Setting& setting) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    if (!is_moderate(t.a) || !is_moderate(t.b)) {
      residuals.leave_out(
          {"a or b outside 1e-70...1e70: (a+b)³ or 1/y² leaves the range of doubles",
           "a 或 b 超出 1e-70…1e70：(a+b)³ 或 1/y² 超出双精度范围"});
      continue;
    }
    residuals.equal(formulas::curvature(t.a, t.b, formulas::optimal_discriminator(t.a, t.b)),
                    formulas::curvature_at_maximum(t.a, t.b), [&] { return place(x); });
  }
  return residuals.evidence();
}

/// h(y*) - h(y) - (a+b) kl(y*||y) at one point.
constexpr auto drop = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return formulas::value_density(a, b, formulas::optimal_discriminator(a, b)) -
         formulas::value_density(a, b, y);
};

Evidence drop_on_grid(const Setting& setting) {
  const auto points = interior_points(setting);
  Residuals residuals(points_scope(points.size()));
  for (const PointCase& x : points) {
    const At<Tracked> t = at<Tracked>(x);
    residuals.equal(drop(t.a, t.b, t.y), formulas::regret_density(t.a, t.b, t.y),
                    [&] { return place(x); });
  }
  return residuals.evidence();
}

/// The second symbolic derivative of h with respect to y.
Evidence by_calculus() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Chance<Symbol> chance{y, Symbol(1) - y};
  const Symbol h = formulas::value_density(a, b, chance);
  return same_form(derivative(derivative(h, y), y), formulas::curvature(a, b, chance),
                   {"all a, b and 0 < y < 1", "一切 a, b 与 0 < y < 1"});
}

/// -h'' = (u+v)² (a v² + b u²)/(uv)² at y = u/(u+v): a quotient of sums of positive terms; where a
/// or b vanishes one term is left.
Evidence negative_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), none(0);
  const Symbol u = Symbol::positive("u"), v = Symbol::positive("v");
  const auto sum = [&](const Symbol& first, const Symbol& second) -> Symbol {
    return (u + v) * (u + v) * (first * v * v + second * u * u) / (u * v * u * v);
  };
  std::vector<Identity> proof;
  for (const auto& [first, second] : {std::pair(a, b), std::pair(a, none), std::pair(none, b)})
    proof.push_back({-formulas::curvature(first, second, free_chance()), sum(first, second)});
  return same_forms(
      proof, {"all a, b >= 0 not both 0, 0 < y < 1", "一切不同时为 0 的 a, b >= 0 与 0 < y < 1"},
      {});
}

Evidence at_maximum_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  return same_form(formulas::curvature(a, b, formulas::optimal_discriminator(a, b)),
                   formulas::curvature_at_maximum(a, b), all_positive("a, b"));
}

Evidence at_maximum_at_random_points() {
  return at_random_points({"a", "b"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    return {{formulas::curvature(x[0], x[1], formulas::optimal_discriminator(x[0], x[1])),
             formulas::curvature_at_maximum(x[0], x[1])}};
  });
}

Evidence drop_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  const Chance<Symbol> y = free_chance();
  return same_form(drop(a, b, y), formulas::regret_density(a, b, y),
                   {"all a, b > 0 and 0 < y < 1", "一切 a, b > 0 与 0 < y < 1"});
}

constexpr auto convex = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return -formulas::curvature(a, b, y);
};
constexpr auto one_sign_lost = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return b / (y.no * y.no) - a / (y.yes * y.yes);
};

/// a = 1, b = 9, y = 9/10: there the lost sign makes h'' positive.
std::vector<PointCase> exposing_point() {
  return {{Real(1), Real(9), Rational(9, 10), "point"}};
}

/// With a = b = 0 the second derivative at y = 1/2 is 0, in rational arithmetic.
Evidence flat_without_weights() {
  const Rational half(1, 2);
  const Rational second =
      formulas::curvature(Rational(0), Rational(0), Chance<Rational>{half, half});
  return example(second != 0, "a = b = 0, y = 1/2: h'' = " + to_text(second),
                 {"a = b = 0", "a = b = 0"});
}

std::vector<Check> checks() {
  const Text sweep = {"t/y² + (1-t)/(1-y)² >= 0.999 on the closed square [0,1]², t = a/(a+b)",
                      "在闭正方形 [0,1]² 上 t/y² + (1-t)/(1-y)² >= 0.999，t = a/(a+b)"};
  return {
      {"second-derivative",
       {"automatic differentiation at 50 digits", "50 位精度的自动微分"},
       Witness::grid,
       [](const Setting& s) {
         return against_differentiation(interior_points(s), formulas::curvature);
       }},
      {"second-derivative",
       {"the symbolic derivative of h, twice", "对 h 作两次符号求导"},
       Witness::symbolic,
       [](const Setting&) { return by_calculus(); }},
      {"negative", {"h'' < 0 at every point", "在每一点 h'' < 0"}, Witness::grid, negative_on_grid},
      {"negative", sweep, Witness::ball, [](const Setting&) { return binary_kl_is_convex(); }},
      {"negative",
       {"-h'' as a quotient of sums of positive terms", "-h'' 写成正项之和的商"},
       Witness::symbolic,
       [](const Setting&) { return negative_by_algebra(); }},
      {"at-maximum",
       {"h''(y*) against -(a+b)³/(ab)", "h''(y*) 与 -(a+b)³/(ab) 比较"},
       Witness::grid,
       curvature_at_maximum_on_grid},
      {"at-maximum",
       {"both as rational functions", "把两边作为有理函数比较"},
       Witness::symbolic,
       [](const Setting&) { return at_maximum_by_algebra(); }},
      random_points_check("at-maximum", at_maximum_at_random_points),
      {"drop",
       {"h(y*) - h(y) against (a+b) kl(y*||y)", "h(y*) - h(y) 与 (a+b) kl(y*||y) 比较"},
       Witness::grid,
       drop_on_grid},
      {"drop",
       {"the identity by normal forms", "用标准形验证恒等式"},
       Witness::symbolic,
       [](const Setting&) { return drop_by_algebra(); }}};
}

std::vector<Control> controls() {
  return {
      {.letter = 'a',
       .mutant = R"(h''(y) = \frac{a}{y^2} + \frac{b}{(1-y)^2})",
       .what = {"convex: D* minimises V (a first-order check accepts it)",
                "凸：D* 使 V 最小（只查一阶条件会放过它）"},
       .witness = Witness::grid,
       .on = {"W7"},
       .run = [](const Setting& s) { return against_differentiation(interior_points(s), convex); }},
      {.letter = 'b',
       .mutant = R"(h''(y) = -\frac{a}{y^2} + \frac{b}{(1-y)^2})",
       .what = {"the sign of the second term is lost; at a = 1, b = 9, y = 9/10",
                "第二项丢了负号；取 a = 1, b = 9, y = 9/10"},
       .witness = Witness::grid,
       .on = {},
       .run =
           [](const Setting&) { return against_differentiation(exposing_point(), one_sign_lost); }},
      {.letter = 'c',
       .mutant = R"(h \text{ is strictly concave also for } a = b = 0)",
       .what = {"strictly concave without weights", "误认为无权重时也严格凹"},
       .witness = Witness::grid,
       .on = {},
       .run = [](const Setting&) { return flat_without_weights(); }}};
}

}  // namespace

void strict_concavity(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
