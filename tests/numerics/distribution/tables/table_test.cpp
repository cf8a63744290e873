#include "numerics/distribution/tables/table.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>

#include "tests/numerics/distribution/law_checks.hpp"
#include "tests/numerics/distribution/tables/files.hpp"

using namespace gancheck;

namespace {

Law csv(const std::string& bytes) {
  const File file("t.csv", bytes);
  return parse_law("file(t.csv)");
}

std::string csv_refusal(const std::string& bytes) {
  try {
    csv(bytes);
  } catch (const BadSpecification& refused) {
    return refused.what();
  }
  return "";
}

/// The bytes that numpy.save writes; an empty type leaves the dictionary to `shape`.
std::string npy(const std::string& type, const std::string& shape, const std::string& data,
                int version = 1, const std::string& fortran = "False") {
  std::string header =
      "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
  while ((header.size() + 11) % 64 != 0) header += ' ';
  header += '\n';
  std::string bytes = "\x93NUMPY";
  bytes += static_cast<char>(version);
  bytes += '\0';
  for (int i = 0; i < (version == 1 ? 2 : 4); ++i)
    bytes += static_cast<char>((header.size() >> (8 * i)) & 0xFFU);
  return bytes + header + data;
}

template <class T>
std::string little(std::initializer_list<T> values) {
  std::string bytes;
  for (const T value : values) {
    std::array<char, sizeof(T)> raw{};
    std::memcpy(raw.data(), &value, sizeof(T));
    if constexpr (std::endian::native == std::endian::big) std::reverse(raw.begin(), raw.end());
    bytes.append(raw.data(), raw.size());
  }
  return bytes;
}

std::string reversed(std::string bytes) {
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

Law npy_law(const std::string& bytes) {
  const File file("t.npy", bytes);
  return parse_law("file(t.npy)");
}

std::string npy_refusal(const std::string& bytes) {
  try {
    npy_law(bytes);
  } catch (const BadSpecification& refused) {
    return refused.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a column of weights lies on 1, 2, ...") {
  const Law law = csv("0.1\n0.25\n0\n0.65\n");
  REQUIRE(law.atoms.size() == 3);
  CHECK(law.atoms[0].mass.rational() == Rational(1, 10));
  CHECK(law.atoms[2].at.rational() == 4);
  CHECK(law.mass.rational() == 1);
  CHECK(law.specification == "file(t.csv)");
}

TEST_CASE("two columns are points, in any order, and weights") {
  const Law law = csv("3,0.5\n-1.5,0.25\n1e3,0.25\n");
  REQUIRE(law.atoms.size() == 3);
  CHECK(law.atoms[0].at.rational() == Rational(-3, 2));
  CHECK(law.atoms[1].at.rational() == 3);
  CHECK(law.atoms[1].mass.rational() == Rational(1, 2));
  check_law(law);
}

TEST_CASE("the forms of CSV that programs write are read alike") {
  for (const char* text :
       {"1,0.5\n2,0.5\n", "1;0.5\n2;0.5\n", "1\t0.5\n2\t0.5", "1 0.5\n2   0.5 \n",
        "\xEF\xBB\xBF"
        "1,0.5\r\n2,0.5\r\n",
        "x,weight\n1,0.5\n2,0.5\n", "x weight\n1 0.5\n2 0.5\n",
        "# made today\n\n  1 , 0.5\n   # and\n\n2 , 5e-1\n\n"}) {
    CAPTURE(text);
    const Law law = csv(text);
    REQUIRE(law.atoms.size() == 2);
    CHECK(law.atoms[0].at.rational() == 1);
    CHECK(law.atoms[1].mass.rational() == Rational(1, 2));
  }
}

TEST_CASE("entries of a CSV are taken with all their digits") {
  const Law law =
      csv("0.10000000000000000000000000000000000001\n"
          "0.89999999999999999999999999999999999999\n");
  CHECK(law.atoms[0].mass.rational() ==
        Rational(1, 10) + Rational(Integer(1), pow(Integer(10), 38)));
  CHECK(law.mass.rational() == 1);
}

TEST_CASE("the sum may miss one by what the digits explain, and stays the mass of the law") {
  SUBCASE("half a unit of the last printed digit an entry") {
    const Law law = csv("0.333\n0.333\n0.333\n");  // misses by 0.001, at most 0.0015
    CHECK(law.mass.rational() == Rational(999, 1000));
    CHECK(law.atoms[0].mass.rational() == Rational(333, 1000));
    check_law(law);
    CHECK(csv("0.3335\n0.333\n0.333\n").mass.rational() == Rational(9995, 10000));
  }
  SUBCASE("at the bound itself, and not beyond") {
    CHECK(csv("0.49\n0.50\n").mass.rational() == Rational(99, 100));  // allowed: 2 of 0.005
    CHECK(csv_refusal("0.49\n0.499\n").find("misses 1 by more than 0.0055") != std::string::npos);
  }
  SUBCASE("or n·2^-53") {
    CHECK(csv("0.5\n0.49999999999999990000\n").mass.rational() < 1);  // misses by 1e-16 < 2·2^-53
    CHECK(csv_refusal("0.50000000000000000000\n0.49999999999999970000\n").find("sum to 0.9999") !=
          std::string::npos);
  }
  SUBCASE("whole numbers are not rounded ones") {
    CHECK(csv_refusal("1\n1\n").find("the 2 weights sum to 2") != std::string::npos);
    CHECK(csv_refusal("0\n0.3\n0.3\n") != "");
    CHECK(csv_refusal("3\n5\n").ends_with("for counts write normalise(file(t.csv))"));
  }
  CHECK(csv_refusal("0.5\n0.3\n") ==
        "t.csv: the 2 weights sum to 0.8, which misses 1 by more than 0.1, what their last digits "
        "explain: measured values (samples) are no weights: count how often each occurs; values of "
        "a density have to be multiplied by the width of a cell");
  CHECK(csv_refusal("0.500\n0.470\n").ends_with("correct them, or write normalise(file(t.csv))"));
}

TEST_CASE("a sum that is not one and is taken all the same is said") {
  const auto warning = [](const std::string& bytes) {
    const Law law = csv(bytes);
    return law.tables[0].warnings.empty() ? "" : law.tables[0].warnings[0].en;
  };
  const auto rows = [](const std::string& row, int n) {
    std::string all;
    for (int i = 0; i < n; ++i) all += row;
    return all;
  };
  CHECK(warning("l,p\na,0.5\nb,0.3\nc,0.1\n") ==
        "t.csv: the 3 weights sum to 0.9, taken as they are: the rounding of their last digits "
        "explains it; normalise(file(t.csv)) divides by the sum");
  const std::string hardly = "hardly explains more than ";
  SUBCASE("with other words where so many roundings in one direction are unlikely") {
    // Four standard deviations of twenty roundings: 4·0.1·sqrt(20/12) = 0.516...
    CHECK(warning(rows("0.1\n", 20)).find(hardly + "0.52: correct them") != std::string::npos);
    CHECK(warning(rows("0.1\n", 14)).find("explains it") != std::string::npos);
  }
  SUBCASE("entries of 0 explain nothing") {
    CHECK(warning("0.2\n" + rows("0.0\n", 19)).find(hardly + "0.05:") != std::string::npos);
  }
  SUBCASE("but not that of doubles") {
    CHECK(warning("0.5\n0.499999999999999\n") == "");
    CHECK(warning("0.5\n0.49999999999999990000\n") == "");
    CHECK(warning("0.5\n0.4999999999999\n") != "");
    CHECK(npy_law(npy("<f8", "(2,)", little({0.5, 0.5 - 0x1p-53}))).tables[0].warnings.empty());
  }
  SUBCASE("of stored numbers beyond what storing and computing them cost") {
    CHECK(npy_law(npy("<f4", "(2,)", little({0.5F, 0.5F - 0x1p-24F}))).tables[0].warnings.empty());
    std::string many;
    for (int i = 0; i < 32; ++i) many += little({0.03125F * (1 - 0x1p-19F)});
    CHECK(npy_law(npy("<f4", "(32,)", many)).tables[0].warnings.size() == 1);
  }
}

TEST_CASE("normalise takes a table with any sum") {
  const File file("t.csv", "1\n3\n");
  const Law law = parse_law("normalise(file(t.csv))");
  CHECK(law.atoms[1].mass.rational() == Rational(3, 4));
  CHECK(law.mass.rational() == 1);
  CHECK(law.remarks.at(0).en == "normalised: file(t.csv) divided by its sum, 4");
  CHECK(parse_law("truncate(normalise(file(t.csv)),2,9)").atoms[0].mass.rational() == 1);
  CHECK(parse_law("mixture(1/2*normalise(file(t.csv)),1/2*point(2))").atoms[1].mass.rational() ==
        Rational(7, 8));
}

TEST_CASE("a wrong entry is refused at its line and column") {
  CHECK(csv_refusal("0.5\n-0.5\n1\n") ==
        "t.csv:2: a negative weight, -0.5: weights are at least 0");
  CHECK(csv_refusal("0.5\n-1e-400\n0.5\n").starts_with("t.csv:2: a negative weight"));
  CHECK(csv_refusal("0.5\nnan\n") ==
        "t.csv:2:1: the weight is missing (nan): write it, or leave the row out");
  CHECK(csv_refusal("nan\n0.5\n0.5\n").starts_with("t.csv:1:1: the weight is missing (nan)"));
  CHECK(csv_refusal("0.5\ninf\n") == "t.csv:2:1: 'inf' is not a number");
  CHECK(csv_refusal("0.5\n0.5x\n") == "t.csv:2:1: '0.5x' is not a number");
  CHECK(csv_refusal("1,0.5\n2\n").starts_with("t.csv:2:1: one entry instead of 2"));
  CHECK(csv_refusal("1,0.5\n2,0.5\n3,1,1\n").starts_with("t.csv:3:1: 3 entries instead of 2"));
  CHECK(csv_refusal("1,,0.5\n2,1,0.5\n").starts_with("t.csv: "));
  CHECK(csv_refusal("1,0.5\n2,\n").starts_with("t.csv:2:3: the weight is missing:"));
  CHECK(csv_refusal("x\ny\n1\n") == "t.csv:2:1: 'y' is not a number");
  CHECK(csv_refusal("1e400\n").starts_with("t.csv:1:1: '1e400' is not between"));
  CHECK(csv_refusal("0.5\n1e999999999999\n").starts_with("t.csv:2:1: "));
  CHECK(csv_refusal("0.5\n1/0\n").starts_with("t.csv:2:1: '1/0' is no quotient"));
  CHECK(csv_refusal("2,0.5\n1,0.25\n2.0,0.25\n") ==
        "t.csv:3: the point 2 is listed in line 1 already: add its weights, or write label= to "
        "take the column for labels, weight= for weights");
  CHECK(csv_refusal(std::string("0.5\n\0\n", 6)).starts_with("t.csv: a zero byte at 5"));
  CHECK(csv_refusal("a,\"0.5\n").starts_with("t.csv:1:3: a quote that does not close"));
  CHECK(csv_refusal("0e-999999999\n1\n") == "");
}

TEST_CASE("a file without a table is refused in one line") {
  CHECK(csv_refusal("") == "t.csv: the file is empty: name another one");
  CHECK(csv_refusal("# nothing\n\n") == "t.csv: no weights: give at least one");
  CHECK(csv_refusal("0\n0\n") == "t.csv: all weights are 0: give one that is positive");
  CHECK_THROWS_WITH(parse_law("file(.)"), ".: a directory: name a file");
  CHECK_THROWS_WITH(parse_law("file('no such file.csv')"),
                    "no such file.csv: cannot be read (No such file or directory): give the path "
                    "of a table: CSV, JSON, NPY or NPZ");
}

TEST_CASE("a workbook, or texts alone, are refused with what they are") {
  std::string head = "PK\x03\x04";
  head.append(26, '\0');
  CHECK(csv_refusal(head + "[Content_Types].xml") ==
        "t.csv: an Excel workbook: save the sheet as CSV");
  CHECK(csv_refusal(head + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ==
        "t.csv: an OpenDocument workbook: save the sheet as CSV");
  CHECK(csv_refusal("k,p\na,b*\nc,d\n") ==
        "t.csv:1:3: no column of numbers, 'p' is none: give weights");
}

TEST_CASE("a path may be quoted") {
  const File file("a b,(c).csv", "1.0\n");
  CHECK(parse_law("file( 'a b,(c).csv' )").specification == "file(\"a b,(c).csv\")");
  CHECK(parse_law("a b,(c).csv").specification == "file(\"a b,(c).csv\")");  // a path alone
  CHECK(parse_law("file(\"a b,(c).csv\")").atoms.size() == 1);
}

TEST_CASE("entries of an NPY are the stored doubles") {
  const std::string half = little({0.5, 0.1, 0.4});
  for (int version : {1, 2, 3}) {
    const Law law = npy_law(npy("<f8", "(3,)", half, version));
    REQUIRE(law.atoms.size() == 3);
    CHECK(law.atoms[1].mass.rational() == exact_rational(0.1));
    CHECK(law.mass.rational() == Rational(1, 2) + exact_rational(0.1) + exact_rational(0.4));
  }
  CHECK(npy_law(npy("<f8", "(3, 1)", half)).atoms.size() == 3);
  SUBCASE("in either order of bytes") {
    const std::string big = reversed(little({0.75})) + reversed(little({0.25}));
    CHECK(npy_law(npy(">f8", "(2,)", big)).atoms[0].mass.rational() == Rational(3, 4));
    const std::string big4 = reversed(little({0.75F})) + reversed(little({0.25F}));
    CHECK(npy_law(npy(">f4", "(2,)", big4)).atoms[0].mass.rational() == Rational(3, 4));
    CHECK(npy_law(npy("<f4", "(2,)", little({0.75F, 0.25F}))).atoms[1].mass.rational() ==
          Rational(1, 4));
  }
  SUBCASE("in C and in Fortran order") {
    const Law c = npy_law(npy("<f8", "(2, 2)", little({-7.0, 0.75, 9.0, 0.25})));
    const Law f = npy_law(npy("<f8", "(2, 2)", little({-7.0, 9.0, 0.75, 0.25}), 1, "True"));
    for (const Law* law : {&c, &f}) {
      CHECK(law->atoms[0].at.rational() == -7);
      CHECK(law->atoms[1].mass.rational() == Rational(1, 4));
    }
  }
  SUBCASE("subnormal ones too") {
    const Law law =
        npy_law(npy("<f8", "(2,)", little({1.0, std::numeric_limits<double>::denorm_min()})));
    CHECK(law.atoms[1].mass.rational() == Rational(Integer(1), Integer(1) << 1074));
  }
  SUBCASE("and whole numbers") {
    CHECK(npy_law(npy("<i8", "(2,)", little<std::int64_t>({0, 1}))).atoms[0].at.rational() == 2);
    CHECK(npy_law(npy("|u1", "(2,)", little<unsigned char>({1, 0}))).atoms.size() == 1);
    CHECK(npy_law(npy("<i2", "(1, 2)", little<std::int16_t>({-5, 1}))).atoms[0].at.rational() ==
          -5);
    CHECK(npy_law(npy("<u8", "(1, 2)", little<std::uint64_t>({~std::uint64_t{0}, 1})))
              .atoms[0]
              .at.rational() == Rational((Integer(1) << 64) - 1));
  }
}

TEST_CASE("an NPY may miss one by n·2^-53 only") {
  CHECK(npy_law(npy("<f8", "(2,)", little({0.5, 0.5 - 0x1p-53}))).mass.rational() < 1);
  CHECK(npy_refusal(npy("<f8", "(2,)", little({0.5, 0.5 - 0x1p-51})))
            .find("normalise(file(t.npy))") != std::string::npos);
}

TEST_CASE("a damaged NPY is refused with what is wrong") {
  const std::string good = npy("<f8", "(2,)", little({0.5, 0.5}));
  CHECK(npy_refusal(good) == "");
  CHECK(npy_refusal(good.substr(0, good.size() - 1)) ==
        "t.npy: 15 bytes of entries where the shape asks for 16: the file is cut off");
  CHECK(npy_refusal(good + "x") ==
        "t.npy: 17 bytes of entries where the shape asks for 16: the file is too long");
  CHECK(npy_refusal(npy("<f8", "(1000000000000000000000000,)", "")).find("cut off") !=
        std::string::npos);
  CHECK(npy_refusal(npy("<c16", "(2,)", "")).find("the type '<c16'") != std::string::npos);
  const std::string three = npy("<f8", "(2, 3)", little({0.1, 0.1, 0.1, 0.2, 0.2, 0.3}));
  CHECK(npy_refusal(three).find("write joint") != std::string::npos);
  CHECK(npy_refusal(npy("<f8", "()", "")).find("a shape") != std::string::npos);
  CHECK(npy_refusal(npy("<f8", "(2)", "")).find("a shape without comma") != std::string::npos);
  CHECK(npy_refusal(npy("<f8", "(2,)", "", 1, "Maybe")).find("neither True nor False") !=
        std::string::npos);
  CHECK(npy_refusal(npy("<f8", "(2,)", "", 4)).find("version 4.0") != std::string::npos);
  CHECK(npy_refusal(npy("<f8", "(0,)", "")) == "t.npy: no weights: give at least one");
  CHECK(npy_refusal(npy("<f8", "(2,)", little({0.5, -0.5})))
            .starts_with("t.npy:2: a negative weight, -0.5"));
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  CHECK(npy_refusal(npy("<i8", "(2,)", little<std::int64_t>({1, least})))
            .starts_with("t.npy:2: a negative weight, -9223372036854775808"));
  CHECK(npy_refusal(npy("<f8", "(2,)", little({0.5, std::nan("")}))).starts_with("t.npy:2:1: nan"));
  CHECK(npy_refusal(npy("<f8", "(2,)", little({HUGE_VAL, 0.5}))).starts_with("t.npy:1:1: inf"));
  CHECK(npy_refusal(npy("<f8", "(2, 2)", little({1.0, 0.5, 1.0, 0.5}))) ==
        "t.npy:2: the point 1 is listed in row 1 already: add its weights, or write label= to "
        "take the column for labels, weight= for weights");
  for (std::size_t n = 1; n < good.size(); ++n) CHECK(npy_refusal(good.substr(0, n)) != "");
}
