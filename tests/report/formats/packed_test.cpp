#include "report/formats/packed.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>

using namespace gancheck;

namespace {

std::string unpacked(const std::string& letters) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : letters) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<unsigned>(alphabet.find(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xff);
  }
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::array<char, 4096> out{};
  stream.next_in = reinterpret_cast<unsigned char*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  inflateEnd(&stream);
  return {out.data(), stream.total_out};
}

}  // namespace

TEST_CASE("what is packed is unpacked again, whatever its length") {
  for (const std::string text : {"", "a", "ab", "abc", "</script>", "最优判别器 <&>"})
    CHECK(unpacked(packed(text)) == text);
  CHECK(packed("abc").starts_with("H4sI"));  // gzip: 1f 8b 08
  CHECK(packed("</script>").find('<') == std::string::npos);
}
