#include <fmt/format.h>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/numbers.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {

std::string summary(const Report& report) {
  std::string out;
  for (const ChapterResult& chapter : report.chapters) {
    PageTable table(chapter.title,
                    {words::number, words::claim, words::verdict, words::note_verdict,
                     words::foundations, words::controls, words::own_pairs});
    for (const ClaimResult& c : chapter.claims)
      table.row({std::to_string(c.claim.number),
                 fmt::format("<a href=\"#{}\">{}</a>", escaped(c.claim.id), both(c.claim.title)),
                 mark(c.verdict), both(meaning(c.claim.note_verdict)), foundations(report, c),
                 rejected_of(c), rejected_on_own_pairs(c)});
    out += table.styled("overview").html();
  }
  if (out.empty()) return "";
  return "<section>\n" + heading(2, "summary", both(page_words::summary)) + out + "</section>\n";
}

}  // namespace gancheck::html
