// The fmpz inside an Integer, for the files that give Integer, Rational and Ball their functions.
#pragma once

#include <flint/fmpz.h>

#include "numerics/number/integer.hpp"

namespace gancheck {

struct IntegerAccess {
  static_assert(sizeof(fmpz) == sizeof(std::int64_t) && std::is_signed_v<fmpz>);

  static fmpz* of(Integer& n) { return reinterpret_cast<fmpz*>(&n.word_); }
  static const fmpz* of(const Integer& n) { return reinterpret_cast<const fmpz*>(&n.word_); }
  static constexpr bool is_small(fmpz word) { return Integer::is_small(word); }
};

inline fmpz* fmpz_of(Integer& n) {
  return IntegerAccess::of(n);
}
inline const fmpz* fmpz_of(const Integer& n) {
  return IntegerAccess::of(n);
}

}  // namespace gancheck
