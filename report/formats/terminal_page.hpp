// A page of words for a terminal: headings, words broken at its width, and what is copied as it is.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "report/text/table.hpp"
#include "theory/evidence/text.hpp"

namespace gancheck {

class TerminalPage {
 public:
  TerminalPage(std::ostream& out, Language language, bool colour, std::size_t width = 100)
      : out_(out), language_(language), colour_(colour), width_(width) {}

  void heading(const Text& text) {
    out_ << "\n" << styled(text.in(language_), Style::heading, colour_) << "\n";
  }
  void words(const std::string& text, std::size_t indent = 2) {
    out_ << wrapped(text, width_, indent);
  }
  void words(const Text& text, std::size_t indent = 2) { words(text.in(language_), indent); }
  /// As it is, on one line, so that it can be copied.
  void verbatim(std::string_view text) { out_ << (text.empty() ? "" : "  ") << text << "\n"; }
  void table(const Table& rows) { out_ << rows.text(colour_); }
  void marked(std::string_view text, Style style) {
    out_ << "  " << styled(text, style, colour_) << "\n";
  }
  Language language() const { return language_; }

 private:
  std::ostream& out_;
  Language language_;
  bool colour_;
  std::size_t width_;
};

}  // namespace gancheck
