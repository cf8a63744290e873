// NPY, NumPy's format for one array (numpy.lib.format): magic, version, a header that is a Python
// dictionary, then the entries.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "numerics/distribution/table.hpp"

namespace gancheck {

namespace {

enum class Kind { floating, signed_whole, unsigned_whole };

struct Header {
  Kind kind = Kind::floating;
  std::size_t entry_bytes = 0;
  bool big_endian = false, fortran_order = false;
  std::size_t rows = 0, columns = 0;
};

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

  Header read() {
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
    return header_;
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

  void read_type() {
    const std::string_view type = read_string();
    constexpr std::array<std::string_view, 12> known{"<f8", ">f8", "<f4", ">f4", "|i1", "<i2",
                                                     "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"};
    if (std::find(known.begin(), known.end(), type) == known.end())
      refuse_header(fmt::format("the type {}, which is none of f8, f4 and little-endian integers",
                                in_quotes(type)));
    header_.big_endian = type[0] == '>';
    header_.kind = type[1] == 'f'   ? Kind::floating
                   : type[1] == 'i' ? Kind::signed_whole
                                    : Kind::unsigned_whole;
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
    expect('(');
    std::vector<std::size_t> shape;
    while (!take(')')) {
      shape.push_back(read_length());
      if (take(',')) continue;
      if (shape.size() < 2) refuse_header("a shape without comma");
      expect(')');
      break;
    }
    if (shape.empty() || shape.size() > 2 || (shape.size() == 2 && (shape[1] < 1 || shape[1] > 2)))
      refuse_header("a shape that is none of (n,), (n,1), (n,2)");
    header_.rows = shape[0];
    header_.columns = shape.size() == 2 ? shape[1] : 1;
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  Header header_;
};

/// The header, and the entries behind it.
std::pair<Header, std::string_view> opened(std::string_view bytes, const std::string& name) {
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
  return {HeaderReader(bytes.substr(text_at, length), name).read(), bytes.substr(text_at + length)};
}

template <class Place>
Real entry_of(std::string_view bytes, const Header& header, const Place& place) {
  const std::uint64_t bits = whole(bytes, header.big_endian);
  if (header.kind == Kind::unsigned_whole) return Rational(bits);
  if (header.kind == Kind::signed_whole) {
    const auto unused = static_cast<unsigned>(64 - 8 * bytes.size());
    return Decimal{static_cast<std::int64_t>(bits << unused) >> unused, 0};
  }
  const double value =
      bytes.size() == sizeof(double)
          ? std::bit_cast<double>(bits)
          : static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
  if (!std::isfinite(value))
    throw BadSpecification(fmt::format("{}: {} is not a number: give finite ones", place(), value));
  return Real::dyadic(value);
}

}  // namespace

Table read_npy(std::string_view bytes, const std::string& name) {
  const auto [header, data] = opened(bytes, name);
  const std::size_t expected = header.rows * header.columns * header.entry_bytes;
  if (data.size() != expected)
    refuse_file(
        name, fmt::format("{} bytes of entries where the shape asks for {}: the file is {}",
                          data.size(), expected, data.size() < expected ? "cut off" : "too long"));
  Table table;
  table.place = "row";
  table.has_points = header.columns == 2;
  table.rows.reserve(header.rows);
  const Real none = header.kind == Kind::floating ? Real::dyadic(0) : Real(0);
  for (std::size_t i = 0; i < header.rows; ++i) {
    const auto entry = [&, &h = header, &d = data](std::size_t column) {
      const std::size_t index = h.fortran_order ? column * h.rows + i : i * h.columns + column;
      return entry_of(d.substr(index * h.entry_bytes, h.entry_bytes), h,
                      [&] { return fmt::format("{}:{}:{}", name, i + 1, column + 1); });
    };
    Row row{Decimal{static_cast<std::int64_t>(i) + 1, 0}, entry(header.columns - 1), i + 1};
    if (table.has_points) row.point = entry(0);
    if (compare(row.weight, none) < 0)
      throw BadSpecification(
          fmt::format("{}:{}:{}: the weight {} is negative: weights are at least 0", name, i + 1,
                      header.columns, row.weight.text()));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace gancheck
