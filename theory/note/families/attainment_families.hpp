// The parts of claim 53 that are about families of generators with parameters: normal laws, and
// networks.
#pragma once

#include "theory/claim.hpp"

namespace gancheck {

template <class T>
T minus_log4() {
  return T(-2) * log(T(2));
}

void add_normal_laws(Claim& claim);
void add_networks(Claim& claim);
void add_twins_of_families(Claim& claim);

}  // namespace gancheck
