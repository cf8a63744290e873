#include <fmt/format.h>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/count_sentences.hpp"
#include "report/text/kill_cells.hpp"
#include "report/text/page_words.hpp"
#include "report/text/run_sentences.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {

std::string kill_matrix(const Report& report) {
  if (!report.kill_matrix) return "";
  const KillMatrix& matrix = *report.kill_matrix;
  std::string head = "<th scope=\"col\">" + both(words::mutant) + "</th>";
  for (const std::string& pair : matrix.pairs)
    head += "<th scope=\"col\"><span>" + escaped(pair) + "</span></th>";
  std::string rows;
  for (const KillMatrix::Row& row : matrix.rows) {
    rows += fmt::format("<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th>", escaped(row.claim),
                        twin_name(row));
    for (const KilledOn& kill : row.on) rows += "<td>" + number(kill_cell(kill)) + "</td>";
    rows += "</tr>\n";
  }
  return "<section class=\"appendix\">\n" +
         heading(2, "kill-matrix", both(page_words::kill_matrix)) + "<p>" +
         both(words::kill_legend) + "</p>\n<p>" +
         both(sentence_of(twins_without_pairs_counted(matrix))) +
         "</p>\n<div class=\"scroll\"><table class=\"kills\"><thead><tr>" + head +
         "</tr></thead>\n<tbody>" + rows + "</tbody></table></div>\n</section>\n";
}

}  // namespace gancheck::html
