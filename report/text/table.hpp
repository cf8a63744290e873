// Aligned text for a terminal; Chinese characters take two columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// Columns that UTF-8 text takes on a terminal: 2 a wide or full-width character (Unicode Standard
/// Annex 11), 0 a combining one. Ambiguous characters count as narrow.
std::size_t display_width(std::string_view text);

enum class Style { plain, good, fair, doubtful, bad, faint, heading };
/// The text within the escape sequences of the style; as it is if `colour` is false.
std::string styled(std::string_view text, Style style, bool colour);

struct Cell {
  Cell(std::string words, Style look = Style::plain) : text(std::move(words)), style(look) {}
  std::string text;
  Style style;
};

enum class Align { left, right };

/// Rows in columns two spaces apart; no line ends in a space.
class Table {
 public:
  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}
  /// At most one cell a column; missing cells are empty.
  void row(std::vector<Cell> cells);
  /// A line between rows that keeps to no column.
  void line(std::string text, Style style = Style::plain);
  std::string text(bool colour) const;

 private:
  struct Row {
    bool spans;
    std::vector<Cell> cells;
  };
  std::vector<std::size_t> widths() const;

  std::vector<Align> columns_;
  std::vector<Row> rows_;
};

/// The text broken into lines of at most `width` columns, each after `indent` spaces: at spaces, or
/// behind a wide character. Ends with a newline.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace gancheck
