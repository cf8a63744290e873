#include "numerics/distribution/tables/bytes.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>

#include "numerics/distribution/specification.hpp"

namespace gancheck {
namespace {

/// Places in a file are kept in 32 bits; a gzipped file may hide anything.
constexpr std::size_t most_bytes = std::size_t{1} << 31U;

void refuse_size(const std::string& name) {
  throw BadSpecification(name + ": larger than 2 GiB: split the table");
}

std::string read_all(std::istream& in, const std::string& name) {
  std::string bytes;
  constexpr std::size_t block = std::size_t{1} << 20U;
  while (in) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block);
    in.read(bytes.data() + before, block);
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most_bytes) refuse_size(name);
  }
  if (in.bad()) throw BadSpecification(name + ": reading failed: give another file");
  bytes.shrink_to_fit();
  return bytes;
}

std::string read_file(const std::string& path, const std::string& name) {
  std::error_code trouble;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw BadSpecification(
        fmt::format("{}: cannot be read ({}): give the path of a table: CSV, "
                    "JSON, NPY or NPZ",
                    name, std::strerror(errno)));
  if (const auto size = std::filesystem::file_size(path, trouble); !trouble) {
    if (size > most_bytes) refuse_size(name);
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.size() == size && file.peek() == std::ifstream::traits_type::eof()) return bytes;
    return bytes + read_all(file, name);
  }
  return read_all(file, name);
}

/// Standard input and pipes give their content once.
std::string read_once(const std::string& path, const std::string& name) {
  static std::mutex guard;
  static std::map<std::string, std::string> kept;
  const std::scoped_lock lock(guard);
  const auto found = kept.find(path);
  if (found != kept.end()) return found->second;
  return kept[path] = path == "-" ? read_all(std::cin, name) : read_file(path, name);
}

}  // namespace

std::string printable(std::string path) {
  if (path == "-") return "standard input";
  for (char& c : path)
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  return path;
}

std::string bytes_of(const std::string& path) {
  const std::string name = printable(path);
  std::error_code trouble;
  if (std::filesystem::is_directory(path, trouble))
    throw BadSpecification(name + ": a directory: name a file");
  const bool is_pipe = path == "-" || std::filesystem::is_fifo(path, trouble);
  if (!is_pipe && std::filesystem::exists(path, trouble) &&
      !std::filesystem::is_regular_file(path, trouble))
    throw BadSpecification(name + ": a device: name a file");
  return unpacked(is_pipe ? read_once(path, name) : read_file(path, name), name);
}

std::string unpacked(std::string bytes, const std::string& name) {
  constexpr std::string_view gzip_magic = "\x1F\x8B";
  if (bytes.starts_with(gzip_magic)) bytes = gunzipped(bytes, name);
  if (bytes.empty()) throw BadSpecification(name + ": the file is empty: name another one");
  return bytes;
}

std::string gunzipped(std::string_view bytes, const std::string& name) {
  constexpr int gzip_only = 15 + 16;  // the largest window, and a gzip header
  z_stream stream{};
  if (inflateInit2(&stream, gzip_only) != Z_OK)
    throw BadSpecification(name + ": zlib does not start: unpack the file first");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  // zlib does not write through its input pointer, which is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string unpacked;
  std::string block(std::size_t{1} << 18U, '\0');
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    unpacked.append(block, 0, block.size() - stream.avail_out);
    if (unpacked.size() > most_bytes) refuse_size(name);
    const bool ended = state == Z_STREAM_END;
    if (ended && stream.avail_in == 0) return unpacked;
    if (ended && inflateReset(&stream) == Z_OK) continue;  // gzip files may be joined
    if (state != Z_OK)
      throw BadSpecification(fmt::format("{}: the gzip data {} at byte {}: pack the file anew",
                                         name, stream.avail_in == 0 ? "end early" : "are damaged",
                                         bytes.size() - stream.avail_in + 1));
  }
}

}  // namespace gancheck
