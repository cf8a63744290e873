#include "theory/proofs/algebra.hpp"

namespace gancheck {

Chance<Symbol> free_chance(const std::string& u, const std::string& v) {
  const Symbol a = Symbol::positive(u), b = Symbol::positive(v);
  return {a / (a + b), b / (a + b)};
}

Text all_positive(const std::string& variables) {
  return {"all " + variables + " > 0", "一切 " + variables + " > 0"};
}

Evidence same_form(const Symbol& left, const Symbol& right, Text scope,
                   std::vector<std::string> rests_on) {
  const NormalForm difference = normal_form(left - right);
  Evidence evidence;
  evidence.ground = Ground::normal_form;
  evidence.scope = std::move(scope);
  evidence.rests_on = std::move(rests_on);
  evidence.attempted = 1;
  evidence.decided = difference.decided() ? 1 : 0;
  if (!difference.decided())
    evidence.trouble = {difference.obstacle, "标准形未能确定：" + difference.obstacle};
  evidence.same_form = difference.is_zero();
  evidence.forms = {normal_form(left).text(), normal_form(right).text()};
  if (!difference.is_zero()) evidence.where = difference.text();
  return evidence;
}

}  // namespace gancheck
