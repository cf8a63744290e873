// Claim 1: the game of the note is equivalent to a zero-sum game: V and the generator's own
// objective differ by a term in which the generator does not occur.
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using spread::data_term;
using spread::Ends;
using spread::generator_term;
using spread::Inside;
using spread::InsideToo;
using spread::integral;

/// V(D, G), and J_G(D, G), the integral of log(1-D) over Q.
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

/// The non-saturating objective: minus the integral of log D over Q.
constexpr auto non_saturating_term = []<class T>(const T&, const T& q, const Chance<T>& d) -> T {
  return -times_log(q, d.yes);
};

/// Generators G_2 beside that of the pair, by the densities of their laws: (Q + 2P)/3, and P
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
/// V is J_G plus `term`, for one D.
template <class D>
Relation term_is(const Functional& term) {
  return equal(value<D>(), cost<D>() + term);
}

/// The integrand of V is that of J_G plus p log D: for D in (0, 1), also where a density vanishes,
/// for D = 1 where q = 0 and for D = 0 where p = 0. (For every other D = 0 or 1 both sides are
/// -infinity.) And p log D does not change with q.
std::vector<Identity> value_is_cost_and_term() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  const Chance<Symbol> d = free_chance();
  std::vector<Identity> proof = {{derivative(data_term(p, q, d), q), none}};
  const auto add = [&](const Symbol& a, const Symbol& b, const Chance<Symbol>& at) {
    proof.push_back({value_density(a, b, at), generator_term(a, b, at) + data_term(a, b, at)});
  };
  add(p, q, d);
  add(p, none, d);
  add(none, q, d);
  add(p, none, {one, none});
  add(none, q, {none, one});
  return proof;
}

/// No integrand is positive, so that the integrals may be added also where they are -infinity.
Evidence term_by_algebra() {
  return same_forms(value_is_cost_and_term(),
                    {"all P, all G, all D in [0, 1]", "一切 P，一切 G，[0, 1] 中的一切 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// V is J_G + c with the same finite number c for both generators. (Where one J_G is -infinity,
/// both differences are infinite, with the same sign.)
Evidence differences_by_algebra() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Symbol first = variable("J1"), second = variable("J2"), c = variable("c");
  std::vector<Identity> proof = value_is_cost_and_term();
  proof.push_back({(first + c) - (second + c), first - second});
  return same_forms(proof,
                    {"all P, all G_1 and G_2, all D for which the differences are formed",
                     "一切 P，一切 G_1 与 G_2，一切可以作差的 D"},
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace

void goal_two_player(Claim& claim) {
  const Relation term = term_is<Inside>(dropped<Inside>());
  const Relation term_stays = equal(value<Inside>() - cost<Inside>(),
                                    with_generator(value<Inside>() - cost<Inside>(), data));
  PartOf(claim, "term")
      .summed(term, {"V against J_G plus the integral of log D over P, D in (0, 1)",
                     "D 取值于 (0, 1)：V 与 J_G 加 log D 对 P 的积分比较"})
      .summed(term_is<Ends>(dropped<Ends>()),
              {"the same for D = 0, 1/2, 1: -∞ on both sides or on neither",
               "同上，D 取 0、1/2、1：两边同为 -∞，或都不是"})
      .summed(term_stays, {"V - J_G for two generators", "对两个生成器比较 V - J_G"})
      .enclosed(term)
      .proved({"the integrands are identical, and p log D has no q in it",
               "两个被积函数恒等，且 p log D 不含 q"},
              term_by_algebra);
  const Relation to_blend = changes_alike(cost<Inside>(), blend);
  const Relation to_data = changes_alike(cost<Inside>(), data);
  PartOf(claim, "differences")
      .summed(to_blend, {"both differences for the laws Q and (Q + 2P)/3",
                         "对分布 Q 与 (Q + 2P)/3 比较两个差"})
      .summed(to_data, {"both differences for the laws Q and P", "对分布 Q 与 P 比较两个差"})
      .enclosed(to_blend)
      .enclosed(to_data)
      .proved({"V is J_G plus the same number for both generators",
               "对两个生成器，V 都等于 J_G 加上同一个数"},
              differences_by_algebra);
  Twins(claim, term)
      .on("W1")
      .grid(R"(V(D,G) = J_G(D,G) + \int \log D'\,dP \text{ for every } D')",
            {"the dropped term free of D as well", "误认为略去的项也与 D 无关"},
            term_is<Inside>(dropped<InsideToo>()));
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
