// The named lemmas that a proof may rest on. docs/trusted-base.md lists them; a test compares.
#pragma once

#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

namespace lemma {
inline const std::string linearity = "linearity-of-the-integral";
inline const std::string monotonicity = "monotonicity-of-the-integral";
inline const std::string vanishing = "vanishing-of-nonnegative-integrands";
inline const std::string radon_nikodym = "radon-nikodym";
inline const std::string increase = "sign-of-the-derivative";
inline const std::string convexity = "second-derivative-test";
inline const std::string fundamental_theorem = "fundamental-theorem-of-calculus";
inline const std::string tonelli = "iterated-integrals";
}  // namespace lemma

struct Lemma {
  std::string id;
  Text statement;
};
const std::vector<Lemma>& lemmas();

}  // namespace gancheck
