// CSV in the widest sense: cells parted by one separator, quotes, comments, any end of line.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/sheet.hpp"

namespace gancheck {
namespace {

constexpr std::array<std::string_view, 5> separators{"\t", ";", "|", ",", " "};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

/// "sep=;" in the first line, as spreadsheets write and read it; where it ends, and the separator.
struct StatedSeparator {
  std::size_t end = 0;
  std::string_view separator;
};
StatedSeparator stated_separator(const std::string& text) {
  constexpr std::string_view key = "sep=";
  if (!text.starts_with(key) || text.size() <= key.size() + 1) return {};
  const std::size_t end = key.size() + 1;
  for (const std::string_view separator : separators)
    if (text[key.size()] == separator[0] && ends_line(text[end])) return {end, separator};
  return {};
}

/// Walks over the rows of a text. Blank lines, rows of empty cells and comments are no rows.
class Rows {
 public:
  Rows(const std::string& text, const std::string& name, char separator)
      : text_(text), name_(name), separator_(separator), at_(stated_separator(text).end) {}

  /// The last comment before the first row, without its #.
  const std::optional<SheetCell>& comment() const { return comment_; }

  /// The cells of the next row; none at the end.
  const std::vector<SheetCell>& next() {
    row_.clear();
    while (row_.empty() && at_ < text_.size()) {
      read_row();
      const auto is_empty = [](const SheetCell& c) { return c.length == 0 && !c.is_quoted; };
      if (std::all_of(row_.begin(), row_.end(), is_empty)) row_.clear();
    }
    return row_;
  }

 private:
  bool ends() const { return at_ >= text_.size() || ends_line(text_[at_]); }
  bool at_separator() const { return !ends() && text_[at_] == separator_; }
  void skip_blanks() {
    while (!ends() && is_blank(text_[at_]) && (text_[at_] != separator_ || separator_ == ' '))
      ++at_;
  }

  void read_row() {
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
  void read_comment() {
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

  void read_cells() {
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

  SheetCell cell_from(std::size_t begin, std::size_t end) const {
    SheetCell cell;
    cell.begin = static_cast<std::uint32_t>(begin);
    cell.length = static_cast<std::uint32_t>(end - begin) & 0x7FFFFFFFU;
    cell.line = line_;
    return cell;
  }

  SheetCell read_cell() {
    if (!ends() && text_[at_] == '"') return read_quoted();
    const std::size_t begin = at_;
    while (!ends() && text_[at_] != separator_ && !(separator_ == ' ' && text_[at_] == '\t')) ++at_;
    std::size_t end = at_;
    while (end > begin && is_blank(text_[end - 1])) --end;
    return cell_from(begin, end);
  }

  SheetCell read_quoted() {
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
  void join_percent_signs() {
    if (separator_ != ' ') return;
    for (std::size_t j = row_.size(); j-- > 1;) {
      SheetCell& before = row_[j - 1];
      if (row_[j].length != 1 || text_[row_[j].begin] != '%' || before.is_quoted) continue;
      before.length = (row_[j].begin + 1 - before.begin) & 0x7FFFFFFFU;
      row_.erase(row_.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }

  [[noreturn]] void refuse(const SheetCell& at, const std::string& what) const {
    Sheet sheet;
    sheet.name = name_;
    sheet.text = text_;
    sheet.refuse_at(at, what);
  }

  const std::string& text_;
  const std::string& name_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t columns_ = 0;  ///< of the row before
  std::uint32_t line_ = 1;
  std::optional<SheetCell> comment_;
  std::vector<SheetCell> row_;
};

/// How the first rows look under a separator.
struct Look {
  bool is_consistent = false;  ///< rows of one length of at least two, the first one may lack one
  std::size_t parted = 0;      ///< rows of at least two cells
};

Look look_of(const std::string& text, const std::string& name, char separator) {
  constexpr std::size_t most_rows = 200;
  Rows rows(text, name, separator);
  Look look;
  std::vector<std::size_t> lengths;
  bool all_hold_two_numbers = true;
  for (std::size_t i = 0; i < most_rows; ++i) {
    const std::vector<SheetCell>& row = rows.next();
    if (row.empty()) break;
    lengths.push_back(row.size());
    if (row.size() > 1) ++look.parted;
    const std::string_view first = std::string_view(text).substr(row[0].begin, row[0].length);
    const std::size_t blank = first.find(' ');
    all_hold_two_numbers &= (i == 0 && lengths[0] == 1) ||
                            (blank != std::string_view::npos && is_number(first.substr(0, blank)) &&
                             is_number(first.substr(first.find_last_of(' ') + 1)));
  }
  if (lengths.empty() || lengths.back() < 2) return look;
  const std::size_t length = lengths.back();
  const auto has_it = [&](std::size_t n) { return n == length; };
  look.is_consistent = std::all_of(lengths.begin() + 1, lengths.end(), has_it) &&
                       (lengths[0] == length || (lengths.size() > 1 && lengths[0] + 1 == length));
  // "1 0,125" is two numbers parted by a blank, with decimal commas.
  if (separator == ',' && all_hold_two_numbers) look.is_consistent = false;
  return look;
}

/// The first of the separators that parts all rows alike; else the one that parts most.
std::string_view separator_of(const std::string& text, const std::string& name) {
  if (const StatedSeparator stated = stated_separator(text); stated.end > 0)
    return stated.separator;
  std::string_view best = ",";
  std::size_t most = 0;
  for (const std::string_view separator : separators) {
    Look look;
    try {
      look = look_of(text, name, separator[0]);
    } catch (const BadSpecification&) {
      continue;  // quotes that no such separator follows
    }
    if (look.is_consistent) return separator;
    if (look.parted > most) best = separator;
    most = std::max(most, look.parted);
  }
  return best;
}

/// R's write.table names no column of row names: they are quoted or, where no comma may belong to a
/// number, texts or 1, 2, ....
bool has_row_names(const Sheet& sheet) {
  const bool by_commas = sheet.separator == ",";
  bool all_quoted = true, all_texts = !by_commas, counted = !by_commas;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, 0);
    const std::string_view text = sheet.text_of(cell);
    all_quoted &= cell.is_quoted == 1;
    all_texts &= !is_number(text);
    counted &= text == std::to_string(i + 1);
  }
  return all_quoted || all_texts || counted;
}

std::string entries(std::size_t n) {
  return n == 1 ? "one entry" : fmt::format("{} entries", n);
}

[[noreturn]] void refuse_length(const Sheet& sheet, const SheetCell& at, std::size_t length,
                                std::size_t columns) {
  sheet.refuse_at(at, fmt::format("{} instead of {} as in the rows before: part the columns by ; "
                                  "or tab where the entries have commas",
                                  entries(length), columns));
}

/// A first row of another length than the second: a header, or a row of its own.
void check_short_header(const Sheet& sheet, const std::vector<SheetCell>& first,
                        const std::vector<SheetCell>& second) {
  if (first.size() + 1 == sheet.columns && has_row_names(sheet)) return;
  const auto is_entry = [&](const SheetCell& cell) { return is_number(sheet.text_of(cell)); };
  if (first.size() > 1 && std::all_of(first.begin(), first.end(), is_entry))
    refuse_length(sheet, second[0], second.size(), first.size());
  sheet.refuse_at(
      first[0],
      fmt::format("the header has {}, the rows have {}: name every column; where the commas are "
                  "decimal or thousands separators, part the columns by ; or quote the numbers",
                  first.size() == 1 ? "one name" : fmt::format("{} names", first.size()),
                  entries(sheet.columns)));
}

/// The words of a comment above rows without a header name their columns where there are as many.
std::vector<std::string> names_in(std::string_view comment, std::string_view separator) {
  std::vector<std::string> names;
  const bool is_parted = comment.find(separator) != std::string_view::npos;
  const std::string between = is_parted && separator != " " ? std::string(separator) : " \t";
  for (std::size_t at = 0; at < comment.size();) {
    const std::size_t end = std::min(comment.find_first_of(between, at), comment.size());
    std::string_view name = comment.substr(at, end - at);
    while (!name.empty() && is_blank(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
    if (!name.empty() && is_number(name)) return {};
    if (!name.empty()) names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

/// Rows that all end with a separator, below a header that does not.
bool ends_with_separators(const Sheet& sheet, std::size_t names) {
  if (names + 1 != sheet.columns) return false;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& last = sheet.at(i, sheet.columns - 1);
    if (last.length > 0 || last.is_quoted) return false;
  }
  return true;
}

/// a "b" for "a ""b""".
void unescape(Sheet& sheet) {
  for (SheetCell& cell : sheet.cells) {
    if (!cell.is_quoted) continue;
    std::uint32_t length = 0;
    for (std::uint32_t i = 0; i < cell.length; ++i, ++length) {
      const char c = sheet.text[cell.begin + i];
      sheet.text[cell.begin + length] = c;
      if (c == '"') ++i;
    }
    cell.length = length & 0x7FFFFFFFU;
  }
}

}  // namespace

Sheet read_csv(std::string text, const std::string& name) {
  Sheet sheet;
  sheet.name = name;
  sheet.separator = separator_of(text, name);
  sheet.text = std::move(text);
  Rows rows(sheet.text, name, sheet.separator[0]);
  const std::vector<SheetCell> first = rows.next(), second = rows.next();
  if (first.empty()) throw BadSpecification(name + ": no weights: give at least one");
  sheet.columns = second.empty() ? first.size() : second.size();
  const bool has_short_header = first.size() != sheet.columns;
  if (!has_short_header) sheet.cells = first;
  for (std::vector<SheetCell> row = second; !row.empty(); row = rows.next()) {
    if (row.size() != sheet.columns) refuse_length(sheet, row[0], row.size(), sheet.columns);
    sheet.cells.insert(sheet.cells.end(), row.begin(), row.end());
  }
  unescape(sheet);
  if (rows.comment())
    sheet.comment_names = names_in(sheet.text_of(*rows.comment()), sheet.separator);
  if (!has_short_header) {
    sheet.drop_empty_columns();
    return sheet;
  }
  if (ends_with_separators(sheet, first.size())) {
    sheet.drop_empty_columns();
    if (sheet.columns == first.size())
      sheet.cells.insert(sheet.cells.begin(), first.begin(), first.end());
    if (sheet.columns == first.size()) return sheet;
    sheet.refuse_at(first[0], "the header names a column that is empty: leave its name out");
  }
  check_short_header(sheet, first, second);
  sheet.header_is_doubtful = !sheet.at(0, 0).is_quoted;
  sheet.header.emplace(1);
  for (const SheetCell& cell : first) sheet.header->push_back(sheet.label_of(cell));
  return sheet;
}

}  // namespace gancheck
