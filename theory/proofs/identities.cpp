#include "theory/proofs/identities.hpp"

namespace gancheck {

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

}  // namespace gancheck
