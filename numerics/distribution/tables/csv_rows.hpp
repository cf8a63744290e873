// The rows of a CSV text under one separator.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/distribution/tables/sheet.hpp"

namespace gancheck {

inline constexpr std::array<std::string_view, 5> separators{"\t", ";", "|", ",", " "};

inline bool is_blank_or_tab(char c) {
  return c == ' ' || c == '\t';
}

/// "sep=;" in the first line, as spreadsheets write and read it; where it ends, and the separator.
struct StatedSeparator {
  std::size_t end = 0;
  std::string_view separator;
};
StatedSeparator stated_separator(const std::string& text);

/// Walks over the rows of a text. Blank lines, rows of empty cells and comments are no rows.
class CsvRows {
 public:
  CsvRows(const std::string& text, const std::string& name, char separator)
      : text_(text), name_(name), separator_(separator), at_(stated_separator(text).end) {}

  /// The last comment before the first row, without its #.
  const std::optional<SheetCell>& comment() const { return comment_; }

  /// The cells of the next row; none at the end. Throws BadSpecification for a quote that does not
  /// close.
  const std::vector<SheetCell>& next();

 private:
  bool ends() const;
  bool at_separator() const { return !ends() && text_[at_] == separator_; }
  void skip_blanks();
  void read_row();
  void read_comment();
  void read_cells();
  SheetCell cell_from(std::size_t begin, std::size_t end) const;
  SheetCell read_cell();
  SheetCell read_quoted();
  void join_percent_signs();
  [[noreturn]] void refuse(const SheetCell& at, const std::string& what) const;

  const std::string& text_;
  const std::string& name_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t columns_ = 0;  ///< of the row before
  std::uint32_t line_ = 1;
  std::optional<SheetCell> comment_;
  std::vector<SheetCell> row_;
};

/// The separator that a text states; the first that parts all rows alike, with numbers in a column
/// where one does; else the one that parts most rows. Throws BadSpecification where commas part
/// cells as well as blanks do, with commas in the numbers.
std::string_view separator_of(const std::string& text, const std::string& name);

}  // namespace gancheck
