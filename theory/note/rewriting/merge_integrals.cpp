// Claim 22: both integrals of V merge into one, also where one of them is -infinity.
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::Ends;
using spread::Inside;
using spread::integral;

template <class D>
Functional two_integrals() {
  return integral<D>(spread::data_term) + integral<D>(spread::generator_term);
}
template <class D>
Relation additive() {
  return equal(two_integrals<D>(), integral<D>(value_density));
}

/// (p+q)[log D + log(1-D)]
constexpr auto factored_wrongly = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return (p + q) * (log(d.yes) + log(d.no));
};
/// D^p (1-D)^q; the logarithm belongs under the integral.
constexpr auto powers = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return exp(value_density(p, q, d));
};

/// The sign of the second integrand lost, for D = q/(p+q) on disjoint supports: -infinity and
/// +infinity, whose sum is undefined and must not pass as a number.
Relation undefined_sum() {
  const Functional data =
      integral_of([]<class T>(const T& p, const T& q) -> T { return times_log(p, q / (p + q)); });
  const Functional generator =
      integral_of([]<class T>(const T& p, const T& q) -> T { return -times_log(q, p / (p + q)); });
  return equal(data + generator, 0);
}

}  // namespace

void merge_integrals(Claim& claim) {
  PartOf(claim, "additivity")
      .summed(additive<Inside>(), {"both sides for a D in (0, 1)", "D 取值于 (0, 1)，比较两边"})
      .summed(additive<Ends>(), {"both sides for D = 0, 1/2, 1: -∞ on both or on neither",
                                 "D 取 0、1/2、1：两边同为 -∞，或都不是"})
      .enclosed(additive<Inside>());
  Twins(claim, additive<Inside>())
      .on("W7")
      .grid(R"(\int (p+q)\bigl(\log D + \log(1-D)\bigr)\,d\mu)",
            {"the densities factored out of both terms", "把两个密度一并提到括号外"},
            equal(two_integrals<Inside>(), integral<Inside>(factored_wrongly)))
      .grid(R"(\log \int D^p (1-D)^q\,d\mu)",
            {"the logarithm of the integral for the integral of the logarithm",
             "把对数的积分误作积分的对数"},
            equal(two_integrals<Inside>(), log(integral<Inside>(powers))));
  add_twin(
      claim, Witness::grid, R"(-\infty + \infty = 0)",
      {"an undefined sum counted as a number (aimed at the judge)",
       "把无定义的和当作数（针对判定程序本身）"},
      {"W10"}, [](const Setting& s) { return on_grid(s, undefined_sum()); }, Expect::undecided);
}

}  // namespace gancheck
