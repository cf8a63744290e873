#include "theory/evidence/lemmas.hpp"

namespace gancheck {

const std::vector<Lemma>& lemmas() {
  static const std::vector<Lemma> list = {
      {lemma::linearity,
       {"The integral is linear; for integrands of one sign also with the value ∞.",
        "积分是线性的；被积函数不变号时，积分值可为 ∞。"}},
      {lemma::monotonicity,
       {"f ≤ g almost everywhere implies that the integral of f is at most that of g.",
        "若几乎处处 f ≤ g，则 f 的积分不大于 g 的积分。"}},
      {lemma::vanishing,
       {"f ≥ 0 with integral 0 vanishes almost everywhere.",
        "f ≥ 0 且积分为 0，则 f 几乎处处为 0。"}},
      {lemma::radon_nikodym,
       {"P and Q have densities p, q with respect to P + Q, and p + q > 0 (P+Q)-almost everywhere; "
        "likewise finitely many laws with respect to their sum.",
        "P、Q 关于 P + Q 有密度 p、q，且 (P+Q)-几乎处处 p + q > 0；有限个分布关于其和亦然。"}},
      {lemma::increase,
       {"A function whose derivative is positive on an interval increases there; a limit at an end "
        "of the interval inherits the inequality.",
        "导数在区间上为正的函数在该区间上递增；不等式可由极限延续到区间端点。"}},
      {lemma::convexity,
       {"A function whose second derivative is positive on an interval and that is stationary at a "
        "point of it has its only minimum there; a limit at an end of the interval inherits the "
        "inequality.",
        "若函数在区间上二阶导数为正，且在其中一点导数为零，则在该点取得唯一的最小值；不等式可由极限"
        "延续到区间端点。"}},
      {lemma::fundamental_theorem,
       {"The integral of a continuous derivative over an interval is the difference of its "
        "primitive at the ends; where the primitive is only continuous at an end, by limits.",
        "连续导数在区间上的积分等于原函数在两端的差；原函数在端点仅连续时取极限。"}},
      {lemma::tonelli,
       {"The integral of a function ≥ 0 over a product of two finite measures is the iterated "
        "one, in either order.",
        "非负函数在两个有限测度之积上的积分等于累次积分，且与次序无关。"}},
  };
  return list;
}

}  // namespace gancheck
