// A text file as rows and columns of cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// A cell of a sheet: a part of its text, without quotes and blanks around it.
struct SheetCell {
  std::uint32_t begin = 0;
  std::uint32_t length : 31 = 0;
  std::uint32_t is_quoted : 1 = 0;
  std::uint32_t line = 0;  ///< in the file, from 1; of JSON the number of the entry
};

/// Cells in rows of one length, with the names of the columns where the first row has them.
class Sheet {
 public:
  std::string name;                 ///< of the file, for messages
  std::string text;                 ///< that the cells are parts of
  std::vector<SheetCell> cells;     ///< row by row
  std::size_t columns = 0;          ///< at least 1 where there are cells
  std::string_view separator;       ///< what parts them: "," ";" "\t" " ", or "" in JSON
  std::string_view place = "line";  ///< what `SheetCell::line` counts
  /// The names in the first row, one a column, if it is a header; "" for a column without one.
  std::optional<std::vector<std::string>> header;
  bool header_is_doubtful = false;         ///< a title may stand there, and names in the next row
  bool has_decimal_commas = false;         ///< a column of it has, without a doubt
  std::vector<std::string> comment_names;  ///< the words of a comment above the first row

  std::size_t rows() const { return columns == 0 ? 0 : cells.size() / columns; }
  const SheetCell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns + column];
  }
  std::string_view text_of(const SheetCell& cell) const {
    return std::string_view(text).substr(cell.begin, cell.length);
  }
  std::string_view text_at(std::size_t row, std::size_t column) const {
    return text_of(at(row, column));
  }
  /// The text of a cell as a label: only quotes make one of blanks that look like others.
  std::string label_of(const SheetCell& cell) const;

  /// "3:7" in a text, "entry 3" in JSON.
  std::string place_of(const SheetCell& cell) const;
  /// Throws BadSpecification: the file, the place and what is wrong there.
  [[noreturn]] void refuse_at(const SheetCell& cell, const std::string& what) const;

  /// Takes the first row for the header.
  void take_header();
  /// Leaves out the columns in which nothing stands.
  void drop_empty_columns();
};

/// Rows of cells parted by commas, semicolons, tabs or blanks, as far as they are the same in
/// every row. Throws BadSpecification where rows differ in length.
Sheet read_csv(std::string text, const std::string& name);

/// A map {"label": weight}, an array of numbers, of rows or of objects. Numbers are kept as they
/// are written. Throws BadSpecification.
Sheet read_json(std::string_view text, const std::string& name);

}  // namespace gancheck
