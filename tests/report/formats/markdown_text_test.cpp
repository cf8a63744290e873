#include "report/formats/markdown_text.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

TEST_CASE("bars and comparisons in TeX become commands, separated from a letter that follows") {
  CHECK(markdown_tex("\\mathrm{KL}(P\\|Q)") == "\\mathrm{KL}(P\\Vert Q)");
  CHECK(markdown_tex("\\{p \\gt q\\}\\,dP") == "\\lbrace p \\gt q\\rbrace\\medspace dP");
  CHECK(markdown_tex("G_\\# P_z") == "G_\\sharp P_z");
  CHECK(markdown_tex("|p-q|") == "\\vert p-q\\vert");
  CHECK(markdown_tex("p<q>0") == "p\\lt q\\gt0");
  CHECK(markdown_tex("D^*_G") == "D^\\ast_G");
  CHECK(markdown_tex("a \\\\ b") == "a \\\\ b");  // a line break stays one
  CHECK(markdown_tex("\\\\|") == "\\\\\\vert");   // a line break, then a bar: not \|
}

TEST_CASE("what converters of Markdown do not read is written otherwise") {
  CHECK(markdown_tex("{p \\over q}") == "{\\frac{p}{q}}");
  CHECK(markdown_tex("p+q \\over 2") == "\\frac{p+q}{2}");
  CHECK(markdown_tex("{1\\over2}{p\\over{q\\over 3}}") ==
        "{\\frac{1}{2}}{\\frac{p}{{\\frac{q}{3}}}}");
  CHECK(markdown_tex("\\overline{p}") == "\\overline{p}");
  CHECK(markdown_tex("\\Bigl[x\\Bigr] \\bigl(y\\bigr)") == "\\left[x\\right] \\left(y\\right)");
}

TEST_CASE("formulas keep clear of characters beside which GitHub takes a dollar for money") {
  CHECK(markdown_words("对$D$求导") == "对 $D$ 求导");
  CHECK(markdown_words("the $D$, and $p$.") == "the $D$, and $p$.");
  CHECK(markdown_words("$p$") == "$p$");
  CHECK(markdown_words("costs 5$ only") == "costs 5$ only");  // a lone dollar is a word
}

TEST_CASE("words cannot become HTML or emphasis") {
  CHECK(markdown_words("a<b") == "a&lt;b");
  CHECK(markdown_words("two*three_four") == "two\\*three\\_four");
  CHECK(markdown_words("one\ntwo") == "one two");
  CHECK(markdown_words("$p<q$ < 1") == "$p\\lt q$ &lt; 1");
}

TEST_CASE("code is fenced by more backticks than it has in a row") {
  CHECK(markdown_code("p*log(p)") == "`p*log(p)`");
  CHECK(markdown_code("a`b``c") == "``` a`b``c ```");
  CHECK(markdown_code("") == "");
}

TEST_CASE("a bar never ends a cell, and columns that nobody fills are not shown") {
  MarkdownTable table({"a", "b", "c"});
  CHECK(table.text() == "");
  table.row({"x|y", "", "`p|q`"});
  table.row({"", "", "z"});
  CHECK(table.text() == "| a | c |\n| --- | --- |\n| x\\|y | `p\\|q` |\n| | z |\n");
}
