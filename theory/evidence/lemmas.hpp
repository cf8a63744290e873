// The named lemmas that a proof may rest on. docs/trusted-base.md lists them; a test compares.
#pragma once

#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

namespace lemma {
inline constexpr const char* linearity = "linearity-of-the-integral";
inline constexpr const char* monotonicity = "monotonicity-of-the-integral";
inline constexpr const char* vanishing = "vanishing-of-nonnegative-integrands";
inline constexpr const char* radon_nikodym = "radon-nikodym";
inline constexpr const char* increase = "sign-of-the-derivative";
inline constexpr const char* convexity = "second-derivative-test";
inline constexpr const char* fundamental_theorem = "fundamental-theorem-of-calculus";
inline constexpr const char* tonelli = "iterated-integrals";
}  // namespace lemma

struct Lemma {
  std::string id;
  Text statement;
};
const std::vector<Lemma>& lemmas();

}  // namespace gancheck
