#include "report/formats/terminal_kill_matrix.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/text/count_sentences.hpp"
#include "report/text/kill_cells.hpp"
#include "report/text/table.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

constexpr std::size_t width_of_terminal = 100;

Style style_of(Kill kill) {
  return kill == Kill::rejected ? Style::plain : Style::faint;
}

/// The end of the block of pairs that begins at `first`: as many as fit beside the twins' names.
std::size_t end_of_block(const KillMatrix& matrix, std::size_t first) {
  constexpr std::size_t beside_names = width_of_terminal - 36, least_cell = 3, gap = 2;
  std::size_t width = 0, end = first;
  while (end < matrix.pairs.size()) {
    width += std::max(matrix.pairs[end].size(), least_cell) + gap;
    if (width > beside_names && end > first) break;
    ++end;
  }
  return end;
}

Table block(const KillMatrix& matrix, std::size_t first, std::size_t end) {
  std::vector<Align> columns{Align::left, Align::left};
  columns.resize(2 + end - first, Align::right);
  Table table(columns);
  std::vector<Cell> headings{{""}, {""}};
  for (std::size_t i = first; i < end; ++i) headings.emplace_back(matrix.pairs[i], Style::heading);
  table.row(headings);
  for (const KillMatrix::Row& row : matrix.rows) {
    std::vector<Cell> cells{{twin_name(row)}, {row.claim}};
    for (std::size_t i = first; i < end; ++i)
      cells.emplace_back(kill_cell(row.on[i]), style_of(row.on[i].kill));
    table.row(cells);
  }
  return table;
}

}  // namespace

void write_kill_matrix(std::ostream& out, const KillMatrix& matrix,
                       const TerminalOptions& options) {
  const Language language = options.language;
  out << styled(words::kill_matrix.in(language), Style::heading, options.colour) << "\n"
      << wrapped(words::kill_legend.in(language), width_of_terminal, 0);
  for (std::size_t first = 0, end = 0; first < matrix.pairs.size(); first = end) {
    end = end_of_block(matrix, first);
    out << "\n" << block(matrix, first, end).text(options.colour);
  }
  out << "\n";
  for (std::size_t i = 0; i < matrix.pairs.size(); ++i) {
    const std::vector<std::string> twins = blind_to(matrix, i);
    const std::string list =
        twins.empty() ? words::none.in(language) : fmt::format("{}", fmt::join(twins, " "));
    out << wrapped(fmt::format("{} {} {}/{}{}{}", matrix.pairs[i], words::blind_to.in(language),
                               twins.size(), matrix.rows.size(), words::colon(language), list),
                   width_of_terminal, 0);
  }
  out << twins_without_pairs_counted(matrix).in(language) << "\n\n";
}

}  // namespace gancheck
