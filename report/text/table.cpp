#include "report/text/table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace gancheck {
namespace {

struct CodePoints {
  std::uint32_t first, last;
};

// East_Asian_Width W and F (Unicode 15, EastAsianWidth.txt), neighbouring blocks joined.
constexpr std::array<CodePoints, 13> wide{{{0x1100, 0x115F},
                                           {0x2E80, 0x303E},
                                           {0x3041, 0x4DBF},
                                           {0x4E00, 0xA4CF},
                                           {0xA960, 0xA97F},
                                           {0xAC00, 0xD7A3},
                                           {0xF900, 0xFAFF},
                                           {0xFE10, 0xFE19},
                                           {0xFE30, 0xFE6F},
                                           {0xFF00, 0xFF60},
                                           {0xFFE0, 0xFFE6},
                                           {0x1F300, 0x1F9FF},
                                           {0x20000, 0x3FFFD}}};
constexpr std::array<CodePoints, 3> without_width{
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}}};

template <std::size_t N>
bool is_in(const std::array<CodePoints, N>& ranges, std::uint32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const CodePoints& r) { return r.first <= c && c <= r.last; });
}

/// Takes the first character off `text`. A byte that is no UTF-8 counts as one character.
std::uint32_t take(std::string_view& text) {
  const auto byte = static_cast<unsigned char>(text.front());
  const std::size_t length = byte < 0x80    ? 1
                             : byte >= 0xF0 ? 4
                             : byte >= 0xE0 ? 3
                             : byte >= 0xC0 ? 2
                                            : 1;
  std::uint32_t c = length == 1 ? byte : byte & (0x7FU >> length);
  const std::size_t present = std::min(length, text.size());
  for (std::size_t i = 1; i < present; ++i)
    c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  text.remove_prefix(present);
  return c;
}

std::size_t width_of(std::uint32_t c) {
  return is_in(without_width, c) ? 0 : is_in(wide, c) ? 2 : 1;
}

void trim_end(std::string& text) {
  text.erase(text.find_last_not_of(' ') + 1);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take(text));
  return width;
}

std::string styled(std::string_view text, Style style, bool colour) {
  constexpr std::array<const char*, 7> codes{"", "32", "36", "33", "1;31", "2", "1"};
  if (!colour || style == Style::plain || text.empty()) return std::string(text);
  return "\033[" + std::string(codes.at(static_cast<std::size_t>(style))) + "m" +
         std::string(text) + "\033[0m";
}

void Table::row(std::vector<Cell> cells) {
  if (cells.size() > columns_.size()) throw std::logic_error("a row has more cells than columns");
  rows_.push_back({false, std::move(cells)});
}

void Table::line(std::string text, Style style) {
  rows_.push_back({true, {Cell(std::move(text), style)}});
}

std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    if (row.spans) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row.cells[i].text));
  }
  return widths;
}

std::string Table::text(bool colour) const {
  const auto width = widths();
  std::string out;
  for (const Row& row : rows_) {
    std::string line, gap;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      const std::string pad(row.spans ? 0 : width[i] - display_width(cell.text), ' ');
      if (columns_[i] == Align::right) gap += pad;
      if (!cell.text.empty()) {
        line += gap + styled(cell.text, cell.style, colour);
        gap.clear();
      }
      if (columns_[i] == Align::left) gap += pad;
      gap += "  ";
    }
    trim_end(line);
    out += line + "\n";
  }
  return out;
}

namespace {

struct Word {
  std::string text;
  std::size_t columns = 0;
  bool ends_line = false;
};

/// Punctuation that must not begin a line.
bool clings(std::uint32_t c) {
  constexpr std::u32string_view closing = U"，。；：、）」』】》？！”’";
  return closing.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

/// Takes what may not be broken: up to and with a space or a newline, or up to and with a wide
/// character and the punctuation that clings to it.
Word take_word(std::string_view& text) {
  Word word;
  while (!text.empty()) {
    const std::string_view before = text;
    const auto c = take(text);
    if (c == '\n') {
      word.ends_line = true;
      break;
    }
    word.text += before.substr(0, before.size() - text.size());
    word.columns += width_of(c);
    std::string_view ahead = text;
    const bool breakable = c == ' ' || width_of(c) == 2;
    if (breakable && (ahead.empty() || !clings(take(ahead)))) break;
  }
  return word;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out, line;
  std::size_t used = 0;
  const auto end_line = [&] {
    trim_end(line);
    out += line.empty() ? "\n" : std::string(indent, ' ') + line + "\n";
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const Word word = take_word(text);
    const std::size_t visible = word.columns - (word.text.ends_with(' ') ? 1 : 0);
    if (used > 0 && indent + used + visible > width) end_line();
    line += word.text;
    used += word.columns;
    if (word.ends_line) end_line();
  }
  if (!line.empty()) end_line();
  return out;
}

}  // namespace gancheck
