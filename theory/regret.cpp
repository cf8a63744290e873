#include "theory/regret.hpp"

#include "theory/algebra.hpp"
#include "theory/lemmas.hpp"

namespace gancheck {

Evidence regret_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Chance<Symbol> d = free_chance();
  return same_form(loss_density(p, q, d), formulas::regret_density(p, q, d),
                   {"all p, q > 0 and all D in (0, 1)", "一切 p, q > 0 与 (0, 1) 中的 D"},
                   {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace gancheck
