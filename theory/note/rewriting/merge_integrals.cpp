// Claim 22: both integrals of V merge into one, also where one of them is -infinity.
#include "theory/checks/functionals.hpp"
#include "theory/checks/spread.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::data_term;
using spread::Ends;
using spread::generator_term;
using spread::Inside;
using spread::integral;

template <class D>
auto two_integrals() {
  return []<class T>(const Columns<T>& c) -> T {
    return integral<D>(data_term)(c) + integral<D>(generator_term)(c);
  };
}
template <class D>
auto additive() {
  return equal(two_integrals<D>(), integral<D>(value_density));
}

/// (p+q)[log D + log(1-D)]
constexpr auto factored_wrongly = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return (p + q) * (log(d.yes) + log(d.no));
};
/// The logarithm of the integral of D^p (1-D)^q; the integral of the logarithm would be right.
constexpr auto log_of_integral = []<class T>(const Columns<T>& c) -> T {
  return log(integral<Inside>([]<class U>(const U& p, const U& q, const Chance<U>& d) -> U {
    return exp(value_density(p, q, d));
  })(c));
};

/// The sign of the second integrand lost, for D = q/(p+q) on disjoint supports: -infinity and
/// +infinity, whose sum is undefined and must not pass as a number.
Evidence undefined_sum(const Setting& setting) {
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    const Tracked data = integrate(
        c, [](const Tracked& p, const Tracked& q) -> Tracked { return times_log(p, q / (p + q)); });
    const Tracked generator = integrate(c, [](const Tracked& p, const Tracked& q) -> Tracked {
      return -times_log(q, p / (p + q));
    });
    residuals.equal(data + generator, Tracked(0), [&] { return pair->name(); });
  }
  return residuals.evidence();
}

std::vector<Check> checks() {
  return {{"additivity",
           {"both sides for a D in (0, 1)", "D 取值于 (0, 1)，比较两边"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, additive<Inside>()); }},
          {"additivity",
           {"both sides for D = 0, 1/2, 1: -infinity on both or on neither",
            "D 取 0、1/2、1：两边同为 -∞，或都不是"},
           Witness::grid,
           [](const Setting& s) { return on_grid(s, additive<Ends>()); }},
          {"additivity",
           {"both sides enclosed", "两边的包含区间"},
           Witness::ball,
           [](const Setting& s) { return in_balls(s, additive<Inside>()); }}};
}

}  // namespace

void merge_integrals(Claim& claim) {
  claim.checks = checks();
  claim.controls = {
      grid_twin('a', R"(\int (p+q)\bigl(\log D + \log(1-D)\bigr)\,d\mu)",
                {"the densities factored out of both terms", "把两个密度一并提到括号外"}, {"W7"},
                equal(two_integrals<Inside>(), integral<Inside>(factored_wrongly)),
                additive<Inside>()),
      grid_twin('b', R"(\log \int D^p (1-D)^q\,d\mu)",
                {"the logarithm of the integral for the integral of the logarithm",
                 "把对数的积分误作积分的对数"},
                {"W7"}, equal(two_integrals<Inside>(), log_of_integral), additive<Inside>()),
      {.letter = 'c',
       .mutant = R"(-\infty + \infty = 0)",
       .what = {"an undefined sum counted as a number (aimed at the judge)",
                "把无定义的和当作数（针对判定程序本身）"},
       .witness = Witness::grid,
       .expect = Expect::undecided,
       .on = {"W10"},
       .run = undefined_sum}};
}

}  // namespace gancheck
