// Claim 1: the game of the note is equivalent to a zero-sum game: V and the generator's own
// objective differ by a term in which the generator does not occur.
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::data_term;
using spread::generator_term;
using spread::Inside;
using spread::InsideToo;
using spread::integral;

/// V(D, G), and J_G(D, G), the integral of log(1-D) over P_g.
template <class D>
Functional value() {
  return integral<D>(value_density);
}
template <class D>
Functional cost() {
  return integral<D>(generator_term);
}
/// The integral of log D over P.
template <class D>
Functional dropped() {
  return integral<D>(data_term);
}

/// The non-saturating objective: minus the integral of log D over P_g.
constexpr auto non_saturating_term = []<class T>(const T&, const T& q, const Chance<T>& d) -> T {
  return -times_log(q, d.yes);
};

/// Generators G_2 beside that of the pair, by the densities of their laws: (P_g + 2P)/3, and P
/// itself.
constexpr auto blend = []<class T>(const T& p, const T& q) -> T { return (q + 2 * p) / 3; };
constexpr auto data = []<class T>(const T& p, const T&) -> T { return p; };

/// f(G_1) - f(G_2).
Functional change(const Functional& f, const Formula& second) {
  return f - with_generator(f, second);
}
/// V changes by the same as `objective` from G_1 to G_2.
Relation changes_alike(const Functional& objective, const Formula& second) {
  return equal(change(value<Inside>(), second), change(objective, second));
}
/// V is J_G and the same number for G_1 and G_2.
Relation term_is(const Functional& term) {
  return equal(value<Inside>() - cost<Inside>(), term);
}

/// V - J_G has the integrand p log D, which does not change with q: also where a density vanishes.
Evidence term_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  const Chance<Symbol> d = free_chance();
  const auto rest = [&](const Symbol& a, const Symbol& b) -> Symbol {
    return value_density(a, b, d) - generator_term(a, b, d);
  };
  std::vector<Identity> proof =
      same_where_not_null(rest, [&](const Symbol& a, const Symbol&) { return a * log(d.yes); });
  proof.push_back({derivative(rest(p, q), q), none});
  return same_forms(proof, {"all P, all G, all D in (0, 1)", "一切 P，一切 G，(0, 1) 中的一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// The integrands of both differences, for the densities q and r of two generators.
Evidence differences_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), r = Symbol::positive("r");
  const Symbol none(0), one(1);
  const Chance<Symbol> d = free_chance();
  std::vector<Identity> proof;
  const auto add = [&](const Symbol& of_data, const Symbol& first, const Symbol& second,
                       const Chance<Symbol>& at) {
    proof.push_back({value_density(of_data, first, at) - value_density(of_data, second, at),
                     generator_term(of_data, first, at) - generator_term(of_data, second, at)});
  };
  for (const Symbol& of_data : {p, none}) {
    add(of_data, q, r, d);
    add(of_data, q, none, d);
    add(of_data, none, r, d);
  }
  // D = 0 where p = 0, and D = 1 where q = r = 0: elsewhere a term is -infinity.
  add(none, q, r, {none, one});
  add(p, none, none, {one, none});
  return same_forms(proof,
                    {"all P, all G_1 and G_2, all D with both sides finite",
                     "一切 P，一切 G_1 与 G_2，使两边有限的一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace

void goal_two_player(Claim& claim) {
  const Relation term = term_is(dropped<Inside>());
  const Relation term_stays = equal(value<Inside>() - cost<Inside>(),
                                    with_generator(value<Inside>() - cost<Inside>(), data));
  PartOf(claim, "term")
      .summed(term,
              {"V - J_G against the integral of log D over P", "V - J_G 与 log D 对 P 的积分比较"})
      .summed(term_stays, {"V - J_G for two generators", "对两个生成器比较 V - J_G"})
      .enclosed(term)
      .proved({"the integrand of V - J_G has no q in it", "V - J_G 的被积函数不含 q"},
              term_by_algebra);
  const Relation to_blend = changes_alike(cost<Inside>(), blend);
  const Relation to_data = changes_alike(cost<Inside>(), data);
  PartOf(claim, "differences")
      .summed(to_blend, {"both differences for the laws P_g and (P_g + 2P)/3",
                         "对分布 P_g 与 (P_g + 2P)/3 比较两个差"})
      .summed(to_data, {"both differences for the laws P_g and P", "对分布 P_g 与 P 比较两个差"})
      .enclosed(to_blend)
      .enclosed(to_data)
      .proved({"the integrands by normal forms", "用标准形比较被积函数"}, differences_by_algebra);
  Twins(claim, term)
      .on("W1")
      .grid(R"(V(D,G) - J_G(D,G) = \int \log D'\,dP \text{ for every } D')",
            {"the dropped term free of D as well", "误认为略去的项也与 D 无关"},
            term_is(dropped<InsideToo>()));
  Twins(claim, to_data)
      .on("W7")
      .grid(R"(V(D,G_1) - V(D,G_2) = \int \log D\,dQ_2 - \int \log D\,dQ_1)",
            {"the non-saturating game taken for the zero-sum game", "把非饱和博弈当作零和博弈"},
            changes_alike(integral<Inside>(non_saturating_term), data))
      .grid(R"(V(D,G_1) - V(D,G_2) = -\bigl(J_G(D,G_1) - J_G(D,G_2)\bigr))",
            {"the sign of the generator's objective", "生成器目标的符号颠倒"},
            changes_alike(-cost<Inside>(), data));
}

}  // namespace gancheck
