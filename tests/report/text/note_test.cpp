#include "report/text/note.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

TEST_CASE("the lines of the note are those that its claims name") {
  CHECK(note_line(1) == "---");
  CHECK(note_line(102) == "$D^*_G = {P_{data} \\over P_{data}+P_g}$");
  CHECK(note_line(118) == "$\\geqslant-log4$");
  CHECK(note_line(128) == "$D^*={1\\over2}$");
  CHECK(note_line(0) == "");
  CHECK(note_line(note_length() + 1) == "");
}

TEST_CASE("the lines that are said to be the same are the same") {
  CHECK(note_line(87) == note_line(89));  // E12
}
