// Words, formulas, numbers and tables as HTML, in both languages at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck::html {

/// For use between tags and in attributes with double quotes.
std::string escaped(std::string_view text);

/// Words with formulas between single dollar signs.
std::string words(std::string_view text);

/// Verbatim.
std::string code(std::string_view text);

/// Of two pieces of HTML the one in the reader's language; one alone where they are the same.
std::string either(const std::string& en, const std::string& zh);
/// Words in the reader's language.
std::string both(const Text& text);
/// What `in` makes of either language, as HTML.
template <class F>
std::string in_both(const F& in) {
  return either(in(Language::en), in(Language::zh));
}
/// The same, of a function that makes words.
template <class F>
std::string words_in_both(const F& in) {
  return both({in(Language::en), in(Language::zh)});
}

/// A formula among words; words inside it in the reader's language.
std::string formula(std::string_view tex);
/// A formula on a line of its own.
std::string display(std::string_view tex);

/// "2.6e-18" as 2.6 x 10^-18, "inf" as its sign; other text as it is.
std::string number(std::string_view text);
/// A lower bound with the digits that matter, rounded down.
std::string lower_bound(std::string_view text);
/// "[-1e-20, 2e-20]" as numbers, those with exponents rounded outwards.
std::string interval(std::string_view lower, std::string_view upper);

/// A table whose first cells head their rows, unless that is switched off. Cells are HTML. Columns
/// that are empty in every row are left out; a table without rows is "".
class PageTable {
 public:
  PageTable(Text caption, std::vector<Text> headings)
      : caption_(std::move(caption)), headings_(std::move(headings)) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// A class for the style sheet.
  PageTable& styled(std::string_view style) {
    style_ = style;
    return *this;
  }
  /// Rows that nothing heads: formulas are no heads, since not every screen reader reads them.
  PageTable& without_heads() {
    has_heads_ = false;
    return *this;
  }
  std::string html() const;

 private:
  Text caption_;
  std::vector<Text> headings_;
  std::vector<std::vector<std::string>> rows_;
  std::string style_;
  bool has_heads_ = true;
};

/// What opens when it is asked for.
std::string folded(const std::string& summary, const std::string& inside);

}  // namespace gancheck::html
