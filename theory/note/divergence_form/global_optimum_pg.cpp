// Claim 52: over all laws Q of the generator, C is least at Q = P and nowhere else.
#include <algorithm>

#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/replaced_laws.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/pairs_of_one_law.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::value_at_optimum;

/// C + log 4, which is C + (P^ + Q^) log 2 on grids of any mass.
constexpr auto excess = []<class T>(const Columns<T>& c) -> T {
  return value_at_optimum(c) - minus_log4(c);
};

const auto attained = equal(of_equals(value_at_optimum), of_equals(minus_log4));
const auto least = at_most(of_equals(excess), excess);
const auto above = less(minus_log4, value_at_optimum);

constexpr auto twice_squared_tv = []<class T>(const Columns<T>& c) -> T {
  const T tv = functionals::total_variation(c);
  return 2 * tv * tv;
};
constexpr auto excess_times_mass = []<class T>(const Columns<T>& c) -> T {
  return total_mass(c) * excess(c);
};
const auto grows_with_distance = at_most(twice_squared_tv, excess_times_mass);

const Text left_out_of_scan = {
    "this P occurs without Q = P or with no other Q, or Q is so near to P that TV² is below the "
    "rounding of C",
    "该 P 没有 Q = P 的分布对，或此外再无别的 Q；或 Q 与 P 太近，TV² 低于 C 的舍入误差"};

/// For every P: C at Q = P is less than C at each other Q of the setting.
Evidence scan_over_generators(const Setting& setting) {
  Residuals residuals(
      {"every Q of each P in " + setting.scope.en, setting.scope.zh + "中每个 P 的一切 Q"});
  for (const PairsOfOneLaw& family : pairs_of_one_law(setting)) {
    const Pair* optimum = family.size() > 1 ? pair_of_equals(family) : nullptr;
    if (!optimum) {
      for (std::size_t i = 0; i < family.size(); ++i) residuals.leave_out(left_out_of_scan);
      continue;
    }
    const Tracked at_optimum = excess(optimum->tracked());
    for (const auto& pair : family) {
      if (pair.get() == optimum) continue;
      const Tracked other = excess(pair->tracked());
      const double distance = functionals::total_variation(pair->tracked()).upper();
      if (distance * distance <= bound_of(at_optimum, other)) {
        residuals.leave_out(left_out_of_scan);
      } else {
        residuals.less(at_optimum, other, [&] { return pair->name(); });
      }
    }
  }
  return residuals.evidence();
}

/// Q uniform on the points of the grid, with the mass of P.
constexpr auto uniform = []<class T>(const Columns<T>& c) -> std::vector<T> {
  T points(0);
  for (const T& weight : c.weight) points = points + weight;
  return std::vector<T>(c.size(), T(mass_of_data(c) / points));
};

/// Q = the mass of P at the point where p is largest.
const auto at_mode = [](const Columns<Tracked>& c) -> std::vector<Tracked> {
  const auto smaller = [](const Tracked& a, const Tracked& b) { return a.value() < b.value(); };
  const auto mode = std::max_element(c.p.begin(), c.p.end(), smaller) - c.p.begin();
  std::vector<Tracked> q(c.size(), Tracked(0));
  const auto i = static_cast<std::size_t>(mode);
  q[i] = mass_of_data(c) / c.weight[i];
  return q;
};

/// Against "Q' is the optimum": C at Q' is claimed to be no more than C at P.
template <class NewLaw>
Control optimum_twin(char letter, std::string mutant, Text what, const NewLaw& law) {
  return grid_twin(letter, std::move(mutant), std::move(what), {"W7"},
                   at_most(with_generator(excess, law), of_equals(excess)), attained);
}

std::vector<Check> checks() {
  return {
      {"attained",
       {"C at Q = P for the data law of every pair", "对每一对的数据分布计算 Q = P 处的 C"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, attained); }},
      {"attained",
       {"C + log 4 = KL(P||M) + KL(Q||M), which vanishes where p = m = q",
        "C + log 4 = KL(P||M) + KL(Q||M)，在 p = m = q 处为零"},
       Witness::symbolic,
       [](const Setting&) { return log4_bound_by_tangent(); }},
      {"least",
       {"C + log 4 at Q = P and at Q", "Q = P 处与 Q 处的 C + log 4"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, least); }},
      density_check("least",
                    {"C(G) + log 4 integrated and enclosed for laws with densities",
                     "对有密度的分布积分，计算 C(G) + log 4 的包含区间"},
                    Order::at_most, numbers::minus_log4, numbers::value),
      {"least", entropy_bound_in_words, Witness::ball,
       [](const Setting&) { return entropy_is_at_most_log2(); }},
      {"least",
       {"two divergences, each >= 0 by log t <= t - 1", "两个散度由 log t <= t - 1 各自非负"},
       Witness::symbolic,
       [](const Setting&) { return log4_bound_by_tangent(); }},
      {"unique",
       {"every Q of the simplex grids scanned for each P", "在单纯形网格上，对每个 P 扫描一切 Q"},
       Witness::grid,
       scan_over_generators},
      {"unique",
       {"TV² against C + log 4", "TV² 与 C + log 4 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, grows_with_distance); }},
      {"unique",
       {"C enclosed above -log 4 for Q != P", "Q ≠ P 时，C 的包含区间整个位于 -log 4 之上"},
       Witness::ball,
       [](const Setting& s) {
         return in_balls_where(own_suite(s.named), are_different, {"P = Q", "P = Q"}, above);
       }},
      {"unique",
       {"log 2 - h(t) >= 2(t - 1/2)² on [0, 1], from which TV² <= C + log 4",
        "[0, 1] 上 log 2 - h(t) >= 2(t - 1/2)²，由此得 TV² <= C + log 4"},
       Witness::ball,
       [](const Setting&) { return entropy_is_below_parabola(); }},
      {"unique",
       {"TV² <= C + log 4, from log 2 - h(t) >= 2(t - 1/2)²",
        "由 log 2 - h(t) >= 2(t - 1/2)² 得 TV² <= C + log 4"},
       Witness::symbolic,
       [](const Setting&) { return stability_by_convexity(); }}};
}

std::vector<Control> controls() {
  return {optimum_twin('a', R"(P_g^* = \text{uniform})",
                       {"the optimum is the uniform law", "误认为最优的是均匀分布"}, uniform),
          optimum_twin('b', R"(P_g^* = \delta_{\text{mode}})",
                       {"the optimum sits on the mode of P", "误认为最优分布集中在 P 的众数上"},
                       at_mode),
          grid_twin('c', R"(C(Q) \le C(P) \text{ for every } Q)",
                    {"Q = P as the maximiser", "误认为 Q = P 是最大值点"}, {"W7"},
                    at_most(excess, of_equals(excess)), least),
          {.letter = 'd',
           .mutant = R"(C(Q) = -\log 4 \text{ for some } Q \ne P)",
           .what = {"another law attains the minimum; three are excluded",
                    "误认为另有分布取到最小值；逐一排除三个"},
           .witness = Witness::ball,
           .on = {"W1", "W2", "W7"},
           .run = [](const Setting& s) {
             return nearest_in_balls(s, equal(value_at_optimum, minus_log4));
           }}};
}

}  // namespace

void global_optimum_pg(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
