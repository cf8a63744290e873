#include "theory/note/families/attainment_families.hpp"

#include "numerics/distribution/specification.hpp"
#include "numerics/number/special_functions.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/divergence/enclosed/divergences.hpp"
#include "theory/minimisation/network_family.hpp"
#include "theory/minimisation/normal_family.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

// The normal laws, for P with two modes.

/// 9.975² + 1 = 10.025²: N(0, 10.025) has the mean and the variance of P.
const TwoModes far_modes{Rational(399, 40)}, near_modes{2};
const NormalLaw of_far_moments{0, Rational(401, 40)};

/// C: on the nodes, and enclosed.
template <class T>
T value_of(const TwoModes& data, const NormalLaw& law);
template <>
Tracked value_of(const TwoModes& data, const NormalLaw& law) {
  return functionals::value_at_optimum(on_nodes(data, law));
}
Ball enclosed_value(const TwoModes& data, const Law& law) {
  constexpr int digits = 8;
  const Enclosed jsd = enclose_jsd(parse_law(data.specification()), law, digits);
  return jsd.rigorous ? 2 * jsd.value + minus_log4<Ball>() : Ball::indeterminate();
}
template <>
Ball value_of(const TwoModes& data, const NormalLaw& law) {
  return enclosed_value(data, parse_law(law.specification()));
}

NormalFit best_for_far_modes() {
  return best_normal_law(far_modes, {{1, 2}, {5, 2}, {-5, 2}, of_far_moments},
                         Free::location_and_scale);
}
NormalFit best_for_near_modes() {
  return best_normal_law(near_modes, {{1, 1}, {2, 1}, {-3, 2}}, Free::location_and_scale);
}
NormalFit best_of_unit_scale() {
  return best_normal_law(near_modes, {{-1, 1}, {1, 1}}, Free::location);
}
template <class T>
T within_one_thousandth() {
  return T(1) / 1000;
}

/// The best law found has its location and its scale within 1/1000 of those of a mode, less C than
/// N(0, 10.025), and C above -log 4 + 2/5.
constexpr auto sits_at_one_mode = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (N(-9.975,1) + N(9.975,1))/2 and the best normal law found",
             "P = (N(-9.975,1) + N(9.975,1))/2 与找到的最优正态分布"});
  const NormalLaw best = best_for_far_modes().found;
  const auto where = [&] { return best.specification(); };
  const Rational off = abs(Rational(abs(best.location) - far_modes.distance));
  take.at_most(exactly<T>(off), within_one_thousandth<T>(), where);
  take.at_most(exactly<T>(abs(Rational(best.scale - 1))), within_one_thousandth<T>(), where);
  const T value = value_of<T>(far_modes, best);
  take.less(value, value_of<T>(far_modes, of_far_moments), where);
  take.less(minus_log4<T>() + T(2) / 5, value, where);
};
/// C of the best law found is less than that of another one, or the reverse.
Comparisons has_less_value(const TwoModes& data, NormalFit (*best)(), const NormalLaw& other,
                           bool reversed = false) {
  return [=]<class T>(const Setting&, Take<T>& take) {
    take.over({"one P with two modes", "一个双峰的 P"});
    const T least = value_of<T>(data, best().found), more = value_of<T>(data, other);
    take.less(reversed ? more : least, reversed ? least : more,
              [&] { return other.specification(); });
  };
}

/// With the scale free the best law found for P = (N(-2,1) + N(2,1))/2 sits between the modes, and
/// is better than N(2, 1).
constexpr auto sits_between = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (N(-2,1) + N(2,1))/2 and the best normal law found",
             "P = (N(-2,1) + N(2,1))/2 与找到的最优正态分布"});
  const NormalLaw best = best_for_near_modes().found;
  const auto where = [&] { return best.specification(); };
  take.at_most(exactly<T>(abs(best.location)), within_one_thousandth<T>(), where);
  const T value = value_of<T>(near_modes, best);
  take.less(value, value_of<T>(near_modes, {2, 1}), where);
  take.less(minus_log4<T>() + T(2) / 25, value, where);
};
/// With the scale 1 it does not: 2 JSD = C + log 4 = 0.3757838... at ±1.6336....
constexpr auto has_unit_scale = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (N(-2,1) + N(2,1))/2 and the best N(θ, 1) found",
             "P = (N(-2,1) + N(2,1))/2 与找到的最优 N(θ, 1)"});
  const NormalLaw best = best_of_unit_scale().found;
  const auto where = [&] { return best.specification(); };
  const T location = exactly<T>(abs(best.location)), value = value_of<T>(near_modes, best);
  const T excess = value - minus_log4<T>();
  take.less(exactly<T>(Rational(16336, 10000)), location, where);
  take.less(location, exactly<T>(Rational(16337, 10000)), where);
  take.less(exactly<T>(Rational(3757838, 10000000)), excess, where);
  take.less(excess, exactly<T>(Rational(3757839, 10000000)), where);
  take.less(value, value_of<T>(near_modes, {0, 1}), where);
};

/// C at one mode is at most C(1/2, 1): P has there at least half the density of N(a, 1), C falls as
/// p grows, and C is homogeneous. For all a.
Evidence value_at_one_mode() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), one(1);
  return same_forms(
      {{formulas::value_at_optimum(q / 2, q), q * formulas::value_at_optimum(one / 2, one)},
       {derivative(formulas::value_at_optimum(p, q), p), -log(one + q / p)},
       {log(one), Symbol(0)},
       {derivative(log(p), p), one / p}},
      {"P = (N(-a, 1) + N(a, 1))/2, Q = N(a, 1), all a",
       "P = (N(-a, 1) + N(a, 1))/2，Q = N(a, 1)，一切 a"},
      {lemma::increase, lemma::monotonicity, lemma::linearity});
}

/// At every node P has at least half the density of Q = N(a, 1): C(Q) <= Q^ C(1/2, 1).
constexpr auto below_two_masses = [](const Setting&, Take<Tracked>& take) {
  take.over({"a = 0, 1/2, 1, 2, 4, 8, on the nodes of a quadrature",
             "a = 0、1/2、1、2、4、8，取求积的节点"});
  for (const Rational& a :
       {Rational(0), Rational(1, 2), Rational(1), Rational(2), Rational(4), Rational(8)}) {
    const auto c = on_nodes({a}, {a, 1});
    take.at_most(
        functionals::value_at_optimum(c),
        functionals::mass_of_generator(c) * formulas::value_at_optimum(Tracked(1) / 2, Tracked(1)),
        [&] { return "a = " + a.str(); });
  }
};

/// P has more than 0.9973 of its mass on B, the points within 3 of a mode; a law whose density is
/// symmetric about 0 and falls on both sides has at most 12/(12 + 2·6.975) = 80/173 there: on B the
/// density is nowhere above what it is on the interval between. So C(Q) is at least C of these two
/// pairs of masses (log-sum inequality, docs/trusted-base.md), which is more than C at one mode.
constexpr auto between_is_worse = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (N(-9.975,1) + N(9.975,1))/2 against every N(0, σ)",
             "P = (N(-9.975,1) + N(9.975,1))/2 与每个 N(0, σ)"});
  const T data = exactly<T>(Rational(9973, 10000)), most = exactly<T>(Rational(80, 173));
  const T two_masses =
      formulas::value_at_optimum(data, most) + formulas::value_at_optimum(T(1 - data), T(1 - most));
  const T one_mode = formulas::value_at_optimum(T(T(1) / 2), T(1));
  take.less(one_mode, two_masses, [] { return "C(1/2, 1)"; });
};
/// P(|Z| <= 3) = 1 - erfc(3/sqrt 2) > 0.9973 for Z ~ N(0, 1).
Evidence mass_within_three(const Setting&) {
  const BallPrecision precision(relation_bits);
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = {"one number", "一个数"};
  const Ball inside = 1 - erfc(3 / sqrt(Ball(2)));
  take_enclosure(evidence, Order::less, exactly<Ball>(Rational(9973, 10000)), inside, "P(|Z| ≤ 3)",
                 inside.radius());
  return evidence;
}

// Networks, for the same P.

NetworkFit best_network() {
  static const NetworkFit fit = fit_network(near_modes);
  return fit;
}

template <class T>
T value_of(const GrowingNetwork& generator);
template <>
Tracked value_of(const GrowingNetwork& generator) {
  return functionals::value_at_optimum(on_nodes(near_modes, generator));
}
template <>
Ball value_of(const GrowingNetwork& generator) {
  return enclosed_value(near_modes, generator.law());
}

/// The best network found has less C than G(z) = z and than the best normal law found, and still
/// more than -log 4 + 1/100.
constexpr auto beats_normal_laws = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (N(-2,1) + N(2,1))/2 and the best network found",
             "P = (N(-2,1) + N(2,1))/2 与找到的最优网络"});
  const T value = value_of<T>(best_network().found);
  take.less(value, value_of<T>(GrowingNetwork::identity()), [] { return "G(z) = z"; });
  const NormalLaw normal = best_for_near_modes().found;
  take.less(value, value_of<T>(near_modes, normal), [&] { return normal.specification(); });
  take.less(minus_log4<T>() + T(1) / 100, value, [] { return "-log 4 + 1/100"; });
};
/// Its C is above -log 4, or not.
Comparisons by_network(bool reversed) {
  return [=]<class T>(const Setting&, Take<T>& take) {
    take.over({"one P with two modes", "一个双峰的 P"});
    const T value = value_of<T>(best_network().found), least = minus_log4<T>();
    take.less(reversed ? value : least, reversed ? least : value, [] {
      return Text{"five bends", "五个拐点"};
    });
  };
}

}  // namespace

void add_normal_laws(Claim& claim) {
  const Text value_of_both = {"C of the law that a search finds, and of N(0, 10.025)",
                              "搜索所得分布与 N(0, 10.025) 的 C"};
  PartOf(claim, "one-mode")
      .summed(sits_at_one_mode, value_of_both,
              [] { return std::vector<Series>{best_for_far_modes().course}; })
      .enclosed(sits_at_one_mode, the_same_enclosed);
  PartOf(claim, "at-one-mode")
      .summed(below_two_masses, {"C of N(a, 1) against that of the masses 1/2 and 1",
                                 "N(a, 1) 的 C 与质量 1/2、1 的 C 比较"})
      .proved({"C(q/2, q) = q C(1/2, 1), and C falls as p grows",
               "C(q/2, q) = q C(1/2, 1)，且 C 随 p 增大而减小"},
              value_at_one_mode);
  PartOf(claim, "not-between")
      .summed(between_is_worse,
              {"C of two masses against C(1/2, 1)", "两个质量的 C 与 C(1/2, 1) 比较"})
      .enclosed(between_is_worse, the_same_enclosed)
      .checked(Witness::ball, {"the mass within three scales", "三个尺度之内的质量"},
               mass_within_three);
  PartOf(claim, "near-modes")
      .summed(sits_between,
              {"C of the law that a search finds, and of N(2, 1)", "搜索所得分布与 N(2, 1) 的 C"},
              [] { return std::vector<Series>{best_for_near_modes().course}; })
      .enclosed(sits_between, the_same_enclosed);
  PartOf(claim, "scale-kept")
      .summed(has_unit_scale,
              {"C of the law that a search finds, and of N(0, 1)", "搜索所得分布与 N(0, 1) 的 C"},
              [] { return std::vector<Series>{best_of_unit_scale().course}; })
      .enclosed(has_unit_scale, the_same_enclosed);
}

void add_networks(Claim& claim) {
  PartOf(claim, "network")
      .summed(beats_normal_laws,
              {"C of the network that a search finds, of G(z) = z and of the best normal law",
               "搜索所得网络、G(z) = z 与最优正态分布的 C"},
              [] { return std::vector<Series>{best_network().course}; })
      .enclosed(beats_normal_laws, the_same_enclosed);
}

void add_twins_of_families(Claim& claim) {
  Twins(claim, has_less_value(far_modes, best_for_far_modes, of_far_moments))
      .grid(R"(\mathrm{arg\,min}_{\mu, \sigma}\, C(N(\mu, \sigma)) \text{ has the moments of } P)",
            {"the best normal law has the mean and the variance of the data; here for far modes",
             "误认为最优的正态分布与数据有相同的均值和方差；此处两峰相距很远"},
            has_less_value(far_modes, best_for_far_modes, of_far_moments, true));
  Twins(claim, has_less_value(near_modes, best_for_near_modes, {2, 1}))
      .grid(R"(\mathrm{arg\,min}_{\mu, \sigma}\, C(N(\mu, \sigma)) \text{ is at one mode})",
            {"the best normal law is one of the modes; here for near ones",
             "误认为最优的正态分布就是其中一个峰；此处两峰相近"},
            has_less_value(near_modes, best_for_near_modes, {2, 1}, true));
  Twins(claim, has_less_value(near_modes, best_of_unit_scale, {0, 1}))
      .grid(R"(\mathrm{arg\,min}_{\theta}\, C(N(\theta, 1)) = 0)",
            {"with the scale kept the best law has the mean of the data",
             "误认为尺度固定时最优分布的均值就是数据的均值"},
            has_less_value(near_modes, best_of_unit_scale, {0, 1}, true));
  Twins(claim, by_network(false))
      .grid(R"(\min_G C(G) = -\log 4 \text{ over networks})",
            {"a network with bends enough reaches the optimum; here with five",
             "误认为拐点足够多的网络能达到最优；此处有五个拐点"},
            by_network(true));
}

}  // namespace gancheck
