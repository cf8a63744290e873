// What is said of tables and laws is said in both languages.
#include <doctest/doctest.h>

#include <algorithm>

#include "numerics/distribution/tables/compared.hpp"
#include "tests/numerics/distribution/tables/files.hpp"

using namespace gancheck;

namespace {

/// U+4E00 to U+9FFF: in UTF-8 their first bytes are E4 to E9, which no others are but those of
/// signs that stand in none of these texts.
bool has_chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE4 && byte <= 0xE9;
  });
}

void check_both(const Text& text) {
  CAPTURE(text.en);
  CAPTURE(text.zh);
  CHECK(!text.en.empty());
  CHECK(!has_chinese(text.en));
  CHECK(has_chinese(text.zh));
  CHECK(text.en != text.zh);
}
void check_both(const Notes& notes) {
  for (const Text& note : notes) check_both(note);
}

void check_both(const Law& law) {
  check_both(law.remarks);
  for (const TableReading& table : law.tables) {
    check_both(table.said);
    check_both(table.warnings);
    check_both(Text{in_words(table, Language::en), in_words(table, Language::zh)});
  }
}

/// Of a table in t.csv, for any sum of its weights.
Law table(const std::string& bytes, const std::string& options = "") {
  return law_from("t.csv", bytes, "normalise(file(t.csv" + options + "))");
}

bool warns(const Law& law, const std::string& chinese) {
  const std::string all = joined(law.tables.at(0).warnings, Language::zh);
  INFO(all);
  return all.find(chinese) != std::string::npos;
}

std::string warning_of(const std::string& data, const std::string& generator) {
  const Notes all = warnings_of_pair(law_from("a.csv", data, "normalise(file(a.csv))"),
                                     law_from("b.csv", generator, "normalise(file(b.csv))"));
  REQUIRE(all.size() == 1);
  check_both(all);
  return all[0].zh;
}

bool contains(const std::string& text, const std::string& words) {
  INFO(text);
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("how a table was read is said in both languages") {
  const Law law = table("animal,n\ncat,\"1,250\"\nowl,750\n");
  check_both(law);
  const TableReading& reading = law.tables.at(0);
  check_both(reading.column);
  check_both(reading.place_column);
  CHECK(reading.column.zh == "第 2 列 'n'");
  CHECK(in_words(reading, Language::en) ==
        "2 atoms, labels cat to owl (column 1, 'animal'); weights: column 2, 'n'; commas between "
        "thousands; sum 2000");
  CHECK(in_words(reading, Language::zh) ==
        "2 个原子，标签 cat 至 owl（第 1 列 'animal'）；权重：第 2 列 'n'；以逗号作千分位分隔符；"
        "总和：2000");
  CHECK(law.remarks.at(0).zh == "归一化：file(t.csv) 除以其总和（2000）");
  const TableReading alone = table("3\n1\n").tables.at(0);
  CHECK(in_words(alone, Language::en) == "2 atoms, numbered 1 to 2; sum 4");
  CHECK(in_words(alone, Language::zh) == "2 个原子，编号 1 至 2；总和：4");
  const TableReading rounded = table("1/3333331\n1/7777777\n").tables.at(0);
  check_both(rounded.sum);
  CHECK(rounded.sum.en.starts_with("about "));
  CHECK(rounded.sum.zh.starts_with("约 "));
}

TEST_CASE("every way of writing numbers has its words in both languages") {
  for (const char* text :
       {"k,w\na,12.5%\nb,87.5%\n", "k;w\n1;0,125\n2;0,875\n", "k;n\na;1'250\nb;2'750\n",
        "k;n\na;1 250\nb;2 750\n", "k;w\na;1 250,5\nb;2 750,5\n", "x;n\n0,5;1.000\n1,5;3.000\n"}) {
    CAPTURE(text);
    const Law law = table(text);
    CHECK(!law.tables.at(0).said.empty());
    check_both(law);
  }
  CHECK(table("k,w\n1,12.5%\n2,87.5%\n").tables[0].said.at(0).zh == "百分数");
  CHECK(table("x;n\n0,5;1.000\n1,5;3.000\n").tables[0].said.back().zh == "点的写法：小数逗号");
}

TEST_CASE("what is doubted of a table is doubted in both languages") {
  for (const char* text :
       {"p,q\n0.25,0.25\n0.75,0.75\n", "0.4,0.5\n0.2,0.5\n", "0.1,0.5\n0.4,0.3\n0.5,0.2\n",
        "0.4,1.0\n", "1,25\n0,75\n", "k,n\nred,12\nblue,8\nTotal,20\n",
        "k,n\nred,12\nblue,8\ngreen,20\n", "k,n\nTotal,100\nNord,40\nS,60\n", "8\n20\n12\n",
        "2000\n2001\n2002\n", "0\n12\n8\n", "0.1\n0.25\n0.6\n1.0\n", "0.5\n0.7\n1.3\n",
        "x,w\n0,0.5\n2,0.5\n4,0.1\n"}) {
    CAPTURE(text);
    const Law law = table(text);
    CHECK(!law.tables.at(0).warnings.empty());
    check_both(law);
  }
  std::string many = "k,p\n";
  for (int i = 0; i < 20; ++i) many += "k" + std::to_string(i) + ",0.1\n";
  for (const std::string& text : {many, std::string("l,p\na,0.5\nb,0.3\nc,0.1\n")}) {
    const Law law = law_from("t.csv", text, "file(t.csv)");
    CHECK(warns(law, "按原样采用"));
    check_both(law);
  }
  CHECK(warns(table("k,n\nred,12\nblue,8\nTotal,20\n"), "t.csv:4：'Total' 是以上各行之和，已略去"));
  CHECK(warns(table("0.4,0.5\n0.2,0.5\n"), "点取自第 1 列，权重取自第 2 列，而各点未按大小排列"));
}

TEST_CASE("matrices and other files are spoken of in both languages") {
  const std::string numbered = "id,k,p,q\n1,a,50,10\n2,b,5,35\n";
  for (const char* matrix : {",joint", ",row=1"})
    for (const auto& file : {std::pair<std::string, std::string>{"k,0,1\na,50,10\nb,5,35\n", ""},
                             {numbered, ",label=k"},
                             {"n,k,p\n1,a,50\n2,b,5\n", ""},
                             {"0,1\n50,10\n5,35\n", ""},
                             {"s,a,b\n3,0.25,7.75\n9,0.5,6.5\n", ""},
                             {"1,50,10\n2,5,35\n", ""}}) {
      CAPTURE(file.first);
      CAPTURE(matrix);
      const Law law = table(file.first, file.second + matrix);
      const TableReading& reading = law.tables.at(0);
      CHECK(reading.said.size() + reading.warnings.size() > 0);
      check_both(law);
      check_both(reading.column);
    }
  CHECK(table(numbered, ",joint,label=k").tables[0].said.back().zh == "略去第 1 列 'id'");
  CHECK(warns(table("1,3,4\n2,5,7\n9,1,10\n", ",joint"),
              "末列的每个单元格都是所在行其余各单元格之和"));
  const Law entries =
      law_from("t.json", R"({"total": 5, "a": 2, "b": 3})", "normalise(file(t.json))");
  CHECK(warns(entries, "t.json，第 1 项：'total' 读作普通标签：若它是合计，请略去"));
  check_both(entries);
}

TEST_CASE("what is said of two tables is said in both languages") {
  const std::string points = "x,w\n0.1,0.5\n0.3,0.5\n", labels = "k,w\ncat,0.5\nowl,0.5\n";
  CHECK(contains(warning_of(points, "x,w\n0.1000000001,0.5\n0.3000000001,0.5\n"),
                 "两表的 2 个点中有 0 个相同，另有 2 个"));
  CHECK(contains(warning_of(points, "x,w\n7,0.5\n8,0.5\n"), "两表没有共同的点：0.1 至 0.3 与"));
  CHECK(contains(warning_of("x,w\n0,0.5\n1,0.5\n", "x,w\n1,0.5\n2,0.5\n"), "平移 1"));
  CHECK(contains(warning_of("x,w\n0,0.5\n1,0.5\n", "0.5\n0.5\n"), "只有一个表带有点"));
  CHECK(warning_of(labels, "k,w\nelm,0.5\noak,0.5\n") == "两表没有共同的标签");
  CHECK(contains(warning_of(labels, "k,w\nCat,0.5\noak,0.5\n"), "仅大小写或空格不同"));
  CHECK(contains(warning_of("k,w\n0-9,1\n",
                            "k,w\n0\xE2\x80\x93"
                            "9,1\n"),
                 "连字符"));
  CHECK(contains(warning_of("k,w\nCaf\xC3\xA9,0.5\ntea,0.5\n", "k,w\nCafe\xCC\x81,0.5\ntea,0.5\n"),
                 "重音符号"));
  const auto shared =
      shared_labels(law_from("a.csv", labels, "file(a.csv)"),
                    law_from("b.csv", "k,w\nowl,0.5\neel,0.25\nbee,0.25\n", "file(b.csv)"));
  REQUIRE(shared);
  check_both(*shared);
  CHECK(shared->zh ==
        "4 个标签中有 1 个为两表共有；仅在数据中：'cat'；仅在生成器中：'bee' 及另外 1 个；"
        "一个表所缺的标签，在其中权重为 0");
  const Notes numbering = warnings_of_pair(
      law_from("t.csv", "12\n20\n9\n", "normalise(file(t.csv))"), parse_law("poisson(1)"));
  REQUIRE(numbering.size() == 1);
  check_both(numbering);
  const auto matrix = [](const std::string& bytes) {
    return law_from("t.csv", bytes, "normalise(file(t.csv,joint))");
  };
  const Notes columns = warnings_of_pair(matrix("a,b\n12,3\n5,7\n"), matrix("c,d\n12,4\n5,7\n"));
  REQUIRE(columns.size() == 1);
  check_both(columns);
}

TEST_CASE("remarks on laws are made in both languages") {
  for (const char* law : {"normalise(discrete(1,2,3))", "geometric(1e-9)",
                          "mixture(1/2*normalise(discrete(1,3)),1/2*point(0))"}) {
    CAPTURE(law);
    const Law read = parse_law(law);
    CHECK(!read.remarks.empty());
    check_both(read);
  }
}
