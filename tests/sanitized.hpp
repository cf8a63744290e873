// Whether the tests run under the sanitizers, which slow them down sixfold.
#pragma once

#include <cstdlib>

namespace gancheck {

/// For loops whose rounds are alike: a few of them show what a sanitizer can find.
inline bool are_sanitized() {
  return std::getenv("GANCHECK_SANITIZED") != nullptr;
}

}  // namespace gancheck
