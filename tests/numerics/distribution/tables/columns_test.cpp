// Which columns are taken, and what is said of them.
#include "numerics/distribution/tables/columns.hpp"

#include <doctest/doctest.h>

#include "numerics/distribution/tables/labels.hpp"
#include "tests/numerics/distribution/tables/files.hpp"

using namespace gancheck;

namespace {

Law csv(const std::string& bytes, const std::string& options = "") {
  return law_from("t.csv", bytes, "file(t.csv" + options + ")");
}
std::string refusal(const std::string& bytes, const std::string& options = "") {
  return refusal_of("t.csv", bytes, "file(t.csv" + options + ")");
}
bool says(const std::string& message, const std::string& words) {
  INFO(message);
  return message.find(words) != std::string::npos;
}
Rational mass_at(const Law& law, const std::string& label) {
  for (const Atom& atom : law.atoms)
    if (label_at(atom.at) == label) return atom.mass.rational();
  return 0;
}

const std::string letters =
    "Letter,French,German\n"
    "a,0.5,0.25\n"
    "b,0.25,0.75\n"
    "c,0.25,0\n";

}  // namespace

TEST_CASE("a column of texts names the atoms") {
  const Law law = csv("animal,share\ncat,0.25\nowl,0.75\n");
  CHECK(law.on_labels);
  CHECK(mass_at(law, "owl") == Rational(3, 4));
  CHECK(law.tables.at(0).from == "cat");
  CHECK(law.tables.at(0).on == "labels");
}

TEST_CASE("columns go by name or by number, names first") {
  CHECK(mass_at(csv(letters, ",weight=German"), "b") == Rational(3, 4));
  CHECK(mass_at(csv(letters, ",weight=3,label=Letter"), "b") == Rational(3, 4));
  CHECK(mass_at(csv(letters, ",weight=german"), "b") == Rational(3, 4));
  const std::string years = "k,2044,2045\nx,0.5,0.25\ny,0.5,0.75\n";
  CHECK(mass_at(csv(years, ",weight=2045"), "y") == Rational(3, 4));
  // Of a row without a header nobody knows whether it is one.
  CHECK(says(refusal("k,3,2\nx,5,2\ny,5,7\n", ",weight=2"), "may be the name of this column"));
  CHECK(says(refusal("1,2\n2,5\n3,9\n", ",weight=2"), "may be the name of this column"));
  CHECK(says(refusal(letters), "2 columns of numbers: name the column of the weights"));
  CHECK(
      says(refusal(letters, ",weight=Dutch"), "no column 'Dutch' for weight=: there are 'Letter'"));
  CHECK(says(refusal(letters, ",weight=4"), "no column '4'"));
  CHECK(says(refusal(letters, ",wieght=2"), "'wieght=2' is no option of a table"));
  CHECK(says(refusal(letters, ",weight=French,weight=2"), "each once"));
  CHECK(says(refusal(letters, ",weight=French,label=French"), "cannot be the weights and"));
}

TEST_CASE("two weights side by side are no points and weights") {
  const std::string both = "p,q\n0.5,0.25\n0.5,0.75\n";
  const Law law = csv(both, ",weight=q");
  CHECK(law.atoms[0].at.rational() == 1);
  CHECK(law.table_length == 2);
  // Without options the first column is read as points, and that is said.
  CHECK(says(refusal(both), "the point 0.5 is listed in line 2"));
  CHECK(says(csv("p,q\n0.25,0.25\n0.75,0.75\n").tables[0].warnings.at(0).en, "was read as points"));
  CHECK(csv("x,weight\n0.25,0.25\n0.75,0.75\n").tables[0].warnings.empty());
}

TEST_CASE("a header is told from a row of numbers") {
  CHECK(csv("share\n0.5\n0.5\n").table_length == 2);
  CHECK(csv("0.5\n0.5\n").table_length == 2);
  CHECK(csv(",count\n0,0.5\n1,0.5\n").tables[0].on == "points");                 // pandas' index
  CHECK(csv("\"\",\"x\"\n\"1\",0.5\n\"2\",0.5\n").atoms[0].at.rational() == 1);  // R's write.csv
  CHECK(csv("\"x\"\n\"1\" 0.5\n\"2\" 0.5\n").atoms[1].at.rational() == 2);       // R's write.table
  CHECK(csv("x\n1 0.5\n2 0.5\n").atoms[1].at.rational() == 2);
}

TEST_CASE("a header of another length than the rows is refused") {
  for (const char* text : {"share\n22,5\n77,5\n", "count\n1,250\n3,400\n", "share\n1,5\n2,5\n3,5\n",
                           "a,b,c\n1,0.5\n2,0.5\n", "share\n12 500\n13 500\n"}) {
    CAPTURE(text);
    CHECK(says(refusal(text), "the header has"));
  }
}

TEST_CASE("a year above numbers is neither a name nor a weight unasked") {
  for (const char* text : {"1998\n0.15\n0.85\n", "1998\n15\n85\n", "1\n0.5\n0.5\n",
                           "1998\n20000\n30000\n", "land,2019\nfr,0.3\nde,0.7\n"}) {
    CAPTURE(text);
    const std::string why = refusal_of("t.csv", text, "normalise(file(t.csv))");
    CHECK(says(why, "may be a header or a weight"));
    CHECK(says(why, ":1:"));
  }
  CHECK(csv("1998\n0.15\n0.85\n", ",weight=1998").table_length == 2);
  CHECK(law_from("t.csv", "n\n1998\n2\n", "normalise(file(t.csv))").table_length == 2);
}

TEST_CASE("a last row that is called the total, and is, is left out and said") {
  const Law law = law_from("t.csv", "k,n\nred,12\nblue,8\nTotal,20\n", "normalise(file(t.csv))");
  CHECK(law.atoms.size() == 2);
  CHECK(mass_at(law, "red") == Rational(3, 5));
  CHECK(says(law.tables[0].warnings.at(0).en, "t.csv:4: 'Total' is the sum of the rows above"));
  CHECK(says(refusal("k,n\na,0.25\nb,0.25\ntotal,0.5\n"), "with it the table sums to one"));
  // Without such a name it stays, and normalise warns.
  const Law other = law_from("t.csv", "k,n\nred,12\nblue,8\ngreen,20\n", "normalise(file(t.csv))");
  CHECK(other.atoms.size() == 3);
  CHECK(says(other.tables[0].warnings.at(0).en, "the last weight is the sum of the others"));
}

TEST_CASE("numbers of a column are written alike") {
  CHECK(csv("k;w\n1;0,125\n2;0,875\n").tables[0].said.at(0).en == "decimal commas");
  CHECK(csv("k\tw\n1\t12,5 %\n2\t87,5 %\n").mass.rational() == 1);
  CHECK(csv("1 0,125\n2 0,875\n").atoms[1].mass.rational() == Rational(7, 8));
  CHECK(says(refusal("k,w\n1,12.5%\n2,0.875\n"), "t.csv:3:3: '0.875' has no percent sign"));
  CHECK(says(refusal("k;w\n1;1,250\n2;900\n"), "decimal or thousands commas"));
  CHECK(says(refusal("k;w\n1;1.5\n2;0,25\n"), "is written otherwise"));
  const Law groups = law_from("t.csv", "k,n\n1,\"1,250\"\n2,\"750\"\n", "normalise(file(t.csv))");
  CHECK(groups.atoms[0].mass.rational() == Rational(5, 8));
  CHECK(groups.tables[0].said.at(0).en == "commas between thousands");
}

TEST_CASE("a wrong entry makes no labels of a column of numbers") {
  for (const char* text : {"k,w\n1,0.25\n2,0.75x\n3,1\n", "1,0.25\n2,0.75\n3,abc\n"})
    CHECK(says(refusal_of("t.csv", text, "normalise(file(t.csv))"), "is not a number"));
  CHECK(says(refusal("age,w\n18,0.25\n19,0.5\n20+,0.25\n"), "write label=age"));
  CHECK(csv("age,w\n18,0.25\n19,0.5\n20+,0.25\n", ",label=age").on_labels);
  CHECK(
      law_from("t.csv", "k,n\n1,12\n2,8\n3,1\nTotal,21\n", "normalise(file(t.csv))").atoms.size() ==
      3);
}

TEST_CASE("beside decimal commas a point parts thousands") {
  for (const char* text : {"Einkommen;Anteil\n1.000;0,5\n2.000;0,3\n3.000;0,2\n",
                           "Einkommen;Anteil\n900;0,5\n1.000;0,3\n3.000;0,2\n",
                           "Einkommen\tAnteil\n1.000\t50,5 %\n3.000\t49,5 %\n"}) {
    CAPTURE(text);
    const Law law = csv(text);
    CHECK(law.tables[0].to == "3000");
    CHECK(says(joined(law.tables[0].said, Language::en), "points with points between thousands"));
  }
  const Law counts = law_from("t.csv", "x;n\n0,5;1.000\n1,5;3.000\n", "normalise(file(t.csv))");
  CHECK(counts.tables[0].sum.en == "4000");
  CHECK(csv("x;w\n1.5;0,5\n2.5;0,5\n").tables[0].to == "2.5");
  CHECK(csv("x;w\n1.000;0.5\n2.000;0.5\n").tables[0].to == "2");
}

TEST_CASE("weights with marks are no labels of the other column") {
  CHECK(refusal_of("t.csv", "age,cases\n20,1 (a)\n30,2 (b)\n40,7 (c)\n50,3\n",
                   "normalise(file(t.csv))") ==
        "t.csv:2:4: '1 (a)' is not a number, and its column may be that of the weights: correct "
        "it, or name the columns, as in file(t.csv,label=cases,weight=age)");
  for (const char* text :
       {"flag,p\n0,0.7*\n1,0.3*\n", "0,0.7*\n1,0.3*\n", "flag,p\n0,5D-1\n1,5D-1\n",
        "p,flag\n0.7*,0\n0.3*,1\n", "flag;p\n0;<5\n1;~0,5\n", "flag,p\n0,-\n1,0.3 a\n"}) {
    CAPTURE(text);
    CHECK(says(refusal(text), "its column may be that of the weights"));
  }
  // What is named, or cannot be weights, is labels as before.
  CHECK(csv("flag,p\n0,0.7*\n1,0.3*\n", ",label=p,weight=flag").on_labels);
  for (const char* text :
       {"weight,size\n0.5,7 cm\n0.5,8 cm\n", "0.5,00\n0.5,01\n", "x,age\n0.5,18-25\n0.5,26-40\n",
        "x,day\n0.5,2020-01-01\n0.5,2.1.2020\n", "x,drink\n0.5,cola\n0.25,tea\n0.25,7up\n",
        "grade,p\n1 (a),0.5\n2 (b),0.5\n"}) {
    CAPTURE(text);
    CHECK(csv(text).on_labels);
  }
}

TEST_CASE("what else a stranger's files hold") {
  const auto law = [](const std::string& bytes) {
    return law_from("t.csv", bytes, "normalise(file(t.csv))");
  };
  SUBCASE("a # below the first row may be a label") {
    CHECK(says(refusal("char,w\na,0.5\n#,0.25\nb,0.25\n"), "quote the #"));
    CHECK(csv("char,w\na,0.5\n\"#\",0.25\nb,0.25\n").atoms.size() == 3);
    CHECK(csv("k,w\n1,0.5\n# the rest\n2,0.5\n").atoms.size() == 2);
  }
  SUBCASE("a comment may name the columns") {
    CHECK(says(csv("# p q\n0.1 0.2\n0.3 0.8\n").tables[0].warnings.at(0).en, "was read as points"));
    CHECK(csv("# p q\n0.1 0.2\n0.9 0.8\n", ",weight=q").table_length == 2);
    CHECK(csv("# made on a day\n0.1\n0.9\n").table_length == 2);
    CHECK(says(refusal_of("t.csv", "# share\n1998\n0.3\n0.7\n", "normalise(file(t.csv))"),
               "may be a header or a weight"));
  }
  SUBCASE("points may part thousands") {
    CHECK(says(refusal("k;n\nA;1.000\nB;2.000\nC;500\n"), "may be a decimal"));
    CHECK(csv("k,w\nA,0.125\nB,0.875\nC,0\n").atoms.size() == 2);
  }
  SUBCASE("a title above the header makes a year of a name") {
    for (const char* text : {"People\nCountry,2023\nAustria,9\nBelgium,11\n",
                             "People;\nCountry;2023\nAustria;9\nBelgium;11\n"})
      CHECK(refusal_of("t.csv", text, "normalise(file(t.csv))") != "");
  }
  SUBCASE("rows that end with a separator have no column more") {
    CHECK(mass_at(csv("x;p;q\na;0.5;0.3;\nb;0.5;0.7;\n", ",weight=q"), "b") == Rational(7, 10));
  }
  SUBCASE("a row has its own tolerance") {
    std::string rows = "a,b,c\n";
    for (int i = 0; i < 100; ++i) rows += "0.300,0.300,0.300\n";
    CHECK(says(refusal(rows, ",row=1"), "misses 1 by more than"));
  }
  SUBCASE("a first label that is empty is no header") {
    CHECK(says(refusal(",50\na,30\nb,20\n"), "the label is missing"));
  }
  SUBCASE("1,500 as a point is either") {
    CHECK(says(refusal("t;w\n1,500;0,5\n2,500;0,5\n"), "decimal or thousands commas"));
  }
  SUBCASE("totals that are not last are said") {
    CHECK(says(law("k;n\nTotal;100\nNord;40\nS;60\n").tables[0].warnings.at(0).en,
               "'Total' was read"));
    CHECK(says(law_from("t.csv", ",a,Total\nx,1,1\ny,3,3\n", "normalise(file(t.csv,joint))")
                   .tables[0]
                   .warnings.at(0)
                   .en,
               "if it is a total"));
  }
  SUBCASE("row names by commas are quoted") {
    CHECK(says(refusal("percent\nred,12,5\nblue,62,25\n"), "the header has"));
    CHECK(says(refusal("label,percent\nred,12,5\nblue,62,25\n"), "the header has 2 names"));
  }
  SUBCASE("a year is an index, not a weight") {
    CHECK(csv("Year,a,b\n2020,0.25,0.75\n", ",row=1").atoms.size() == 2);
  }
  SUBCASE("the first points are those that are meant") {
    const std::string ages = "age,count\n20,0.25\n21,0.75\n";
    CHECK(csv(ages).tables[0].from == csv(ages, ",weight=count").tables[0].from);
    CHECK(csv("\"\",\"v\",\"n\"\n\"1\",4,0.5\n\"2\",6,0.5\n", ",weight=n").tables[0].ignored ==
          std::vector<std::string>{"v"});
  }
  SUBCASE("an empty column, pipes and a stated separator do not matter") {
    CHECK(csv("x;w;Notes\na;0,5;\nb;0,5;\n").atoms.size() == 2);
    CHECK(csv("x|w\na|0.5\nb|0.5\n").atoms.size() == 2);
    CHECK(csv("sep=;\nx;w\na;0,5\nb;0,5\n").atoms.size() == 2);
    CHECK(csv("x;w\na;12,5\xC2\xA0%\nb;87,5\xE2\x80\xAF%\n").mass.rational() == 1);
  }
}

TEST_CASE("blanks that look like others are plain ones in labels") {
  for (const char* label :
       {"New York", "New\xC2\xA0York", "\xC2\xA0New York", "New York\xE2\x80\xAF",
        "\xEF\xBB\xBFNew\xE2\x80\xAFYork", "New \xE2\x80\x8BYork"}) {
    CAPTURE(label);
    const std::string text = label;
    CHECK(mass_at(csv("city,w\n" + text + ",0.25\nRome,0.75\n"), "New York") == Rational(1, 4));
    CHECK(mass_at(csv("city,w\n\"" + text + "\",0.25\nRome,0.75\n"), "New York") == Rational(1, 4));
    CHECK(mass_at(csv("k," + text + ",b\nx,0.25,0.75\n", ",row=x"), "New York") == Rational(1, 4));
    CHECK(mass_at(csv("k,a,b\n" + text + ",0.25,0.75\n", ",joint"), "New York | a") ==
          Rational(1, 4));
  }
  CHECK(says(refusal("k,w\na b,0.5\na\xC2\xA0"
                     "b,0.5\n"),
             "the label 'a b' is listed in line 2 already"));
  CHECK(says(refusal("k,w\n\xC2\xA0,0.5\nb,0.5\n"), "the label is missing"));
  CHECK(csv("char,w\n\"\xC2\xA0\",0.5\n\" \",0.5\n").atoms.size() == 2);  // as characters
}

TEST_CASE("labels that are missing, twice or where points are needed are refused") {
  CHECK(says(refusal("k,w\n,0.5\nb,0.5\n"), "the label is missing"));
  CHECK(says(refusal("k,w\na,0.5\nb,0.25\na,0.25\n"), "the label 'a' is listed in line 2 already"));
  for (const char* law :
       {"shift(file(t.csv),1)", "scale(file(t.csv),2)", "truncate(file(t.csv),1,2)",
        "pushforward(file(t.csv),exp())", "pushforward(file(t.csv),affine(2,1))",
        "mixture(1/2*file(t.csv),1/2*point(1))"})
    CHECK(says(refusal_of("t.csv", "k,w\na,0.5\nb,0.5\n", law), "label"));
  const Law mixed =
      law_from("t.csv", letters, "mixture(1/2*file(t.csv,weight=2),1/2*file(t.csv,weight=3))");
  CHECK(mass_at(mixed, "b") == Rational(1, 2));
}

TEST_CASE("a first row of numbers above a matrix may name its columns") {
  const auto law = [](const std::string& bytes, const std::string& options) {
    return law_from("t.csv", bytes, "normalise(file(t.csv" + options + "))");
  };
  for (const char* text : {"0,1\n50,10\n5,35\n", "1,2\n50,10\n5,35\n", "k,0,1\na,50,10\nb,5,35\n",
                           "2019,2020\n2021,2022\n"})
    for (const char* options : {",joint", ",row=2"}) {
      CAPTURE(text);
      CHECK(
          says(law(text, options).tables[0].warnings.at(0).en, "was read as weights: if it names"));
    }
  for (const char* text :
       {"0,1\n0.5,0.1\n0.05,0.35\n", "2019,2020\n50,10\n", "1 2 3\n.5 .25 .25\n"})
    for (const char* options : {",joint", ",row=2"}) {
      CAPTURE(text);
      const std::string why =
          refusal_of("t.csv", text, std::string("normalise(file(t.csv") + options + "))");
      CHECK(says(why, "may name the columns or be weights"));
      CHECK(says(why, "t.csv:1:1: "));
    }
  for (const char* text : {"3,1\n50,10\n", "a,b\n50,10\n", "0.5,0.25\n0,0.25\n"})
    CHECK(law(text, ",joint").tables[0].warnings.empty());
}

TEST_CASE("a row or all cells of a matrix") {
  CHECK(mass_at(csv("k,x,y\na,0.5,0.5\nb,0.25,0.75\n", ",row=b"), "y") == Rational(3, 4));
  CHECK(mass_at(csv("k,x,y\na,0.5,0.5\nb,0.25,0.75\n", ",row=2"), "y") == Rational(3, 4));
  const Law cells = csv("k,x,y\na,0.5,0.25\nb,0,0.25\n", ",joint");
  CHECK(mass_at(cells, "a | y") == Rational(1, 4));
  CHECK(csv("0.5 0.25\n0 0.25\n", ",joint").atoms.back().at.rational() == 4);
  CHECK(says(refusal("0.5 0.25\n0 0.25\n", ",row=3"), "row='3': give a number from 1 to 2"));
  CHECK(says(refusal("0.5 0.25\n0 0.25\n", ",joint,row=1"), "exclude each other"));
}
