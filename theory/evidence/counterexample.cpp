#include "theory/evidence/counterexample.hpp"

namespace gancheck {

Evidence example(bool confirms, PlaceName where, Text scope) {
  Evidence evidence;
  evidence.ground = Ground::counterexample;
  evidence.scope = std::move(scope);
  evidence.attempted = 1;
  evidence.decided = 1;
  evidence.example_confirms = confirms;
  evidence.where = std::move(where);
  return evidence;
}

Evidence no_example(Text scope) {
  Evidence evidence = example(false, {}, std::move(scope));
  evidence.decided = 0;
  evidence.trouble = {"no example was found", "没有找到实例"};
  return evidence;
}

}  // namespace gancheck
