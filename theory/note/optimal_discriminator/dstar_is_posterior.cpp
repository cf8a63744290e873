// Claim 33: D* is the posterior of a fair coin that chose P or Q; its odds are p/q.
#include <fmt/format.h>

#include "theory/checks/classification.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

constexpr auto dstar = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).yes;
};
constexpr auto rest = []<class T>(const T& p, const T& q) -> T {
  return formulas::optimal_discriminator(p, q).no;
};

/// Bayes' formula with the prior tenths/10: whole numbers are exact in every arithmetic.
template <int tenths>
constexpr auto posterior = []<class T>(const T& p, const T& q) -> T {
  return p * tenths / (p * tenths + q * (10 - tenths));
};

/// D* q and (1-D*) p: the odds without a quotient that may be infinite.
constexpr auto dstar_times_q = []<class T>(const T& p, const T& q) -> T { return dstar(p, q) * q; };
constexpr auto rest_times_p = []<class T>(const T& p, const T& q) -> T { return rest(p, q) * p; };
constexpr auto dstar_times_p = []<class T>(const T& p, const T& q) -> T { return dstar(p, q) * p; };
constexpr auto rest_times_q = []<class T>(const T& p, const T& q) -> T { return rest(p, q) * q; };

/// √(pq) logit D*, and √(pq) log(p/q): 0 where a density vanishes, and of the size of both.
constexpr auto weight = []<class T>(const T& p, const T& q) -> T { return sqrt(p) * sqrt(q); };
constexpr auto weighted_logit = []<class T>(const T& p, const T& q) -> T {
  return times_log(weight(p, q), dstar(p, q)) - times_log(weight(p, q), rest(p, q));
};
constexpr auto weighted_log_ratio = []<class T>(const T& p, const T& q) -> T {
  return times_log(weight(p, q), p / q);
};
constexpr auto weighted_log_of_dstar = []<class T>(const T& p, const T& q) -> T {
  return times_log(weight(p, q), p / (p + q));
};

/// (2D* - 1)(p+q) and p - q.
constexpr auto tilt = []<class T>(const T& p, const T& q) -> T {
  return (2 * dstar(p, q) - 1) * (p + q);
};
constexpr auto difference = []<class T>(const T& p, const T& q) -> T { return p - q; };

constexpr auto ratio = []<class T>(const T& p, const T& q) -> T { return p / q; };

/// (D*(x) - D*(y)) (p(x) q(y) - p(y) q(x)) >= 0 for every two points of the pairs with few: the
/// second factor has the sign of p(x)/q(x) - p(y)/q(y), also where a ratio is infinite.
constexpr auto ordered_alike = []<class T>(const Setting& setting, Take<T>& take) {
  take.over(Seen<T>::scope(setting));
  for (const auto& pair : Seen<T>::pairs(setting)) {
    if (!has_few_points(*pair)) {
      take.leave_out({"more than 8 points", "多于 8 个点"});
      continue;
    }
    const Columns<T>& c = Seen<T>::columns(*pair);
    for (std::size_t i = 0; i < c.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (is_null(c, i) || is_null(c, j)) continue;
        const T rise = dstar(c.p[i], c.q[i]) - dstar(c.p[j], c.q[j]);
        take.at_most(T(0), T(rise * (c.p[i] * c.q[j] - c.p[j] * c.q[i])), [&] {
          const std::string one = name_of_point(*pair, i), other = name_of_point(*pair, j);
          return Text{fmt::format("{} and {}", one, other), fmt::format("{} 与 {}", one, other)};
        });
      }
    }
  }
};

/// logit D* = log(p/q).
Evidence logit_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  return same_forms({{log(dstar(p, q)) - log(rest(p, q)), log(p / q)}}, all_positive("p, q"), {});
}
/// D* = t/(1+t) with a positive derivative, also for t = 0; and at two points
/// (D* - D*')(p+q)(p'+q') = pq' - p'q, which has the sign of p/q - p'/q', also where a density
/// vanishes and a ratio is infinite.
Evidence increasing_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol a = Symbol::positive("p'"), b = Symbol::positive("q'");
  const Symbol none(0), one(1), of_ratio = t / (one + t);
  std::vector<Identity> proof = {{substitute(of_ratio, t, p / q), dstar(p, q)},
                                 {substitute(of_ratio, t, none), dstar(none, q)},
                                 {derivative(of_ratio, t), one / ((one + t) * (one + t))}};
  for (const auto& [p1, q1] : {std::pair(p, q), std::pair(p, none), std::pair(none, q)}) {
    for (const auto& [p2, q2] : {std::pair(a, b), std::pair(a, none), std::pair(none, b)}) {
      proof.push_back({(dstar(p1, q1) - dstar(p2, q2)) * (p1 + q1) * (p2 + q2), p1 * q2 - p2 * q1});
    }
  }
  return same_forms(proof, {"every two points with p + q > 0", "任意两个满足 p + q > 0 的点"},
                    {lemma::increase});
}

void add_posterior(Claim& claim) {
  const Comparisons bayes = at_every_point(equal(dstar, posterior<5>));
  PartOf(claim, "posterior")
      .summed(bayes, {"both sides at every point", "在每个点比较两边"})
      .enclosed(bayes)
      .same_at_random_points(dstar, posterior<5>)
      .same_values(dstar, posterior<5>);
}

void add_ratios(Claim& claim) {
  const Comparisons odds = at_every_point(equal(dstar_times_q, rest_times_p));
  const Comparisons logits = at_every_point(equal(weighted_logit, weighted_log_ratio));
  PartOf(claim, "odds")
      .summed(odds, {"both sides at every point", "在每个点比较两边"})
      .enclosed(odds)
      .same_at_random_points(dstar_times_q, rest_times_p)
      .same_values(dstar_times_q, rest_times_p);
  PartOf(claim, "logit")
      .summed(logits, {"both sides times √(pq) at every point", "在每个点比较两边乘以 √(pq)"})
      .enclosed(logits)
      .proved({"log D* - log(1-D*) = log p - log q", "log D* - log(1-D*) = log p - log q"},
              logit_by_algebra);
}

void add_order(Claim& claim) {
  const Comparisons tilts = at_every_point(equal(tilt, difference));
  PartOf(claim, "threshold")
      .summed(tilts, {"both sides at every point", "在每个点比较两边"})
      .enclosed(tilts)
      .same_at_random_points(tilt, difference)
      .same_values(tilt, difference);
  PartOf(claim, "monotone")
      .summed(ordered_alike,
              {"every two points: D* and p/q are ordered alike", "任取两点：D* 与 p/q 的次序一致"})
      .proved({"D* = t/(1+t), whose derivative is 1/(1+t)²; (D* - D*')(p+q)(p'+q') = pq' - p'q",
               "D* = t/(1+t)，其导数为 1/(1+t)²；(D* - D*')(p+q)(p'+q') = pq' - p'q"},
              increasing_by_algebra);
}

}  // namespace

void dstar_is_posterior(Claim& claim) {
  add_posterior(claim);
  add_ratios(claim);
  add_order(claim);
  Twins(claim, at_every_point(equal(dstar_times_q, rest_times_p)))
      .on("W7")
      .grid(R"(\frac{D^*}{1 - D^*} = \frac{q}{p})", {"the odds upside down", "几率取了倒数"},
            at_every_point(equal(dstar_times_p, rest_times_q)));
  Twins(claim, at_every_point(equal(dstar, posterior<5>)))
      .on("W7")
      .grid(R"(D^* = \frac{p}{q})", {"the odds for the probability", "把几率当成概率"},
            at_every_point(equal(dstar, ratio)))
      .grid(R"(D^* = \Pr(Y = 1 \mid X = x) \text{ also for } \Pr(Y = 1) = \tfrac{9}{10})",
            {"the same posterior for another prior", "误认为换了先验后验仍不变"},
            at_every_point(equal(dstar, posterior<9>)));
  Twins(claim, at_every_point(equal(weighted_logit, weighted_log_ratio)))
      .on("W7")
      .grid(R"(\operatorname{logit} D^* = \log\frac{p}{p+q})",
            {"the logarithm of D* itself", "误作 D* 本身的对数"},
            at_every_point(equal(weighted_logit, weighted_log_of_dstar)));
}

}  // namespace gancheck
