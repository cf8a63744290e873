// Words and TeX as GitHub's Markdown needs them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// A formula for use between dollar signs: bars, '<', '>' and '^*' as commands, since Markdown
/// would take them for the edge of a table cell, for HTML and for emphasis.
std::string markdown_tex(std::string_view tex);

/// Words with formulas between single dollar signs, on one line: formulas by markdown_tex and set
/// off by spaces from characters beside which GitHub does not see a formula; in the words, '<', '*'
/// and '_' escaped.
std::string markdown_words(std::string_view text);

/// Verbatim text as inline code, whatever backticks it has.
std::string markdown_code(std::string_view text);

/// A table; bars in its cells are escaped, columns that are empty in every row left out, and a
/// table without rows is "".
class MarkdownTable {
 public:
  explicit MarkdownTable(std::vector<std::string> headings) : headings_(std::move(headings)) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  std::string text() const;

 private:
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace gancheck
