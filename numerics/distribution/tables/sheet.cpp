#include "numerics/distribution/tables/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/label_text.hpp"

namespace gancheck {

std::string Sheet::place_of(const SheetCell& cell) const {
  if (place != "line") return fmt::format("{} {}", place, cell.line);
  const std::string_view before = std::string_view(text).substr(0, cell.begin);
  const std::size_t end = before.find_last_of("\r\n");
  const std::size_t column = before.size() - (end == std::string_view::npos ? 0 : end + 1) + 1;
  return fmt::format("{}:{}", cell.line, column);
}

void Sheet::refuse_at(const SheetCell& cell, const std::string& what) const {
  const std::string_view between = place == "line" ? ":" : ", ";
  throw BadSpecification(fmt::format("{}{}{}: {}", name, between, place_of(cell), what));
}

std::string Sheet::label_of(const SheetCell& cell) const {
  std::string label = with_plain_blanks(text_of(cell));
  const bool is_blank_label = label.empty() && (cell.is_quoted || place != "line");
  return is_blank_label ? std::string(text_of(cell)) : label;
}

void Sheet::take_header() {
  header.emplace();
  for (std::size_t j = 0; j < columns; ++j) header->push_back(label_of(at(0, j)));
  cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(columns));
}

void Sheet::drop_empty_columns() {
  std::vector<bool> is_kept(columns, false);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].length > 0 || cells[i].is_quoted) is_kept[i % columns] = true;
  if (std::find(is_kept.begin(), is_kept.end(), false) == is_kept.end()) return;
  std::vector<SheetCell> kept;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (is_kept[i % columns]) kept.push_back(cells[i]);
  cells = std::move(kept);
  columns = static_cast<std::size_t>(std::count(is_kept.begin(), is_kept.end(), true));
}

}  // namespace gancheck
