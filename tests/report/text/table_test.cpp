#include "report/text/table.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

TEST_CASE("a Chinese character takes two columns, a combining mark none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("已证明") == 6);
  CHECK(display_width("残差/界") == 7);
  CHECK(display_width("，") == 2);         // full-width comma
  CHECK(display_width("e\xCC\x81") == 1);  // e with a combining acute
  CHECK(display_width("–é") == 2);         // two bytes and three bytes, one column each
  CHECK(display_width("\xFF") == 1);       // no UTF-8
}

TEST_CASE("columns align by what is seen, and no line ends in a space") {
  Table table({Align::right, Align::left, Align::left});
  table.row({{"1"}, {"已证明"}, {"x"}});
  table.line("heading");
  table.row({{"10"}, {"a"}, {"y"}});
  table.row({{"2"}, {"b"}, {""}});
  CHECK(table.text(false) ==
        " 1  已证明  x\n"
        "heading\n"
        "10  a       y\n"
        " 2  b\n");
}

TEST_CASE("colour codes take no columns") {
  Table table({Align::left, Align::left});
  table.row({{"ab", Style::good}, {"x"}});
  table.row({{"a", Style::bad}, {"y"}});
  CHECK(table.text(true) == "\033[32mab\033[0m  x\n\033[1;31ma\033[0m   y\n");
}

TEST_CASE("words are broken at spaces, and Chinese anywhere but before its punctuation") {
  CHECK(wrapped("one two three", 9, 2) == "  one two\n  three\n");
  CHECK(wrapped("one two", 7, 0) == "one two\n");
  CHECK(wrapped("一二三四", 4, 0) == "一二\n三四\n");
  CHECK(wrapped("一二。三", 4, 0) == "一\n二。\n三\n");
  CHECK(wrapped("unbreakable word", 5, 0) == "unbreakable\nword\n");
  CHECK(wrapped("a\nb", 80, 1) == " a\n b\n");
}
