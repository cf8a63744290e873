// Claim 53: -log 4 is attained iff the family of generators contains one with the law P; otherwise
// the infimum of C is that of 2 JSD - log 4, may be larger, and need not be attained.
#include <fmt/format.h>

#include <algorithm>

#include "theory/checks/functionals.hpp"
#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/minimisation/route.hpp"
#include "theory/note/families/attainment_families.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

// Families on finite spaces.

/// A law on the points 0, 1, ... of the data space.
template <class T>
using LawOf = std::vector<T>;

/// The sum of f(p, q) over the points.
template <class T, class F>
T total(const LawOf<T>& p, const LawOf<T>& q, const F& f) {
  std::vector<T> terms;
  for (std::size_t x = 0; x < p.size(); ++x) {
    if (is_exactly_zero(p[x]) && is_exactly_zero(q[x])) continue;
    terms.push_back(f(p[x], q[x]));
  }
  return sum_of(terms);
}
/// The least of it over a family of laws q.
template <class T, class F>
T least(const LawOf<T>& p, const std::vector<LawOf<T>>& family, const F& f) {
  T result = total(p, family.front(), f);
  for (const LawOf<T>& q : family) result = min(result, total(p, q, f));
  return result;
}
/// The laws of all maps of the noise points into so many targets.
template <class T>
std::vector<LawOf<T>> laws_of_all_maps(const NoiseLaw& noise, std::size_t targets) {
  const auto weights = weights_of<T>(noise);
  std::vector<LawOf<T>> laws;
  for (const FiniteMap& map : all_maps(noise.size(), targets))
    laws.push_back(image_law(weights, map));
  return laws;
}

/// P runs through the laws of all generators: the least C of all generators is -log 4.
Comparisons attained_by_family(std::size_t targets) {
  return [targets]<class T>(const Setting&, Take<T>& take) {
    take.over(
        {fmt::format("4 laws of noise on 4 points, all maps to {} points, P the law of each",
                     targets),
         fmt::format("4 点上的 4 个噪声分布，到 {} 点的全部映射，P 取遍这些映射的分布", targets)});
    for (const NoiseLaw& noise : noise_laws()) {
      const auto family = laws_of_all_maps<T>(noise, targets);
      for (std::size_t i = 0; i < family.size(); ++i) {
        take.equal(least(family[i], family, formulas::value_at_optimum), minus_log4<T>(), [&] {
          const std::string first_weight = noise.front().str();
          return Text{fmt::format("noise {}, map {}", first_weight, i),
                      fmt::format("噪声 {}，映射 {}", first_weight, i)};
        });
      }
    }
  };
}

/// A data law that no member of the family has: the nearest one is at the distance `distance`.
struct Unreached {
  Text name;
  std::vector<Rational> data;
  std::vector<std::vector<Rational>> family;
  Rational distance;
};
std::vector<Unreached> unreached_laws() {
  const Rational third(1, 3), quarter(1, 4), half(1, 2);
  return {{{"uniform noise on 4 points, P = (1/3,1/3,1/3)", "4 点上的均匀噪声，P = (1/3,1/3,1/3)"},
           {third, third, third},
           laws_of_all_maps<Rational>(noise_laws()[0], 3),
           Rational(1, 6)},
          {{"noise (1,2,3,4)/10, P = (1/4,1/4,1/2)", "噪声 (1,2,3,4)/10，P = (1/4,1/4,1/2)"},
           {quarter, quarter, half},
           laws_of_all_maps<Rational>(noise_laws()[1], 3),
           Rational(1, 20)},
          {{"one atom each, P = (1/2,1/2)", "族中每个分布只有一个原子，P = (1/2,1/2)"},
           {half, half},
           {{1, 0}, {0, 1}},
           half}};
}

template <class T>
LawOf<T> in_arithmetic(const std::vector<Rational>& law) {
  LawOf<T> result;
  for (const Rational& weight : law) result.push_back(exactly<T>(weight));
  return result;
}

/// What `compare` says of each of them, with its laws in T.
template <class F>
Comparisons for_unreached(const F& compare) {
  return [compare]<class T>(const Setting&, Take<T>& take) {
    take.over({"3 families that miss P", "3 个不含 P 的族"});
    for (const Unreached& u : unreached_laws()) {
      std::vector<LawOf<T>> family;
      for (const auto& law : u.family) family.push_back(in_arithmetic<T>(law));
      compare(in_arithmetic<T>(u.data), family, exactly<T>(u.distance), take,
              [&] { return u.name; });
    }
  };
}

/// inf C = 2 inf JSD - log 4.
constexpr auto by_jsd = []<class T>(const LawOf<T>& p, const std::vector<LawOf<T>>& family,
                                    const T&, Take<T>& take, const Where& where) {
  take.equal(least(p, family, formulas::value_at_optimum),
             2 * least(p, family, functionals::jsd_density) + minus_log4<T>(), where);
};
constexpr auto attains_minus_log4 = []<class T>(const LawOf<T>& p,
                                                const std::vector<LawOf<T>>& family, const T&,
                                                Take<T>& take, const Where& where) {
  take.equal(least(p, family, formulas::value_at_optimum), minus_log4<T>(), where);
};
/// The least TV is the distance, and C + log 4 is at least its square, which is positive, for the
/// whole family.
constexpr auto above_distance = []<class T>(const LawOf<T>& p, const std::vector<LawOf<T>>& family,
                                            const T& distance, Take<T>& take, const Where& where) {
  take.equal(least(p, family, formulas::tv_density), distance, where);
  take.at_most(distance * distance, least(p, family, formulas::value_at_optimum) - minus_log4<T>(),
               where);
};

constexpr auto jsd_less_log4 = []<class T>(const T& p, const T& q) -> T {
  return 2 * functionals::jsd_density(p, q) - (p + q) * log(T(2));
};

/// By TV² <= C + log 4, and the least TV of a family in rational arithmetic.
Evidence family_that_misses() {
  const Unreached first = unreached_laws().front();
  Rational nearest = 1;
  for (const auto& law : first.family) {
    Rational twice = 0;
    for (std::size_t x = 0; x < law.size(); ++x) twice += abs(first.data[x] - law[x]);
    nearest = std::min<Rational>(nearest, twice / 2);
  }
  const Text scope = {"one family", "一个族"};
  const Evidence bound = stability_by_convexity();
  if (nearest <= 0 || !bound.same_form) return no_example(scope);
  Evidence found =
      example(true,
              Text{first.name.en + ": TV ≥ " + nearest.str() + ", and C(G) + log 4 ≥ TV²",
                   first.name.zh + "：TV ≥ " + nearest.str() + "，而 C(G) + log 4 ≥ TV²"},
              scope);
  found.rests_on = bound.rests_on;
  return found;
}

void add_families(Claim& claim) {
  PartOf(claim, "realised")
      .summed(attained_by_family(3), {"the least C of all maps, where P is the law of one of them",
                                      "P 是某个映射的分布时，全部映射的 C 的最小值"})
      .enclosed(attained_by_family(2), the_same_enclosed)
      .proved({"C(G) = -log 4 where p = q, and C(G) ≥ -log 4",
               "p = q 处 C(G) = -log 4，且 C(G) ≥ -log 4"},
              [] { return infima_are_minus_log4(); })
      .proved({"C(G) = -log 4 only where p = m = q", "C(G) = -log 4 仅在 p = m = q 时成立"},
              [] { return log4_bound_by_tangent(); });
  PartOf(claim, "otherwise")
      .summed(for_unreached(by_jsd), {"the least C against the least JSD of families that miss P",
                                      "对不含 P 的族，比较 C 的最小值与 JSD 的最小值"})
      .enclosed(for_unreached(by_jsd), the_same_enclosed)
      .same_integrands(formulas::value_at_optimum, jsd_less_log4);
  PartOf(claim, "may-exceed")
      .summed(for_unreached(above_distance),
              {"the least C(G) + log 4 against the square of the least TV",
               "C(G) + log 4 的最小值与 TV 最小值的平方比较"})
      .enclosed(for_unreached(above_distance), the_same_enclosed)
      .proved({"a family whose laws all differ from P", "一个不含 P 的族"}, family_that_misses);
}

// P = U[0,1] and Q_θ = U[0, 1+1/θ]: densities 1 and r = θ/(θ+1) on [0,1], 0 and r on the rest, of
// length 1/θ, whose contribution to C is 0.

/// C of this pair as a function of r.
constexpr auto value_of_uniform = []<class T>(const T& r) -> T {
  return formulas::value_at_optimum(T(1), r);
};

/// For θ = 2^-3, ..., 2^20: C > -log 4 and TV² <= C + log 4 <= 2 TV with TV = 1/(θ+1), which tends
/// to 0.
constexpr auto never_attained = []<class T>(const Setting&, Take<T>& take) {
  take.over({"U[0, 1] and U[0, 1+1/θ], θ = 1/8, 1/4, ..., 2^20",
             "U[0, 1] 与 U[0, 1+1/θ]，θ = 1/8、1/4、…、2^20"});
  Rational theta(1, 8);
  for (int k = -3; k <= 20; ++k) {
    const auto where = [&] { return "θ = " + theta.str(); };
    const T value = value_of_uniform(exactly<T>(theta / (theta + 1)));
    const T distance = exactly<T>(1 / (theta + 1)), excess = value - minus_log4<T>();
    take.less(minus_log4<T>(), value, where);
    take.at_most(distance * distance, excess, where);
    take.at_most(excess, 2 * distance, where);
    theta *= 2;
  }
};

/// C of the two laws, integrated as densities, is the formula in r.
Evidence uniform_laws_integrated(const Setting&) {
  const BallPrecision precision(bits_of_numbers);
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = {"θ = 1, 4, 100", "θ = 1、4、100"};
  for (const int theta : {1, 4, 100}) {
    const Pair pair = make_pair(fmt::format("θ = {}", theta), "uniform(0,1)",
                                fmt::format("uniform(0,{}/{})", theta + 1, theta));
    const Ball value = pair.numbers().value;
    const Ball formula = value_of_uniform(exactly<Ball>(Rational(theta, theta + 1)));
    take_enclosure(evidence, Order::equal, value, formula, pair.name(), (value - formula).radius());
  }
  return evidence;
}

/// C(r) = r log r - (1+r) log(1+r) has the derivative -log(1 + 1/r) < 0, as log(1+t) is 0 at t = 0
/// and increases; and C(1) = -2 log 2. So C > -log 4 for every r < 1, and C tends to -log 4 as r
/// tends to 1, that is θ to infinity.
Evidence never_attained_by_derivative() {
  const Symbol r = Symbol::positive("r"), t = Symbol::positive("t"), one(1), none(0);
  const Symbol value = value_of_uniform(r);
  return same_forms(
      {{value, r * log(r) - (one + r) * log(one + r)},
       {formulas::value_at_optimum(none, r), none},
       {derivative(value, r), -log(one + one / r)},
       {log(one), none},
       {derivative(log(one + t), t), one / (one + t)},
       {substitute(value, r, one), -log(Symbol(4))}},
      {"P = U[0, 1], Q = U[0, 1+1/θ] for all θ > 0", "P = U[0, 1]，Q = U[0, 1+1/θ]，一切 θ > 0"},
      {lemma::increase, lemma::linearity});
}

Evidence infimum_not_attained() {
  const Evidence proof = never_attained_by_derivative();
  if (!proof.same_form) return no_example(proof.scope);
  return example(
      false,
      Text{"P = U[0, 1], Q = U[0, 1+1/θ]: C(Q) > -log 4 for every θ, and C(Q) → -log 4 as θ → ∞",
           "P = U[0, 1]，Q = U[0, 1+1/θ]：对每个 θ，C(Q) > -log 4；θ → ∞ 时 C(Q) → -log 4"},
      proof.scope);
}

void add_not_attained(Claim& claim) {
  PartOf(claim, "not-attained")
      .summed(never_attained, {"C(Q) + log 4 between TV² and 2 TV, above 0",
                               "C(Q) + log 4 大于 0，且介于 TV² 与 2 TV 之间"})
      .enclosed(never_attained, the_same_enclosed)
      .checked(Witness::ball,
               {"C integrated for both laws against its closed form",
                "对两个分布积分所得的 C 与闭式比较"},
               uniform_laws_integrated)
      .proved({"C(Q) decreases strictly to -log 4 as θ increases",
               "θ 增大时 C(Q) 严格递减，趋于 -log 4"},
              never_attained_by_derivative);
}

// The transform by the inverse of the distribution function.

constexpr int fifteenths = 15;

/// For p = k/15: z uniform on the midpoints (i+1/2)/15 of 15 cells, and G(z) the first x with
/// z <= p(0) + ... + p(x).
FiniteMap quantile_map(const std::vector<int>& counts) {
  FiniteMap map{{}, counts.size()};
  for (int i = 0; i < fifteenths; ++i) {
    std::size_t x = 0;
    int up_to = counts[0];
    while (2 * i + 1 > 2 * up_to) up_to += counts[++x];
    map.image.push_back(x);
  }
  return map;
}
/// Every law on three points with weights k/15.
constexpr auto transformed_to_atoms = []<class T>(const Setting&, Take<T>& take) {
  take.over({"all 136 laws on 3 points with weights k/15", "3 点上权重为 k/15 的全部 136 个分布"});
  const auto noise = weights_of<T>(NoiseLaw(fifteenths, Rational(1, fifteenths)));
  for (int i = 0; i <= fifteenths; ++i) {
    for (int k = 0; i + k <= fifteenths; ++k) {
      const std::vector<int> counts = {i, k, fifteenths - i - k};
      const auto law = image_law(noise, quantile_map(counts));
      for (std::size_t x = 0; x < counts.size(); ++x) {
        take.equal(law[x], exactly<T>(Rational(counts[x], fifteenths)),
                   [&] { return fmt::format("P = ({})/15, x = {}", fmt::join(counts, ","), x); });
      }
    }
  }
};

/// F(G(z)) = z for z = 1/64, ..., 63/64: the densities 2x on (0,1), exp(-x) on (0,oo), 2/x³ on
/// (1,oo), with G(z) = sqrt z, -log(1-z), 1/sqrt(1-z).
constexpr auto transformed_to_densities = []<class T>(const Setting&, Take<T>& take) {
  take.over({"3 densities, 63 values of z", "3 个密度，63 个 z"});
  for (int k = 1; k < 64; ++k) {
    const T z = exactly<T>(Rational(k, 64));
    const T root = sqrt(z), quantile = -log(1 - z), power = 1 / sqrt(1 - z);
    const auto where = [k] { return fmt::format("z = {}/64", k); };
    take.equal(root * root, z, where);
    take.equal(1 - exp(-quantile), z, where);
    take.equal(1 - 1 / (power * power), z, where);
  }
};

/// With z = t² and with z = 1 - t²: p(G(z)) G'(z) = 1, the derivative of F(G(z)); and at z = 0 G is
/// the lower end of the support, 0 or 1, where F = 0. So F(G(z)) = z, and G(z) has the density p
/// for z ~ U(0,1). For -log(1-z), with 1 - z = t: exp(-G(z)) = t, and G'(z) = 1/t.
Evidence densities_by_derivative() {
  const Symbol t = Symbol::positive("t"), one(1), none(0);
  const auto slope = [&](const Symbol& g, const Symbol& z) -> Symbol {
    return derivative(g, t) / derivative(z, t);
  };
  const Symbol root = t, below_root = t * t;
  const Symbol power = one / t, below_power = one - t * t;
  const Symbol quantile = -log(t), below_quantile = one - t;
  return same_forms({{2 * root * slope(root, below_root), one},
                     {2 / (power * power * power) * slope(power, below_power), one},
                     {t * slope(quantile, below_quantile), one},
                     {substitute(below_root, t, none), none},
                     {substitute(root, t, none), none},
                     {substitute(below_power, t, one), none},
                     {substitute(power, t, one), one},
                     {substitute(below_quantile, t, one), none},
                     {substitute(quantile, t, one), none}},
                    {"the densities 2x, 2/x³ and exp(-x)", "密度 2x、2/x³ 与 exp(-x)"},
                    {lemma::fundamental_theorem});
}

void add_transform(Claim& claim) {
  PartOf(claim, "transform")
      .summed(transformed_to_densities,
              {"F(G(z)) against z on the line", "直线上比较 F(G(z)) 与 z"})
      .enclosed(transformed_to_densities, the_same_enclosed)
      .proved({"p(G(z)) G'(z) = 1 and F(G(0)) = 0", "p(G(z)) G'(z) = 1 且 F(G(0)) = 0"},
              densities_by_derivative);
  PartOf(claim, "transform-finite")
      .summed(transformed_to_atoms,
              {"the law of G(z) against P, on finite spaces", "有限空间上比较 G(z) 的分布与 P"})
      .enclosed(transformed_to_atoms, the_same_enclosed);
}

// Continuity in its finite form: z runs along a path, G takes neighbours to neighbours or to one
// point.

constexpr std::size_t longest_path = 6;

bool is_continuous(const FiniteMap& map) {
  for (std::size_t z = 1; z < map.image.size(); ++z) {
    if (std::max(map.image[z], map.image[z - 1]) - std::min(map.image[z], map.image[z - 1]) > 1)
      return false;
  }
  return true;
}
NoiseLaw uniform_on(std::size_t points) {
  return NoiseLaw(points, Rational(1) / Rational(points));
}
const std::vector<Rational> both_ends = {Rational(1, 2), 0, Rational(1, 2)};

/// A continuous G that takes the values 0 and 2 takes 1, where P = (1/2, 0, 1/2) has no mass: TV is
/// at least the mass 1/n of a point of the noise. G = (0,..,0,2,..,2) on an even number of points
/// has the law P.
constexpr auto continuous_maps = []<class T>(const Setting&, Take<T>& take) {
  take.over({"uniform noise on paths of 2, 4, 6 points, all continuous maps to 3 points",
             "2、4、6 点路径上的均匀噪声，到 3 点的一切连续映射"});
  const auto data = in_arithmetic<T>(both_ends);
  for (std::size_t points = 2; points <= longest_path; points += 2) {
    const NoiseLaw uniform = uniform_on(points);
    const auto noise = weights_of<T>(uniform);
    FiniteMap jump{std::vector<std::size_t>(points, 0), 3};
    for (std::size_t z = points / 2; z < points; ++z) jump.image[z] = 2;
    take.equal(total(data, image_law(noise, jump), formulas::tv_density), T(0),
               [&] { return jump.text(); });
    for (const FiniteMap& map : all_maps(points, 3)) {
      if (!is_continuous(map)) continue;
      take.at_most(exactly<T>(uniform.front()),
                   total(data, image_law(noise, map), formulas::tv_density),
                   [&] { return map.text(); });
    }
  }
};

/// In rational arithmetic: none of the continuous maps on 4 points has the law (1/2, 0, 1/2), which
/// another map has.
Evidence continuous_maps_miss() {
  const Text scope = {"uniform noise on a path of 4 points, all maps to 3 points",
                      "4 点路径上的均匀噪声，到 3 点的全部映射"};
  const NoiseLaw noise = uniform_on(4);
  bool reached = false, reached_continuously = false;
  for (const FiniteMap& map : all_maps(noise.size(), 3)) {
    if (image_law<Rational>(noise, map) != both_ends) continue;
    reached = true;
    reached_continuously = reached_continuously || is_continuous(map);
  }
  if (!reached || reached_continuously) return no_example(scope);
  return example(false,
                 Text{"P = (1/2,0,1/2): some map has this law, and no continuous one",
                      "P = (1/2,0,1/2)：存在像分布为 P 的映射，但其中没有连续映射"},
                 scope);
}

// A start that leaves out a part S^c of the support: mirror descent among the laws on S.

/// P, and starts on parts S of its support.
std::vector<Route> starts_on_part() {
  const Rational half(1, 2), quarter(1, 4);
  const FiniteLaw data = {Rational(6, 10), Rational(3, 10), Rational(1, 10)};
  return {{"S = {1, 2}", data, {quarter, 3 * quarter, 0}, half, 40, {}},
          {"S = {1}", data, {1, 0, 0}, half, 5, {}},
          {"S = {2, 3}", data, {0, half, half}, Rational(1), 40, {}}};
}
/// P(S), and P conditioned on S.
Rational mass_reached(const Route& route) {
  Rational mass = 0;
  for (std::size_t x = 0; x < route.data.size(); ++x) {
    if (route.start[x] != 0) mass += route.data[x];
  }
  return mass;
}
FiniteLaw conditioned(const Route& route) {
  FiniteLaw law = route.data;
  for (std::size_t x = 0; x < law.size(); ++x)
    law[x] = route.start[x] == 0 ? Rational(0) : law[x] / mass_reached(route);
  return law;
}
/// The infimum over laws on S: C(a, 1) = a log a - (1+a) log(1+a), a = P(S).
template <class T>
T least_on_part(const Route& route) {
  return value_of_uniform(exactly<T>(mass_reached(route)));
}

/// It is C of P conditioned on S; no law of the route has less, and the last one
/// is within KL(P(.|S)||Q_0)/(η k) of it.
constexpr auto stays_on_part = []<class T>(const Setting&, Take<T>& take) {
  take.over(
      {"P = (6,3,1)/10, three starts without full support", "P = (6,3,1)/10，三个支撑不全的起点"});
  for (const Route& route : starts_on_part()) {
    const auto where = [&] { return route.name; };
    const T least = least_on_part<T>(route);
    const auto value = [&](const FiniteLaw& law) -> T {
      return integrate(columns_of<T>(route.data, law), formulas::value_at_optimum);
    };
    take.equal(value(conditioned(route)), least, where);
    const std::vector<FiniteLaw> laws = laws_of(route);
    for (const FiniteLaw& law : laws) take.at_most(least, value(law), where);
    const T distance =
        integrate(columns_of<T>(conditioned(route), route.start), formulas::kl_density);
    take.at_most(value(laws.back()) - least, distance / (exactly<T>(route.rate) * route.steps),
                 where);
  }
};

/// It is above -log 4.
constexpr auto misses_the_value = []<class T>(const Setting&, Take<T>& take) {
  take.over({"three sets S", "三个集合 S"});
  for (const Route& route : starts_on_part())
    take.less(minus_log4<T>(), least_on_part<T>(route), [&] { return route.name; });
};

/// Q_k - P(.|S) of 40 steps with η = 1, in rational arithmetic, and (Q_0 - P(.|S))/(1+a)^k.
template <class Compare>
void compare_with_closed_form(Route route, const Compare& compare) {
  route.rate = 1;
  route.steps = 40;
  const FiniteLaw limit = conditioned(route);
  Rational share = 1;
  for (const FiniteLaw& law : exact_laws_of(route)) {
    for (std::size_t x = 0; x < law.size(); ++x)
      compare(law[x] - limit[x], share, route.start[x] - limit[x]);
    share /= 1 + mass_reached(route);
  }
}
constexpr auto keeps_to_part = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (6,3,1)/10, three starts, 40 steps with η = 1",
             "P = (6,3,1)/10，三个起点，η = 1，各 40 步"});
  for (const Route& route : starts_on_part()) {
    compare_with_closed_form(
        route, [&](const Rational& difference, const Rational& share, const Rational& first) {
          take.equal(exactly<T>(difference), exactly<T>(share) * exactly<T>(first),
                     [&] { return route.name; });
        });
  }
};
/// Exactly; and C of all laws on S, whose infimum is enclosed, is above -log 4.
Evidence never_regained(bool confirms) {
  const Text scope = {"three starts, 40 steps with η = 1, rational arithmetic",
                      "三个起点，η = 1，各 40 步，有理数运算"};
  bool holds = true;
  for (const Route& route : starts_on_part()) {
    compare_with_closed_form(
        route, [&](const Rational& difference, const Rational& share, const Rational& first) {
          holds = holds && difference == share * first;
        });
    const Ball room = least_on_part<Ball>(route) - minus_log4<Ball>();
    holds = holds && room.is_positive();
  }
  if (!holds) return no_example(scope);
  return example(
      confirms,
      Text{"Q_k - P(·|S) = (Q_0 - P(·|S))/(1+a)^k, and a log a - (1+a) log(1+a) > -log 4",
           "Q_k - P(·|S) = (Q_0 - P(·|S))/(1+a)^k，且 a log a - (1+a) log(1+a) > -log 4"},
      scope);
}

void add_start_on_part(Claim& claim) {
  PartOf(claim, "start-on-part")
      .summed(stays_on_part,
              {"C along routes from such starts, against a log a - (1+a) log(1+a)",
               "沿这些起点的路径，C 与 a log a - (1+a) log(1+a) 比较"},
              [] {
                std::vector<Series> courses;
                for (const Route& route : starts_on_part()) courses.push_back(series_of(route));
                return courses;
              })
      .summed(misses_the_value, {"a log a - (1+a) log(1+a) against -log 4",
                                 "a log a - (1+a) log(1+a) 与 -log 4 比较"})
      .enclosed(stays_on_part, {"C along the routes, enclosed", "沿路径的 C，计算包含区间"})
      .enclosed(misses_the_value, {"the infimum, enclosed", "下确界，计算包含区间"});
  PartOf(claim, "mass-never-regained")
      .summed(keeps_to_part, {"the laws against the closed form", "各分布与闭式比较"})
      .checked(Witness::symbolic, {"the same in rational arithmetic", "同上，以有理数精确计算"},
               [](const Setting&) { return never_regained(true); });
}

void add_twins(Claim& claim) {
  Twins(claim, for_unreached(by_jsd))
      .grid(R"(\min_G C(G) = -\log 4 \text{ for every family})",
            {"every family reaches the optimum", "误认为每个族都能达到最优"},
            for_unreached(attains_minus_log4));
  add_twin(claim, Witness::symbolic, R"(\text{the infimum of } C \text{ is always attained})",
           {"a least value exists in every family", "误认为每个族中都有最小值"}, {},
           [](const Setting&) { return infimum_not_attained(); });
  add_twin(claim, Witness::symbolic,
           R"(G_\# P_z = P \text{ for some continuous } G, \text{ for every } P)",
           {"a continuous generator always suffices; here on a path",
            "误认为总有连续的生成器可用；此处在路径上"},
           {}, [](const Setting&) { return continuous_maps_miss(); });
  add_twins_of_families(claim);
  add_twin(claim, Witness::symbolic, R"(C(Q_k) \to -\log 4 \text{ from every start } Q_0)",
           {"mirror descent finds P from any start; here from a part of its support",
            "误认为镜像下降从任何起点都到达 P；此处起点只在支撑的一部分上"},
           {}, [](const Setting&) { return never_regained(false); });
}

}  // namespace

void attainment_realisability(Claim& claim) {
  add_families(claim);
  add_not_attained(claim);
  add_transform(claim);
  add_normal_laws(claim);
  add_networks(claim);
  add_start_on_part(claim);
  PartOf(claim, "continuous")
      .summed(continuous_maps, {"TV(P, Q) for all continuous maps, and for one that jumps",
                                "一切连续映射以及一个跳跃映射的 TV(P, Q)"})
      .enclosed(continuous_maps, the_same_enclosed);
  add_twins(claim);
}

}  // namespace gancheck
