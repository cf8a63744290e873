// Claim 18: the value of the game is inf_G sup_D V. Over all D and all laws it is -log 4, and equal
// to sup_D inf_G V; for restricted classes inf sup >= sup inf, and they may differ. Mirror descent
// comes to it from both sides.
#include <fmt/format.h>

#include <algorithm>

#include "theory/checks/descent.hpp"
#include "theory/checks/frozen.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/mirror_steps.hpp"

namespace gancheck {
namespace {

using frozen::infimum_is_below;
using frozen::minus_log4_of_data;
using functionals::minus_log4;

Rational max(const Rational& x, const Rational& y) {
  return x < y ? y : x;
}
Rational min(const Rational& x, const Rational& y) {
  return x < y ? x : y;
}

/// The values of a finite game: a row for every D, a column for every law of the generator.
template <class T>
using Game = std::vector<std::vector<T>>;

/// The best and the worst entry of a row or column.
template <class T>
T highest(const std::vector<T>& values) {
  T result = values.front();
  for (const T& x : values) result = max(result, x);
  return result;
}
template <class T>
T lowest(const std::vector<T>& values) {
  T result = values.front();
  for (const T& x : values) result = min(result, x);
  return result;
}
template <class T>
Game<T> transposed(const Game<T>& game) {
  Game<T> result(game.front().size());
  for (const auto& row : game) {
    for (std::size_t k = 0; k < row.size(); ++k) result[k].push_back(row[k]);
  }
  return result;
}

/// `outer` over the rows of `inner` over each row.
template <class T>
T over_rows(const Game<T>& game, T (*outer)(const std::vector<T>&),
            T (*inner)(const std::vector<T>&)) {
  std::vector<T> values;
  for (const auto& row : game) values.push_back(inner(row));
  return outer(values);
}
/// sup_D inf_G and inf_G sup_D.
template <class T>
T max_min(const Game<T>& game) {
  return over_rows<T>(game, highest, lowest);
}
template <class T>
T min_max(const Game<T>& game) {
  return over_rows<T>(transposed(game), lowest, highest);
}

/// A discriminator on the points 0, 1, ..., in tenths.
using Tenths = std::vector<int>;

/// All D with values 1/10, 1/2, 9/10 on n points.
std::vector<Tenths> coarse_discriminators(std::size_t n) {
  std::vector<Tenths> all = {{}};
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Tenths> longer;
    for (const Tenths& d : all) {
      for (const int value : {1, 5, 9}) {
        longer.push_back(d);
        longer.back().push_back(value);
      }
    }
    all = std::move(longer);
  }
  return all;
}

/// V(D, delta_x) for the masses of P, which sum to `mass`, as delta_x does.
template <class T>
T value_at_vertex(const std::vector<T>& masses, const T& mass, const Tenths& d, std::size_t x) {
  std::vector<T> terms = {T(mass * log(T(T(10 - d[x]) / 10)))};
  for (std::size_t i = 0; i < masses.size(); ++i) {
    terms.push_back(times_log(masses[i], T(T(d[i]) / 10)));
  }
  return sum(std::span<const T>(terms));
}
/// The game in which Q is a point mass.
template <class T>
Game<T> game_of(const std::vector<T>& masses, const T& mass, const std::vector<Tenths>& rows) {
  Game<T> game;
  for (const Tenths& d : rows) {
    game.emplace_back();
    for (std::size_t x = 0; x < masses.size(); ++x) {
      game.back().push_back(value_at_vertex(masses, mass, d, x));
    }
  }
  return game;
}

/// The pairs that are listed: on the exhaustive grids there are too many for 3^n discriminators.
const std::vector<std::shared_ptr<const Pair>>& pairs_of(const Setting& setting, const Tracked&) {
  return setting.listed;
}
const std::vector<std::shared_ptr<const Pair>>& pairs_of(const Setting& setting, const Ball&) {
  return setting.named;
}

constexpr std::size_t most_points = 5;

/// The games of all coarse D against point masses, for P = (k, 8-k)/8 and for the data law of every
/// listed pair with few points: sup inf <= inf sup.
constexpr auto weak_duality = []<class T>(const Setting& setting, Take<T>& take) {
  take.over(
      {"D in {1/10, 1/2, 9/10}^n against point masses, for P = (k, 8-k)/8 and the data law of "
       "every listed pair",
       "D ∈ {1/10, 1/2, 9/10}^n，对手为单点分布，P = (k, 8-k)/8 或列出的每个分布对的数据分布"});
  const auto compare = [&take](const std::vector<T>& masses, const T& mass, const Where& where) {
    const Game<T> game = game_of(masses, mass, coarse_discriminators(masses.size()));
    take.at_most(max_min(game), min_max(game), where);
  };
  for (int k = 0; k <= 8; ++k) {
    compare({T(k) / 8, T(8 - k) / 8}, T(1),
            [k] { return fmt::format("P = ({}, {})/8", k, 8 - k); });
  }
  for (const auto& pair : pairs_of(setting, T(0))) {
    const Columns<T>& c = Seen<T>::columns(*pair);
    if (c.size() > most_points) {
      take.leave_out({"more than 5 points", "多于 5 个点"});
      continue;
    }
    std::vector<T> masses;
    for (std::size_t i = 0; i < c.size(); ++i) masses.push_back(T(c.weight[i] * c.p[i]));
    compare(masses, functionals::mass_of_data(c), [&] { return pair->name(); });
  }
};

// P = (1/2, 1/2): V(D, delta_x) = (log R)/2 with R = D_1 D_2 (1-D_x)², a rational number.

template <class T>
Game<T> example_game(const std::vector<Tenths>& rows) {
  const T half = T(1) / 2;
  return game_of(std::vector<T>{half, half}, T(1), rows);
}
/// The numbers R of the same game.
Game<Rational> exponentials(const std::vector<Tenths>& rows) {
  Game<Rational> game;
  for (const Tenths& d : rows) {
    game.emplace_back();
    for (const int taken : d) {
      const Rational rest(10 - taken, 10);
      game.back().push_back(Rational(d[0], 10) * Rational(d[1], 10) * rest * rest);
    }
  }
  return game;
}
std::vector<Tenths> nine() {
  return coarse_discriminators(2);
}
/// Two networks, each sure of one point.
const std::vector<Tenths> two_networks = {{9, 1}, {1, 9}};

template <class T>
T half_log(int numerator, int denominator) {
  return log(T(T(numerator) / denominator)) / 2;
}

const Text nine_against_two = {"P = (1/2, 1/2), D in {1/10, 1/2, 9/10}²",
                               "P = (1/2, 1/2)，D ∈ {1/10, 1/2, 9/10}²"};
const Text two_against_all = {"P = (1/2, 1/2), D = (9/10, 1/10) or (1/10, 9/10)",
                              "P = (1/2, 1/2)，D = (9/10, 1/10) 或 (1/10, 9/10)"};

/// The number that `of` finds for the game of nine D against two point masses.
template <class Of>
Comparisons min_max_is(const Of& of) {
  return [of]<class T>(const Setting&, Take<T>& take) {
    take.over(nine_against_two);
    take.equal(of(example_game<T>(nine())), half_log<T>(9, 80), [] {
      return Text{"the game", "博弈"};
    });
  };
}
constexpr auto by_min_max = []<class T>(const Game<T>& game) -> T { return min_max(game); };
/// max_G min_D and min_D max_G.
constexpr auto by_generator_max = []<class T>(const Game<T>& game) -> T {
  return over_rows<T>(transposed(game), highest, lowest);
};
constexpr auto by_discriminator_min = []<class T>(const Game<T>& game) -> T {
  return over_rows<T>(game, lowest, highest);
};

/// inf sup = (log 9/80)/2 and sup inf = (log 1/16)/2 = -log 4 for point masses.
constexpr auto gap_of_point_masses = []<class T>(const Setting&, Take<T>& take) {
  take.over(nine_against_two);
  const Game<T> game = example_game<T>(nine());
  const auto where = [] { return Text{"the game", "博弈"}; };
  take.equal(min_max(game), half_log<T>(9, 80), where);
  take.equal(max_min(game), -log(T(4)), where);
};
/// The decimals of (log 9/80)/2: -1.0924, rounded.
constexpr auto decimals = []<class T>(const Setting&, Take<T>& take) {
  take.over({"one number", "一个数"});
  const T value = half_log<T>(9, 80);
  take.less(exactly<T>(Rational(-109245, 100000)), value, [] { return "-1.09245"; });
  take.less(value, exactly<T>(Rational(-109235, 100000)), [] { return "-1.09235"; });
};
bool has_gap() {
  const Game<Rational> game = exponentials(nine());
  return min_max(game) == Rational(9, 80) && max_min(game) == Rational(1, 16);
}
Evidence gap_exactly(bool confirms) {
  if (!has_gap()) return no_example(nine_against_two);
  return example(confirms, "inf sup = log(9/80)/2 > log(1/16)/2 = sup inf", nine_against_two);
}

/// V(D, Q) for Q = share, 1 - share on the two points.
template <class T>
T at_mix(const std::vector<T>& row, const T& share) {
  return share * row[0] + (1 - share) * row[1];
}

/// The same nine D against all Q: D = (1/2, 1/2) guarantees -log 4, and so does Q = (1/2, 1/2).
constexpr auto value_with_mixing = []<class T>(const Setting&, Take<T>& take) {
  take.over(nine_against_two);
  const Game<T> game = example_game<T>(nine());
  const auto where = [] { return Text{"the game", "博弈"}; };
  std::vector<T> against_half;
  for (const auto& row : game) against_half.push_back(at_mix(row, T(T(1) / 2)));
  take.equal(highest(against_half), -log(T(4)), where);
  take.equal(max_min(game), -log(T(4)), where);
};

/// V at Q = (1/2, 1/2) is (log R_1 R_2)/4. Both guarantees in rational arithmetic: R_1 R_2 <=
/// (1/16)² for each of the nine rows, and the row (1/2, 1/2) has R_1 = R_2 = 1/16.
Evidence mixing_exactly() {
  const Rational value(1, 16);
  const std::vector<Tenths> rows = nine();
  const Game<Rational> game = exponentials(rows);
  bool discriminator = false, generator = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    generator = generator && !(value * value < game[i][0] * game[i][1]);
    discriminator = discriminator || !(lowest(game[i]) < value);
  }
  if (!discriminator || !generator) return no_example(nine_against_two);
  return example(true,
                 Text{"D = (1/2, 1/2) has at least, Q = (1/2, 1/2) gives at most log(1/16)/2",
                      "D = (1/2, 1/2) 保证至少 log(1/16)/2，Q = (1/2, 1/2) 保证至多 log(1/16)/2"},
                 nine_against_two);
}

/// Two D against all Q: sup inf = (log 9/10000)/2, and inf sup = log 9/100, at Q = (1/2, 1/2).
constexpr auto gap_of_two_networks = []<class T>(const Setting&, Take<T>& take) {
  take.over(two_against_all);
  const Game<T> game = example_game<T>(two_networks);
  const T value = log(T(T(9) / 100));
  take.equal(max_min(game), half_log<T>(9, 10000), [] { return "sup inf"; });
  for (int k = 0; k <= 10; ++k) {
    const T share = T(k) / 10;
    const T most = max(at_mix(game[0], share), at_mix(game[1], share));
    const auto where = [k] { return fmt::format("Q = ({}/10, {}/10)", k, 10 - k); };
    take.at_most(value, most, where);
    if (k == 5) take.equal(most, value, where);
  }
};

/// The matrix game (log R)/2 of two D against two point masses, both players mixing: with
/// weights 1/2 and 1/2 each has (log w)/4, where w = R_1 R_2 is the same for both rows and for
/// both columns. So (log w)/4 is the value with D drawn at random, and inf sup over all Q; every D
/// alone has only (log 9/10000)/2.
Evidence two_networks_exactly() {
  const Game<Rational> game = exponentials(two_networks);
  const Rational w = Rational(9, 100) * Rational(9, 100) * Rational(9, 100) * Rational(9, 100);
  const auto has_product = [&](const std::vector<Rational>& line) {
    return line[0] * line[1] == w;
  };
  const Game<Rational> columns = transposed(game);
  const bool solved = std::all_of(game.begin(), game.end(), has_product) &&
                      std::all_of(columns.begin(), columns.end(), has_product);
  const Rational alone = max_min(game);
  if (!solved || alone != Rational(9, 10000) || !(alone * alone < w)) {
    return no_example(two_against_all);
  }
  return example(
      true,
      Text{"sup inf = log(9/10000)/2 < log(9/100) = inf sup, by mixing with 1/2, 1/2",
           "sup inf = log(9/10000)/2 < log(9/100) = inf sup，双方各以 1/2、1/2 混合即得"},
      two_against_all);
}

// The value found from both sides, by routes of mirror descent that do not know it.

const Rational half_rate(1, 2);

/// KL(P||Q_0)/(η k) for the whole route.
template <class T>
T bound_of_route(const Route& route) {
  const auto start = columns_of<T>(route.data, route.start);
  return integrate(start, formulas::kl_density) / (exactly<T>(route.rate) * route.steps);
}
/// At the end of every route: C + log 4 is at most that bound, and TV² is at most C + log 4.
constexpr auto ends_near_the_value = []<class T>(const Setting&, Take<T>& take) {
  take.over({fmt::format("the ends of {} routes", descents().size()),
             fmt::format("{} 条路径的终点", descents().size())});
  for (const Route& route : descents()) {
    const auto end = columns_of<T>(route.data, laws_of(route).back());
    const T excess = integrate(end, formulas::value_at_optimum) + 2 * log(T(2));
    const T distance = integrate(end, formulas::tv_density);
    const auto where = [&] { return route.name; };
    take.at_most(excess, bound_of_route<T>(route), where);
    take.at_most(distance * distance, excess, where);
  }
};

/// The mean of the D* that the steps of a route meet.
template <class T>
std::vector<Chance<T>> mean_discriminator(const Route& route) {
  std::vector<Chance<T>> mean(route.data.size(), {T(0), T(0)});
  const std::vector<FiniteLaw> laws = laws_of(route);
  for (int k = 0; k < route.steps; ++k) {
    const auto met =
        best_discriminator(columns_of<T>(route.data, laws[static_cast<std::size_t>(k)]));
    for (std::size_t x = 0; x < mean.size(); ++x) {
      mean[x].yes = mean[x].yes + met[x].yes / route.steps;
      mean[x].no = mean[x].no + met[x].no / route.steps;
    }
  }
  return mean;
}
/// With D the mean: V(D, delta_x) for every x, against -log 4 less what one may lose.
///
/// For the D_t of the steps V(D_t, delta_x) = C(Q_t) + the integral of log(1-D_t) over delta_x -
/// Q_t, and by the step that is at least C(Q_(t+1)) - (log 1/Q_t(x) - log 1/Q_(t+1)(x))/η; V is
/// concave in D. So the mean has at least -log 4 - log(1/Q_0(x))/(η k).
template <bool with_loss>
constexpr auto guarantees = []<class T>(const Setting&, Take<T>& take) {
  take.over({fmt::format("the mean D of {} routes against every point", descents().size()),
             fmt::format("{} 条路径的平均 D 对每个单点分布", descents().size())});
  for (const Route& route : descents()) {
    const auto d = mean_discriminator<T>(route);
    const auto c = columns_of<T>(route.data, route.data);
    const auto at = [&](const Columns<T>&, std::size_t i) { return d[i]; };
    const T of_data = frozen::value(c, at, std::vector<T>(c.size(), T(0)));
    for (std::size_t x = 0; x < c.size(); ++x) {
      const T loss = -log(exactly<T>(route.start[x])) / (exactly<T>(route.rate) * route.steps);
      const T least = -2 * log(T(2)) - (with_loss ? loss : T(0));
      take.at_most(least, of_data + log(d[x].no),
                   [&] { return fmt::format("{}, x = {}", route.name, x); });
    }
  }
};

/// C before and after the step of this rate from Q = (1, 999)/1000, P = (1, 9)/10: far from P,
/// where a step that is too long goes past it.
Comparisons step_from_afar(const Rational& rate) {
  const Route route = {"P = (1,9)/10, Q = (1,999)/1000",
                       {Rational(1, 10), Rational(9, 10)},
                       {Rational(1, 1000), Rational(999, 1000)},
                       rate,
                       0,
                       {}};
  return descent::along({route}, descent::falls);
}

std::vector<Series> courses_of_descents() {
  std::vector<Series> courses;
  for (const Route& route : descents()) courses.push_back(series_of(route));
  return courses;
}

void add_descent(Claim& claim) {
  const Comparisons fall = descent::of_pairs(half_rate, descent::falls_by);
  PartOf(claim, "descent")
      .summed(fall, {"what C loses in a step with η = 1/2, from the Q of each pair",
                     "从每一对的 Q 出发、η = 1/2 的一步中 C 的减少量"})
      .summed(descent::along(descents(), descent::falls_by),
              {"the same along routes, with η from 1/10 to 1", "沿路径同样比较，η 从 1/10 到 1"})
      .summed(descent::along(descents(), descent::falls),
              {"C after a step against C before it, along the routes",
               "沿路径比较每一步之后与之前的 C"},
              courses_of_descents)
      .enclosed(fall, {"what C loses in a step, enclosed", "一步中 C 的减少量，计算包含区间"})
      .proved({"C(Q) - C(Q') as three divergences, each p f(q/p) with f(t) = t - 1 - log t ≥ 0",
               "C(Q) - C(Q') 化为三个散度，各形如 p f(q/p)，其中 f(t) = t - 1 - log t ≥ 0"},
              [] { return mirror_step_falls(); });
  const Comparisons approach = descent::along(descents(), descent::approaches);
  PartOf(claim, "rate")
      .summed(approach, {"η (C(Q') + log 4) against what a step comes nearer to P, along routes",
                         "沿路径比较 η (C(Q') + log 4) 与每一步中 KL(P‖Q) 的减少量"})
      .summed(ends_near_the_value,
              {"C + log 4 at the end of the routes, against KL(P‖Q_0)/(ηk) and "
               "TV²",
               "路径终点处的 C + log 4 与 KL(P‖Q_0)/(ηk) 及 TV² 比较"})
      .enclosed(approach, {"a step of the routes, enclosed", "路径的每一步，计算包含区间"})
      .enclosed(ends_near_the_value, {"their ends, enclosed", "路径的终点，计算包含区间"})
      .proved({"KL(P‖Q) - KL(P‖Q') - η (C(Q') + log 4) as three terms ≥ 0",
               "KL(P‖Q) - KL(P‖Q') - η (C(Q') + log 4) 化为三个非负项"},
              [] { return mirror_step_approaches(); });
  PartOf(claim, "mean-discriminator")
      .summed(guarantees<true>,
              {"V at every point mass for the mean of D*", "平均 D* 对每个单点分布的 V"})
      .enclosed(guarantees<true>, the_same_enclosed);
}

void add_unrestricted(Claim& claim) {
  const Relation guarantee = infimum_is_below(frozen::by_number<spread::Inside>);
  PartOf(claim, "unrestricted")
      .summed(at_most(minus_log4, functionals::value_found),
              {"the maximum over D, found point by point, for every Q",
               "对每个 Q，逐点求得的关于 D 的最大值"})
      .summed(equal(of_equals(functionals::value_at_optimum), minus_log4_of_data()),
              {"it is -log 4 at Q = P", "Q = P 时它等于 -log 4"})
      .summed(guarantee, {"the least V(D, Q) of all Q, for a D in (0, 1)",
                          "D 取值于 (0, 1)：V(D, Q) 关于 Q 的最小值"})
      .enclosed(guarantee, the_same_enclosed)
      .proved({"V(1/2, Q) = -log 4 for every Q, and V(D, P) ≤ -log 4 for every D",
               "对一切 Q，V(1/2, Q) = -log 4；对一切 D，V(D, P) ≤ -log 4"},
              [] { return infima_are_minus_log4(); });
}

void add_finite_games(Claim& claim) {
  PartOf(claim, "weak-duality")
      .summed(weak_duality, {"both values of finite games", "有限博弈的两个值"})
      .enclosed(weak_duality, the_same_enclosed);
  PartOf(claim, "point-masses")
      .summed(gap_of_point_masses, {"both values, 9 by 2", "两个值，9 行 2 列"})
      .enclosed(gap_of_point_masses, the_same_enclosed)
      .summed(decimals, {"log(9/80)/2 between -1.09245 and -1.09235",
                         "log(9/80)/2 介于 -1.09245 与 -1.09235 之间"})
      .enclosed(decimals, the_same_enclosed)
      .checked(Witness::symbolic, {"both values in rational arithmetic", "以有理数精确计算两个值"},
               [](const Setting&) { return gap_exactly(true); });
  PartOf(claim, "mixing")
      .summed(value_with_mixing, {"what each player can guarantee", "双方各自能保证的值"})
      .enclosed(value_with_mixing, the_same_enclosed)
      .checked(Witness::symbolic,
               {"both guarantees in rational arithmetic", "以有理数精确验证双方的保证值"},
               [](const Setting&) { return mixing_exactly(); });
  PartOf(claim, "two-networks")
      .summed(gap_of_two_networks,
              {"both values, Q on eleven points of the segment", "两个值，Q 取线段上的十一个点"})
      .enclosed(gap_of_two_networks, the_same_enclosed)
      .checked(Witness::symbolic,
               {"both values by the guarantees of both players, in rational arithmetic",
                "由双方的保证值，以有理数精确求两个值"},
               [](const Setting&) { return two_networks_exactly(); });
}

void add_twins(Claim& claim) {
  Twins(claim, min_max_is(by_min_max))
      .grid(R"(\max_G \min_D V(D, G))",
            {"both operators exchanged their roles", "误把两个算子互换"},
            min_max_is(by_generator_max))
      .grid(R"(\min_D \max_G V(D, G))",
            {"the discriminator minimises, the generator maximises",
             "误作判别器求最小、生成器求最大"},
            min_max_is(by_discriminator_min));
  add_twin(claim, Witness::symbolic,
           R"(\inf_G \sup_D V = \sup_D \inf_G V \text{ for every restricted class})",
           {"the order never matters", "误认为两个算子的次序从不影响结果"}, {},
           [](const Setting&) { return gap_exactly(false); });
  Twins(claim, step_from_afar(half_rate))
      .grid(R"(C(Q') \le C(Q) \text{ in every step with } \eta = 2)",
            {"a step of any length descends", "误认为不论步长多大 C 都下降"},
            step_from_afar(Rational(2)))
      .ball(R"(C(Q') \le C(Q) \text{ for } Q' \propto Q\, e^{+\eta \log(1 - D^*)})",
            {"the sign of the step reversed", "一步的方向取反"}, step_from_afar(-half_rate));
  Twins(claim, guarantees<true>)
      .grid(R"(\inf_Q V(\bar D, Q) \ge -\log 4)",
            {"the mean of the D* loses nothing", "误认为平均 D* 毫无损失"}, guarantees<false>);
}

}  // namespace

void minimax_objective(Claim& claim) {
  add_unrestricted(claim);
  add_finite_games(claim);
  add_descent(claim);
  add_twins(claim);
}

}  // namespace gancheck
