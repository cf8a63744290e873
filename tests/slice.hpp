// Slices of a long run, so that it can be spread over hours and machines.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

/// Cases are numbered from 0; this slice has those with number mod `of` = index.
struct Slice {
  int index = 0, of = 1;
  bool has(int number) const { return number % of == index; }
};

/// GANCHECK_SLICE=3/16 asks for the third of sixteen slices; without it there is one.
inline Slice slice_asked_for() {
  const char* asked = std::getenv("GANCHECK_SLICE");
  if (!asked) return {};
  int number = 0, of = 0;
  if (std::sscanf(asked, "%d/%d", &number, &of) != 2 || number < 1 || number > of)
    throw std::invalid_argument("GANCHECK_SLICE: write for example 3/16");
  return {number - 1, of};
}
