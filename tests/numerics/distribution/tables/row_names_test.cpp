// What names the rows of a matrix, and which of its first entries may be weights.
#include "numerics/distribution/tables/row_names.hpp"

#include <doctest/doctest.h>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/marked_numbers.hpp"
#include "numerics/distribution/tables/number_run.hpp"
#include "numerics/distribution/tables/words.hpp"

using namespace gancheck;

namespace {

struct Read {
  Sheet sheet;
  std::vector<ColumnLook> looks;
};
Read read(const std::string& text) {
  Read r{read_csv(text, "t.csv"), {}};
  r.looks = find_header(r.sheet, {});
  return r;
}

Matrix matrix(const std::string& text) {
  const Read r = read(text);
  return matrix_of(r.sheet, r.looks, {});
}

NumberRun run(const std::string& numbers) {
  const Read r = read("n\n" + numbers);
  return run_of(r.sheet, 0, r.looks[0]);
}

}  // namespace

TEST_CASE("numbers that follow each other as names do") {
  CHECK(run("0\n1\n").counts);
  CHECK(run("1\n2\n3\n").counts);
  CHECK_FALSE(run("3\n4\n").is_index());
  CHECK(run("30\n20\n10\n").is_even);
  CHECK(run("1990\n2001\n").are_years);
  CHECK(run("5\n9\n10\n").is_strict);
  CHECK_FALSE(run("5\n9\n10\n").is_index());
  CHECK(run("2\n0\n1\n").is_shuffled);
  CHECK(run("3\n1\n2\n").is_shuffled);
  for (const char* none : {"3\n0\n1\n", "2\n0\n2\n", "0.5\n0\n1\n", "3\n0\n1\n2\n5\n"})
    CHECK_FALSE(run(none).is_shuffled);
  for (const char* none : {"5\n5\n", "1\n2\n1\n", "7\n"}) CHECK_FALSE(run(none).is_strict);
}

TEST_CASE("the names of rows by their own name, the others' and their numbers") {
  for (const char* names : {"k", "", "year", "sample_id", "birth_year", "Unnamed: 0", "Monat"})
    CHECK(names_rows(names));
  for (const char* weights : {"cat", "true", "count", "x_", "day"})
    CHECK_FALSE(names_rows(weights));
  CHECK(matrix("actual,0,1\n0,50,10\n1,5,35\n").names == std::size_t{0});
  CHECK(matrix("s,a,b\n9,0.25,0.75\n3,0.5,0.5\n").names == std::size_t{0});
  CHECK(matrix("s,a,b\n3,0.25,7.75\n9,0.5,6.5\n").warning);
  CHECK_FALSE(matrix("hour of day,hour of night\n3,7\n9,5\n").names);
  CHECK_FALSE(matrix("cat,dog\n51,10\n51,35\n").names);
  CHECK_FALSE(matrix("cat,dog\n51,10\n51,35\n").warning);
}

TEST_CASE("first entries that may be weights written wrongly") {
  for (const char* spoilt : {"", "..", "?", "--", "*", "<5", "12*", "(12)", "12 p",
                             "\xE2\x82\xAC 12", "1O", "inf", "TRUE", "\xE2\x80\x93"})
    CHECK(may_be_spoilt_number(spoilt));
  for (const char* name : {"p", "p1", "Q1 2020", "%", "#", "18-25", "share (2)", "infected"})
    CHECK_FALSE(may_be_spoilt_number(name));
  CHECK(begins_as_number("0012"));
  CHECK(begins_as_number("18-25"));
  CHECK_FALSE(begins_as_number("2020-01"));
}
