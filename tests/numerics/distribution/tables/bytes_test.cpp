// Packed and encoded files, and JSON.
#include "numerics/distribution/tables/bytes.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include "tests/numerics/distribution/tables/files.hpp"

using namespace gancheck;

namespace {

std::string gzipped(const std::string& text) {
  z_stream stream{};
  constexpr int gzip = 15 + 16, memory = 8;
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip, memory, Z_DEFAULT_STRATEGY) ==
          Z_OK);
  std::string packed(text.size() + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string utf16(const std::string& ascii, bool big_endian, bool with_mark = true) {
  std::string bytes = !with_mark ? "" : big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::string refused(const std::string& bytes) {
  return refusal_of("t", bytes, "file(t)");
}
bool says(const std::string& message, const std::string& words) {
  INFO(message);
  return message.find(words) != std::string::npos;
}

const std::string table = "k,w\n1,0.25\n2,0.75\n";

}  // namespace

TEST_CASE("a table is the same packed, and in every encoding and end of line") {
  std::string carriage_returns = table;
  for (char& c : carriage_returns)
    if (c == '\n') c = '\r';
  for (const std::string& bytes :
       {table, gzipped(table), gzipped("k,w\n1,0.25\n") + gzipped("2,0.75\n"), utf16(table, true),
        utf16(table, false), utf16(table, true, false), utf16(table, false, false),
        "\xEF\xBB\xBF" + table, carriage_returns, std::string("k,w\r\n1,0.25\r\n2,0.75\r\n"),
        std::string("k,w,,\n1,0.25,,\n2,0.75,,\n,,,\n")}) {
    const Law law = law_from("t", bytes, "file(t)");
    CHECK(law.atoms[1].at.rational() == 2);
    CHECK(law.atoms[1].mass.rational() == Rational(3, 4));
  }
}

TEST_CASE("Latin-1 labels become UTF-8") {
  const Law law = law_from("t", "k,w\nM\xFCller,0.5\nb,0.5\n", "file(t)");
  CHECK(law.tables[0].from == "M\xC3\xBCller");
}

TEST_CASE("damaged packages and encodings are refused") {
  const std::string packed = gzipped(table);
  CHECK(says(refused(packed.substr(0, packed.size() - 9)), "the gzip data end early"));
  std::string damaged = packed;
  damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1);
  CHECK(says(refused(damaged), "the gzip data are damaged"));
  CHECK(says(refused(utf16(table, true) + "x"), "no UTF-16 at byte"));
  CHECK(says(refused(std::string("1,0.5\n2,0.\0", 11)), "a zero byte at 11"));
  CHECK(says(refused("PK\x03\x04 and no more"), "no readable zip archive"));
}

TEST_CASE("JSON maps, arrays, rows and objects, with numbers as they are written") {
  const auto json = [](const std::string& text) { return law_from("t", text, "file(t)"); };
  CHECK(json("[0.1, 0.9]").atoms[0].mass.rational() == Rational(1, 10));
  CHECK(
      json("[0.10000000000000000000000000001, 0.89999999999999999999999999999]").mass.rational() ==
      1);
  CHECK(json("{\"a\": 0.25, \"b\": 0.75}").on_labels);
  CHECK(json("{\"00\": 0.25, \"11\": 0.75}").on_labels);
  CHECK_FALSE(json("{\"0\": 0.25, \"7\": 0.75}").on_labels);
  CHECK(json("[[3, 0.25], [5, 0.75]]").atoms[1].at.rational() == 5);
  const Law rows = json("[{\"k\": \"a\", \"n\": 0.5}, {\"n\": 0.5, \"k\": \"b\"}]");
  CHECK(rows.tables[0].column.en == "column 2, 'n'");
  CHECK(rows.atoms.size() == 2);
  CHECK(says(refused("{\"a\": 0.5, \"b\": }"), "t:1:17: no JSON"));
  CHECK(says(refused("{\"a\": 0.5, \"b\": null}"), "t, entry 2: the weight is missing"));
  CHECK(says(refused("{\"a\": 0.5, \"a\": 0.5}"), "the label 'a' is listed in entry 1 already"));
  CHECK(says(refused("{\"a\": {\"b\": [1]}}"), "not a table"));
  CHECK(says(refused("[[1, 0.5], [2]]"), "entry 2: 1 values instead of 2"));
  CHECK(says(refused("[]"), "no weights"));
  CHECK(says(refused(std::string(100000, '[')), "not a table"));
}
