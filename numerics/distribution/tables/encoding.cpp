// What text files are encoded in.
#include <fmt/format.h>

#include <cstdint>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"

namespace gancheck {
namespace {

void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes, bool big_endian, const std::string& name) {
  std::string text;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
  };
  const auto refuse_unit = [&](std::size_t i) {
    throw BadSpecification(
        fmt::format("{}: no UTF-16 at byte {}: save the file as UTF-8", name, i + 1));
  };
  if (bytes.size() % 2 != 0) refuse_unit(bytes.size() - 1);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t code = unit(i);
    if (code >= 0xDC00 && code < 0xE000) refuse_unit(i);
    if (code >= 0xD800 && code < 0xDC00) {
      if (i + 3 >= bytes.size()) refuse_unit(i);
      const std::uint32_t low = unit(i + 2);
      if (low < 0xDC00 || low >= 0xE000) refuse_unit(i);
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(text, code);
  }
  return text;
}

/// The length of the UTF-8 character that begins at i; 0 where none does.
std::size_t utf8_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t j) { return static_cast<unsigned char>(text[j]); };
  const std::uint32_t lead = byte(i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || i + length > text.size()) return 0;
  for (std::size_t j = 1; j < length; ++j)
    if ((byte(i + j) & 0xC0U) != 0x80U) return 0;
  const std::uint32_t second = byte(i + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
  return overlong || outside ? 0 : length;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

}  // namespace

std::string as_utf8(std::string bytes, const std::string& name) {
  constexpr std::string_view mark = "\xEF\xBB\xBF", little = "\xFF\xFE", big = "\xFE\xFF";
  if (bytes.starts_with(mark)) bytes.erase(0, mark.size());
  if (bytes.starts_with(little) || bytes.starts_with(big))
    return from_utf16(std::string_view(bytes).substr(2), bytes.starts_with(big), name);
  if (const auto nothing = bytes.find('\0'); nothing != std::string::npos) {
    // Digits and separators in UTF-16 are every second byte 0.
    const bool is_utf16 = nothing < 2 && bytes.size() % 2 == 0;
    if (is_utf16) return from_utf16(bytes, nothing == 0, name);
    throw BadSpecification(
        fmt::format("{}: a zero byte at {}: no text, and neither NPY nor NPZ: give one of these",
                    name, nothing + 1));
  }
  if (is_utf8(bytes)) return bytes;
  std::string text;
  for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

}  // namespace gancheck
