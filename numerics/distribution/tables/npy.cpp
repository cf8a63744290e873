// NPY, NumPy's format for one array (numpy.lib.format): magic, version, a header that is a Python
// dictionary, then the entries.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/npy.hpp"

namespace gancheck {

namespace {

[[noreturn]] void refuse_file(const std::string& name, const std::string& what) {
  throw BadSpecification(name + ": " + what);
}

std::uint64_t whole(std::string_view bytes, bool big_endian) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t at = big_endian ? i : bytes.size() - 1 - i;
    value = (value << 8U) | static_cast<unsigned char>(bytes[at]);
  }
  return value;
}

/// {'descr': '<f8', 'fortran_order': False, 'shape': (3,), } as NumPy writes it, each key once.
class HeaderReader {
 public:
  HeaderReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  /// All of an array but its entries.
  Array read() {
    expect('{');
    bool has_type = false, has_order = false, has_shape = false;
    while (!take('}')) {
      const std::string_view key = read_string();
      expect(':');
      if (key == "descr" && !has_type)
        has_type = (read_type(), true);
      else if (key == "fortran_order" && !has_order)
        has_order = (read_order(), true);
      else if (key == "shape" && !has_shape)
        has_shape = (read_shape(), true);
      else
        refuse_header(fmt::format("the key {}", in_quotes(key)));
      if (take(',')) continue;
      expect('}');
      break;
    }
    skip_space();
    if (at_ != text_.size()) refuse_header("text behind the dictionary");
    if (!has_type || !has_order || !has_shape) refuse_header("a missing key");
    return std::move(header_);
  }

 private:
  [[noreturn]] void refuse_header(const std::string& what) const {
    refuse_file(name_, fmt::format("the NPY header has {} at its character {}: write the file with "
                                   "numpy.save",
                                   what, at_ + 1));
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) refuse_header(fmt::format("no {}", c));
  }

  std::string_view read_string() {
    skip_space();
    const char quote = at_ < text_.size() ? text_[at_] : '\0';
    if (quote != '\'' && quote != '"') refuse_header("no string");
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) refuse_header("an open string");
    const std::string_view string = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return string;
  }

  /// Byte order, kind and bytes of an entry: "<f8", ">i4", "|u1", "|b1".
  void read_type() {
    constexpr std::array<std::string_view, 12> known{"f2", "f4", "f8", "i1", "i2", "i4",
                                                     "i8", "u1", "u2", "u4", "u8", "b1"};
    const std::string_view type = read_string();
    const bool has_order = !type.empty() && std::string_view("<>|=").find(type[0]) < 4;
    if (!has_order || std::find(known.begin(), known.end(), type.substr(1)) == known.end())
      refuse_file(name_, fmt::format("entries of the type {}, which is no real number of 8 to 64 "
                                     "bits: save array.astype(float)",
                                     in_quotes(type)));
    header_.big_endian = type[0] == '>';
    header_.kind = type[1] == 'f'   ? ArrayKind::floating
                   : type[1] == 'i' ? ArrayKind::signed_whole
                                    : ArrayKind::unsigned_whole;
    header_.entry_bytes = static_cast<std::size_t>(type[2] - '0');
  }

  void read_order() {
    skip_space();
    for (const auto& [word, value] :
         {std::pair<std::string_view, bool>{"True", true}, {"False", false}}) {
      if (text_.substr(at_, word.size()) != word) continue;
      at_ += word.size();
      header_.fortran_order = value;
      return;
    }
    refuse_header("an order that is neither True nor False");
  }

  std::size_t read_length() {
    constexpr std::size_t most = std::size_t{1} << 40U;
    skip_space();
    const std::size_t begin = at_;
    std::size_t value = 0;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
      value = std::min(most, value * 10 + static_cast<std::size_t>(text_[at_] - '0'));
    if (at_ == begin) refuse_header("no length");
    return value;
  }

  void read_shape() {
    constexpr std::size_t most_dimensions = 32;
    expect('(');
    while (!take(')')) {
      header_.shape.push_back(read_length());
      if (take(',')) continue;
      if (header_.shape.size() < 2) refuse_header("a shape without comma");
      expect(')');
      break;
    }
    if (header_.shape.empty() || header_.shape.size() > most_dimensions)
      refuse_header("a shape that is none of (n,), (n,m), ...");
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  Array header_;
};

/// The header, and the entries behind it.
Array opened(std::string_view bytes, const std::string& name) {
  constexpr std::size_t version_at = 6, length_at = 8;
  if (bytes.size() < length_at) refuse_file(name, "an NPY file that ends in its first 8 bytes");
  const int version = static_cast<unsigned char>(bytes[version_at]);
  if (version < 1 || version > 3 || bytes[version_at + 1] != 0)
    refuse_file(name, fmt::format("NPY version {}.{} is none of 1.0, 2.0, 3.0", version,
                                  static_cast<unsigned char>(bytes[version_at + 1])));
  const std::size_t length_bytes = version == 1 ? 2 : 4;
  const std::size_t text_at = length_at + length_bytes;
  const std::uint64_t length =
      bytes.size() < text_at ? 0 : whole(bytes.substr(length_at, length_bytes), false);
  if (bytes.size() < text_at || bytes.size() - text_at < length)
    refuse_file(name, fmt::format("the NPY header is cut off after {} bytes", bytes.size()));
  Array array = HeaderReader(bytes.substr(text_at, length), name).read();
  array.entries = bytes.substr(text_at + length);
  return array;
}

/// IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction.
double half_precision(std::uint64_t bits) {
  const auto fraction = static_cast<double>(bits & 0x3FFU);
  const int exponent = static_cast<int>((bits >> 10U) & 0x1FU);
  double magnitude = std::ldexp(fraction, -24);
  if (exponent == 31) magnitude = fraction == 0 ? HUGE_VAL : std::nan("");
  if (exponent > 0 && exponent < 31) magnitude = std::ldexp(1024 + fraction, exponent - 25);
  return (bits & 0x8000U) == 0 ? magnitude : -magnitude;
}

double floating(std::uint64_t bits, std::size_t bytes) {
  if (bytes == 2) return half_precision(bits);
  if (bytes == 4)
    return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
  return std::bit_cast<double>(bits);
}

}  // namespace

std::size_t Array::size() const {
  std::size_t product = 1;
  for (const std::size_t n : shape) product *= n;
  return product;
}

Real Array::at(std::size_t index) const {
  const std::uint64_t bits = whole(entries.substr(index * entry_bytes, entry_bytes), big_endian);
  if (kind == ArrayKind::unsigned_whole) {
    const auto value = static_cast<std::int64_t>(bits);
    return value >= 0 ? Real(Decimal{value, 0}) : Real(Rational(bits));
  }
  if (kind == ArrayKind::signed_whole) {
    const auto unused = static_cast<unsigned>(64 - 8 * entry_bytes);
    return Decimal{static_cast<std::int64_t>(bits << unused) >> unused, 0};
  }
  const double value = floating(bits, entry_bytes);
  return std::isfinite(value) ? Real::dyadic(value) : throw NotFinite{value};
}

Rational Array::half_unit() const {
  if (kind != ArrayKind::floating) return 0;
  const unsigned bits = entry_bytes == 2 ? 11 : entry_bytes == 4 ? 24 : 53;
  return Rational(Integer(1), Integer(1) << bits);
}

std::size_t Array::stored_at(std::size_t row, std::size_t column) const {
  return fortran_order ? column * shape[0] + row : row * (size() / shape[0]) + column;
}

Array read_npy(std::string_view bytes, const std::string& name) {
  Array array = opened(bytes, name);
  std::size_t expected = array.entry_bytes;
  constexpr std::size_t most = std::size_t{1} << 40U;
  for (const std::size_t n : array.shape)
    expected = n == 0 ? 0 : expected > most / n ? most : expected * n;
  if (array.entries.size() != expected)
    refuse_file(name, fmt::format("{} bytes of entries where the shape asks for {}: the file is {}",
                                  array.entries.size(), expected,
                                  array.entries.size() < expected ? "cut off" : "too long"));
  return array;
}

}  // namespace gancheck
