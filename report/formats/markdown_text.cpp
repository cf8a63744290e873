#include "report/formats/markdown_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "report/text/tex/infix_fractions.hpp"

namespace gancheck {
namespace {

/// The command needs a space behind it where a letter follows.
void add_command(std::string& out, std::string_view command, std::string_view rest) {
  out += command;
  if (!rest.empty() && std::isalpha(static_cast<unsigned char>(rest.front())) != 0) out += ' ';
}

bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Beside a letter, a digit or a character beyond ASCII GitHub takes a dollar sign for money.
bool needs_space(char c) {
  return is_beyond_ascii(c) || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

void add_word_character(std::string& out, char c) {
  if (c == '\n') {
    out += ' ';
  } else if (c == '<') {
    out += "&lt;";
  } else {
    if (c == '*' || c == '_') out += '\\';
    out += c;
  }
}

/// A bar would end the cell, even within code.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

/// GitHub drops the backslash before a mark in a formula among words: commands that are letters
/// instead, of spaces the one that pandoc knows as well; "" for other tokens.
std::string_view name_of_mark(std::string_view token) {
  static const std::map<std::string_view, std::string_view> names{
      {"\\|", "\\Vert"},     {"\\{", "\\lbrace"},   {"\\}", "\\rbrace"}, {"\\,", "\\medspace"},
      {"\\:", "\\medspace"}, {"\\;", "\\medspace"}, {"\\#", "\\sharp"}};
  const auto found = names.find(token);
  return found == names.end() ? std::string_view() : found->second;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// pandoc reads brackets of a stated size before some marks only.
std::string with_growing_brackets(std::string tex) {
  for (const std::string_view size : {"\\bigg", "\\Bigg", "\\big", "\\Big"}) {
    replace_all(tex, std::string(size) + "l", "\\left");
    replace_all(tex, std::string(size) + "r", "\\right");
  }
  return tex;
}

}  // namespace

std::string markdown_tex(std::string_view formula) {
  const std::string whole = with_growing_brackets(tex::with_prefix_fractions(std::string(formula)));
  std::string_view tex = whole;
  std::string out;
  while (!tex.empty()) {
    const char c = tex.front();
    const bool escaped = c == '\\' && tex.size() > 1;
    const std::string_view token = tex.substr(0, escaped ? 2 : 1);
    tex.remove_prefix(token.size());
    if (const std::string_view name = name_of_mark(token); !name.empty()) {
      add_command(out, name, tex);
    } else if (token == "|") {
      add_command(out, "\\vert", tex);
    } else if (token == "<") {
      add_command(out, "\\lt", tex);
    } else if (token == ">") {
      add_command(out, "\\gt", tex);
    } else if (token == "*") {
      add_command(out, "\\ast", tex);
    } else if (token == "\n") {
      out += ' ';
    } else {
      out += token;
    }
  }
  return out;
}

std::string markdown_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.front() == '$' ? text.find('$', 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      add_word_character(out, text.front());
      text.remove_prefix(1);
      continue;
    }
    if (!out.empty() && needs_space(out.back())) out += ' ';
    out += "$" + markdown_tex(text.substr(1, end - 1)) + "$";
    text.remove_prefix(end + 1);
    if (!text.empty() && needs_space(text.front())) out += ' ';
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  if (text.empty()) return "";
  std::string inside;
  std::size_t run = 0, longest = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    inside += c == '\n' ? ' ' : c;
  }
  const std::string fence(longest + 1, '`');
  const std::string space = longest > 0 ? " " : "";
  return fence + space + inside + space + fence;
}

std::string MarkdownTable::text() const {
  if (rows_.empty()) return "";
  const auto is_used = [&](std::size_t column) {
    return std::any_of(rows_.begin(), rows_.end(),
                       [column](const auto& row) { return !row.at(column).empty(); });
  };
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < headings_.size(); ++i)
    if (is_used(i)) used.push_back(i);
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::size_t i : used)
      out += cells.at(i).empty() ? " |" : " " + cell(cells.at(i)) + " |";
    return out + "\n";
  };
  std::string out = line(headings_) + "|";
  for (std::size_t i = 0; i < used.size(); ++i) out += " --- |";
  out += "\n";
  for (const auto& row : rows_) out += line(row);
  return out;
}

}  // namespace gancheck
