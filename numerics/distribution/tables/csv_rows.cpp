#include "numerics/distribution/tables/csv_rows.hpp"

#include <algorithm>

namespace gancheck {
namespace {

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

StatedSeparator stated_separator(const std::string& text) {
  constexpr std::string_view key = "sep=";
  if (!text.starts_with(key) || text.size() <= key.size() + 1) return {};
  const std::size_t end = key.size() + 1;
  for (const std::string_view separator : separators)
    if (text[key.size()] == separator[0] && ends_line(text[end])) return {end, separator};
  return {};
}

const std::vector<SheetCell>& CsvRows::next() {
  row_.clear();
  while (row_.empty() && at_ < text_.size()) {
    read_row();
    const auto is_empty = [](const SheetCell& c) { return c.length == 0 && !c.is_quoted; };
    if (std::all_of(row_.begin(), row_.end(), is_empty)) row_.clear();
  }
  return row_;
}

bool CsvRows::ends() const {
  return at_ >= text_.size() || ends_line(text_[at_]);
}

void CsvRows::skip_blanks() {
  while (!ends() && is_blank_or_tab(text_[at_]) && (text_[at_] != separator_ || separator_ == ' '))
    ++at_;
}

void CsvRows::read_row() {
  skip_blanks();
  if (!ends() && text_[at_] == '#') {
    read_comment();
  } else if (!ends()) {
    read_cells();
    columns_ = row_.size();
  }
  if (at_ >= text_.size()) return;
  const bool is_pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += is_pair ? 2 : 1;
  ++line_;
}

/// Below the first row a # may as well be a label.
void CsvRows::read_comment() {
  const std::size_t begin = at_;
  if (columns_ > 1) {
    read_cells();
    const bool is_row = row_.size() == columns_;
    row_.clear();
    if (is_row)
      refuse(cell_from(begin, begin),
             "a line that begins with # and has as many entries as the rows: quote the #, as in "
             "\"#\", if it is a label, or leave the line out");
    at_ = begin;
  }
  while (!ends()) ++at_;
  if (columns_ == 0) comment_ = cell_from(begin + 1, at_);
}

void CsvRows::read_cells() {
  for (;;) {
    row_.push_back(read_cell());
    skip_blanks();
    if (ends()) break;
    if (separator_ != ' ') {
      ++at_;
      skip_blanks();
    }
    if (ends()) {
      if (separator_ != ' ') row_.push_back(cell_from(at_, at_));
      break;
    }
  }
  join_percent_signs();
}

SheetCell CsvRows::cell_from(std::size_t begin, std::size_t end) const {
  SheetCell cell;
  cell.begin = static_cast<std::uint32_t>(begin);
  cell.length = static_cast<std::uint32_t>(end - begin) & 0x7FFFFFFFU;
  cell.line = line_;
  return cell;
}

SheetCell CsvRows::read_cell() {
  if (!ends() && text_[at_] == '"') return read_quoted();
  const std::size_t begin = at_;
  while (!ends() && text_[at_] != separator_ && !(separator_ == ' ' && text_[at_] == '\t')) ++at_;
  std::size_t end = at_;
  while (end > begin && is_blank_or_tab(text_[end - 1])) --end;
  return cell_from(begin, end);
}

SheetCell CsvRows::read_quoted() {
  const SheetCell opening = cell_from(at_, at_);
  std::size_t end = text_.find('"', at_ + 1);
  while (end != std::string::npos && end + 1 < text_.size() && text_[end + 1] == '"')
    end = text_.find('"', end + 2);  // "" stands for one
  if (end == std::string::npos) refuse(opening, "a quote that does not close: close it");
  SheetCell cell = cell_from(at_ + 1, end);
  cell.is_quoted = 1;
  for (std::size_t i = at_; i < end; ++i)
    if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n')) ++line_;
  at_ = end + 1;
  skip_blanks();
  if (!ends() && !at_separator() && separator_ != ' ')
    refuse(cell_from(at_, at_), "text behind a closing quote: write a quote inside as \"\"");
  return cell;
}

/// "12.5 %" is one cell where blanks part cells.
void CsvRows::join_percent_signs() {
  if (separator_ != ' ') return;
  for (std::size_t j = row_.size(); j-- > 1;) {
    SheetCell& before = row_[j - 1];
    if (row_[j].length != 1 || text_[row_[j].begin] != '%' || before.is_quoted) continue;
    before.length = (row_[j].begin + 1 - before.begin) & 0x7FFFFFFFU;
    row_.erase(row_.begin() + static_cast<std::ptrdiff_t>(j));
  }
}

void CsvRows::refuse(const SheetCell& at, const std::string& what) const {
  Sheet sheet;
  sheet.name = name_;
  sheet.text = text_;
  sheet.refuse_at(at, what);
}

}  // namespace gancheck
