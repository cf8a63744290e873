#include "report/formats/checked_number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <sstream>
#include <string>

using namespace gancheck;

namespace {

Quantity quantity(const char* name, Dimension dimension, const char* lower, const char* upper,
                  double value) {
  return {name, dimension, value, lower, upper, std::nullopt, true, {}, Method::exact};
}

/// A pair whose numbers are short: JSD between 0.16 and 0.1600001, not certified.
std::vector<Quantity> short_quantities() {
  constexpr Dimension information = Dimension::information, none = Dimension::none;
  std::vector<Quantity> all{
      quantity("jsd", information, "0.16", "0.1600001", 0.16),
      quantity("js_distance", Dimension::root_of_information, "0.4", "0.4000002", 0.4),
      quantity("kl_data_generator", information, "0.5", "0.5", 0.5),
      quantity("kl_generator_data", information, "inf", "inf",
               std::numeric_limits<double>::infinity()),
      quantity("tv", none, "0.1", "0.1", 0.1),
      quantity("mass_data", none, "1", "1", 1),
      quantity("mass_generator", none, "1", "1", 1)};
  all[0].rigorous = all[1].rigorous = false;
  all[0].notes = all[1].notes = {{"floating point", "浮点计算"}};
  return all;
}

std::string text(const std::vector<Quantity>& from, const char* name, const char* x,
                 Language language = Language::en, bool colour = false) {
  const CheckedNumber checked{"file(p.csv)",
                              "file(q.csv)",
                              Unit::nat,
                              check_number(from, Unit::nat, name, read_printed_number(x)),
                              {{"data: normalised from mass 4", "数据：由质量 4 归一化"}},
                              {},
                              {}};
  std::ostringstream out;
  write_checked_number(out, checked, language, colour);
  return out.str();
}

std::string text(const char* name, const char* x, Language language = Language::en) {
  return text(short_quantities(), name, x, language);
}

bool has(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

/// The character of X above the mark: '\0' behind its end.
char marked(const std::string& text, const char* label) {
  const auto mark = text.find("^\n");
  const std::size_t column = mark - (text.rfind('\n', mark) + 1);
  const auto begin = text.find(std::string("\n") + label) + 1;
  const std::string line = text.substr(begin, text.find('\n', begin) - begin);
  return column < line.size() ? line[column] : '\0';
}

}  // namespace

TEST_CASE("a number that differs stands above the bounds, with a mark at the first wrong digit") {
  CHECK(text("jsd", "0.400") == R"(data            file(p.csv)
generator       file(q.csv)
quantity        jsd (nat)
tolerance       0.0005

given           0.400
true, at least  0.16
true, at most   0.1600001
                  ^

differs: not even the first digit agrees; off by at least 0.23.
Fits a known mistake (square root): the square root is taken, as in SciPy's jensenshannon. That
would be 0.39999999999999999 to 0.40000012499998047.
The bounds of the true value are not certified: floating point.
data: normalised from mass 4
)");
  CHECK(text("jsd", "0.400", Language::zh) == R"(数据分布    file(p.csv)
生成器分布  file(q.csv)
量          jsd（nat）
容差        0.0005

所给值      0.400
真值下界    0.16
真值上界    0.1600001
              ^

不符：连首位数字也不一致；至少相差 0.23。
符合一种已知错误（平方根）：多开了平方，与 SciPy 的 jensenshannon 一样。如此得到 0.39999999999999999
至 0.40000012499998047。
真值的上下界未经认证：浮点计算。
数据：由质量 4 归一化
)");
}

TEST_CASE("the mark stands at the first character that differs") {
  struct Row {
    const char* x;
    char given, truth;  ///< above and below the mark; 0 behind the end of the number
  };
  const Row rows[] = {{"0.512", '1', 0},  {"0.49", '4', '5'}, {"0.05", '0', '5'},
                      {"5.00", '5', '0'}, {"-0.5", '-', '0'}, {"0.5012", '1', 0},
                      {"5.1e-1", '1', 0}, {"1e-20", '1', '0'}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    const std::string shown = text("kl_data_generator", row.x);
    CAPTURE(shown);
    CHECK(marked(shown, "given ") == row.given);
    CHECK(marked(shown, "true ") == row.truth);
  }
}

TEST_CASE("agreement, indecision and infinities say why") {
  CHECK(has(text("kl_data_generator", "0.50"), "agrees: wherever between its bounds"));
  CHECK(has(text("kl_data_generator", "0.50"), "The bounds of the true value are certified."));
  CHECK_FALSE(has(text("kl_data_generator", "0.50"), "^"));
  CHECK(has(text("kl_generator_data", "inf"), "\ntrue       inf\n"));
  CHECK(has(text("kl_generator_data", "1e9"), "differs: the true value is infinite"));
  CHECK(has(text("kl_generator_data", "0.5"), "(swapped arguments)"));
  CHECK(has(text("jsd", "0.1600000"), "undecided: "));
  CHECK(has(text("jsd", "0.1600000"), "--tolerance 1e-7 or more"));
  CHECK(has(text("jsd", "0.1600000", Language::zh), "取 --tolerance 1e-7 或更大"));
  auto unknown = short_quantities();
  unknown[2].value = std::nan("");
  unknown[2].upper = "inf";
  unknown[2].rigorous = false;
  CHECK(has(text(unknown, "kl_data_generator", "0.7"), "no value of this quantity is known"));
  CHECK(has(text(unknown, "kl_data_generator", "0.7"), "Check another quantity"));
}

TEST_CASE("digits that no double holds are said to be so") {
  const std::string one = text("tv", "0.100000000000000005");
  CHECK(has(one, "Both round to the same double"));
  CHECK(has(one, "would accept it."));
  CHECK_FALSE(has(one, "known mistake"));
  CHECK(has(one, "of its 18 digits the first 17 agree"));
  CHECK_FALSE(has(text("tv", "0.1001"), "Both round"));
  CHECK(has(text("tv", "0.1001"), "No known mistake leads to it."));
}

TEST_CASE("where eight digits agree, rounding is thought of before mistakes") {
  const std::string near = text("tv", "0.10000000123");
  CHECK(has(near, "of its 11 digits the first 8 agree"));
  CHECK(has(near, "--tolerance 1.3e-9 would accept it."));
  CHECK_FALSE(has(near, "mistake"));
  CHECK_FALSE(has(text("tv", "0.1000000123"), "would accept it"));  // seven
  CHECK(has(text("tv", "0.10000000123", Language::zh), "取 --tolerance 1.3e-9 即相符"));
}

TEST_CASE("two mistakes are both named, and a near one is said to be only near") {
  // In bits and doubled: 1/log 2 = 1.4426950408889634.
  CHECK(has(text("kl_data_generator", "1.4426950408889634"), "(log base and factor 2): in bits"));
  CHECK(has(text("kl_data_generator", "1.4426950408889634", Language::zh), "（对数的底、因子 2）"));
  CHECK(has(text("kl_data_generator", "1.4426950408889630"), "Comes close to a known mistake"));
}

TEST_CASE("no line ends in a space, and colours change nothing but the escape sequences") {
  for (const Language language : {Language::en, Language::zh})
    for (const char* x : {"0.400", "0.16", "0.1600000", "inf"}) {
      const std::string plain = text("jsd", x, language);
      CHECK(plain.find(" \n") == std::string::npos);
      const std::string coloured = text(short_quantities(), "jsd", x, language, true);
      CHECK(coloured.find("\033[") != std::string::npos);
      std::string stripped;
      for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\033')
          i = coloured.find('m', i);
        else
          stripped += coloured[i];
      }
      CHECK(stripped == plain);
    }
}
