#include "report/formats/packed.hpp"

#include <zlib.h>

#include <stdexcept>
#include <vector>

namespace gancheck {
namespace {

using Bytes = std::vector<unsigned char>;

Bytes gzipped(std::string_view text) {
  constexpr int gzip_window = 15 + 16;  // the largest window; a gzip header without name and time
  constexpr int memory_level = 9;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot start");
  Bytes out(deflateBound(&stream, text.size()));
  // zlib reads its input and does not write to it.
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  if (done != Z_STREAM_END) throw std::runtime_error("zlib cannot pack the report");
  out.resize(size);
  return out;
}

std::string base64(const Bytes& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr unsigned six_bits = 63;
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t n = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < n ? bytes[i + k] : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += k <= n ? letters[group >> (18 - 6 * k) & six_bits] : '=';
  }
  return out;
}

}  // namespace

std::string packed(std::string_view text) {
  return base64(gzipped(text));
}

}  // namespace gancheck
