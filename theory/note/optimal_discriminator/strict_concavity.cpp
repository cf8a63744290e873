// Claim 30: v(y) = a log y + b log(1-y) is strictly concave, so its critical point is the only
// global maximum: the argument that "setting the derivative to zero" leaves out.
#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebra.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using formulas::curvature;
using formulas::curvature_at_maximum;
using formulas::optimal_discriminator;

/// A formula for v'' against automatic differentiation.
Comparisons second_derivative_is(const GameFormula& formula,
                                 const Points& points = interior_points) {
  return at_points(
      [formula](const PointCase& x, const At<Tracked>& t, Take<Tracked>& take, const Where& where) {
        take.equal(formula(t.a, t.b, t.y), differentiate(x).second, where);
      },
      points);
}

bool is_moderate(const Tracked& x) {
  return x.value() >= 1e-70 && x.value() <= 1e70;
}

constexpr auto both_at_maximum = [](const PointCase&, const At<Tracked>& t, Take<Tracked>& take,
                                    const Where& where) {
  if (is_moderate(t.a) && is_moderate(t.b)) {
    take.equal(curvature(t.a, t.b, optimal_discriminator(t.a, t.b)), curvature_at_maximum(t.a, t.b),
               where);
  } else {
    take.leave_out({"a or b outside 1e-70...1e70: (a+b)³ or 1/y² leaves the range of doubles",
                    "a 或 b 超出 1e-70…1e70：(a+b)³ 或 1/y² 超出双精度范围"});
  }
};

/// v(y*) - v(y)
constexpr auto drop = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return formulas::value_density(a, b, optimal_discriminator(a, b)) -
         formulas::value_density(a, b, y);
};

/// The second symbolic derivative of v with respect to y.
Evidence by_calculus() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Chance<Symbol> chance{y, Symbol(1) - y};
  const Symbol h = formulas::value_density(a, b, chance);
  return same_form(derivative(derivative(h, y), y), curvature(a, b, chance),
                   {"all a, b and 0 < y < 1", "一切 a、b 与 0 < y < 1"});
}

/// -v'' = (u+w)² (a w² + b u²)/(uw)² at y = u/(u+w): a quotient of sums of positive terms; where a
/// or b vanishes one term is left.
Evidence negative_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), none(0);
  const Symbol u = Symbol::positive("u"), w = Symbol::positive("w");
  const auto sum = [&](const Symbol& first, const Symbol& second) -> Symbol {
    return (u + w) * (u + w) * (first * w * w + second * u * u) / (u * w * u * w);
  };
  std::vector<Identity> proof;
  for (const auto& [first, second] : {std::pair(a, b), std::pair(a, none), std::pair(none, b)})
    proof.push_back({-curvature(first, second, free_chance("u", "w")), sum(first, second)});
  return same_forms(
      proof, {"all a, b ≥ 0 not both 0, 0 < y < 1", "一切不同时为 0 的 a, b ≥ 0 与 0 < y < 1"}, {});
}

Evidence at_maximum_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  return same_form(curvature(a, b, optimal_discriminator(a, b)), curvature_at_maximum(a, b),
                   all_positive("a, b"));
}

Evidence at_maximum_at_random_points() {
  return at_random_points({"a", "b"}, [](std::span<const Rational> x) -> std::vector<Sides> {
    return {{curvature(x[0], x[1], optimal_discriminator(x[0], x[1])),
             curvature_at_maximum(x[0], x[1])}};
  });
}

Evidence drop_by_algebra() {
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  const Chance<Symbol> y = free_chance();
  return same_form(drop(a, b, y), formulas::regret_density(a, b, y),
                   {"all a, b > 0 and 0 < y < 1", "一切 a、b > 0 与 0 < y < 1"});
}

constexpr auto convex = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return -curvature(a, b, y);
};
constexpr auto one_sign_lost = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return b / (y.no * y.no) - a / (y.yes * y.yes);
};

/// a = 1, b = 9, y = 9/10: there the lost sign makes v'' positive.
std::vector<PointCase> exposing_point(const Setting&) {
  return {{Real(1), Real(9), Rational(9, 10), Text{"point", "点"}}};
}

/// With a = b = 0 the second derivative at y = 1/2 is 0, in rational arithmetic.
Evidence flat_without_weights() {
  const Rational half(1, 2);
  const Rational second = curvature(Rational(0), Rational(0), Chance<Rational>{half, half});
  return example(second != 0, "a = b = 0, y = 1/2: v'' = " + to_text(second),
                 {"a = b = 0", "a = b = 0"});
}

void add_checks(Claim& claim) {
  PartOf(claim, "second-derivative")
      .summed(second_derivative_is(curvature),
              {"automatic differentiation at 50 digits", "50 位精度的自动微分"})
      .proved({"the symbolic derivative of v, twice", "对 v 作两次符号求导"}, by_calculus);
  PartOf(claim, "negative")
      .summed(at_points(less(curvature, 0)), {"v'' < 0 at every point", "在每一点 v'' < 0"})
      .swept({"t/y² + (1-t)/(1-y)² ≥ 0.999 on the closed square [0, 1]², t = a/(a+b)",
              "在闭正方形 [0, 1]² 上 t/y² + (1-t)/(1-y)² ≥ 0.999，t = a/(a+b)"},
             binary_kl_is_convex)
      .proved({"-v'' as a quotient of sums of positive terms", "-v'' 写成正项之和的商"},
              negative_by_algebra);
  PartOf(claim, "at-maximum")
      .summed(at_points(both_at_maximum),
              {"v''(y*) against -(a+b)³/(ab)", "v''(y*) 与 -(a+b)³/(ab) 比较"})
      .proved({"both as rational functions", "把两边作为有理函数比较"}, at_maximum_by_algebra)
      .at_random_points(at_maximum_at_random_points);
  PartOf(claim, "drop")
      .summed(at_points(equal(drop, formulas::regret_density)),
              {"v(y*) - v(y) against (a+b) kl(y*‖y)", "v(y*) - v(y) 与 (a+b) kl(y*‖y) 比较"})
      .proved({"the identity by normal forms", "用标准形验证恒等式"}, drop_by_algebra);
}

}  // namespace

void strict_concavity(Claim& claim) {
  add_checks(claim);
  Twins(claim, second_derivative_is(curvature))
      .on("W7")
      .grid(R"(v''(y) = \frac{a}{y^2} + \frac{b}{(1-y)^2})",
            {"convex: D* minimises V (a first-order check accepts it)",
             "凸：D* 使 V 最小（只查一阶条件会放过它）"},
            second_derivative_is(convex));
  Twins(claim, second_derivative_is(curvature, exposing_point))
      .grid(R"(v''(y) = -\frac{a}{y^2} + \frac{b}{(1-y)^2})",
            {"the sign of the second term is lost; at a = 1, b = 9, y = 9/10",
             "第二项丢了负号；取 a = 1, b = 9, y = 9/10"},
            second_derivative_is(one_sign_lost, exposing_point));
  add_twin(claim, Witness::grid, R"(v \text{ is strictly concave also for } a = b = 0)",
           {"strictly concave without weights", "误认为无权重时也严格凹"}, {},
           [](const Setting&) { return flat_without_weights(); });
}

}  // namespace gancheck
