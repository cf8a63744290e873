#include "theory/proofs/identities.hpp"

#include <iterator>
#include <utility>

namespace gancheck {

void append(std::vector<Identity>& proof, std::vector<Identity> more) {
  proof.insert(proof.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

Evidence same_forms(const std::vector<Identity>& identities, Text scope,
                    std::vector<std::string> rests_on) {
  Evidence all;
  all.ground = Ground::normal_form;
  all.scope = std::move(scope);
  all.rests_on = std::move(rests_on);
  all.same_form = !identities.empty();
  all.forms = {"", ""};
  for (const Identity& identity : identities) {
    const Evidence one = same_form(identity.left, identity.right, all.scope);
    all.attempted += one.attempted;
    all.decided += one.decided;
    for (std::size_t side = 0; side < 2; ++side) {
      all.forms[side] += (all.forms[side].empty() ? "" : "; ") + one.forms[side];
    }
    if (one.same_form) continue;
    all.same_form = false;
    if (all.where.empty()) all.where = one.where;
    if (all.trouble.empty()) all.trouble = one.trouble;
  }
  return all;
}

std::vector<Identity> same_where_not_null(const SymbolicFormula& f, const SymbolicFormula& g) {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  return {{f(p, q), g(p, q)}, {f(p, none), g(p, none)}, {f(none, q), g(none, q)}};
}

const Text all_pairs_of_laws = {"all P, Q", "一切 P、Q"};

Evidence same_integrals(const SymbolicFormula& f, const SymbolicFormula& g) {
  return same_forms(same_where_not_null(f, g), all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace gancheck
