#include "report/figures/page_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace gancheck {
namespace {

std::string escaped(const std::string& words) {
  std::string text;
  for (const char c : words) {
    if (c == '&')
      text += "&amp;";
    else if (c == '<')
      text += "&lt;";
    else if (c == '>')
      text += "&gt;";
    else
      text += c;
  }
  return text;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// From every `begin` through the next `end`.
void remove_between(std::string& text, std::string_view begin, std::string_view end) {
  for (std::size_t first = 0; (first = text.find(begin, first)) != std::string::npos;) {
    const std::size_t last = text.find(end, first);
    if (last == std::string::npos) return;
    text.erase(first, last + end.size() - first);
  }
}

/// Groups that hold nothing, from the inside out.
void remove_empty_groups(std::string& svg) {
  constexpr std::string_view opening = "<g ", closing = "</g>", blanks = " \t\n";
  for (std::size_t at = 0; (at = svg.find(closing, at)) != std::string::npos;) {
    const std::size_t before = svg.find_last_not_of(blanks, at - 1);
    const std::size_t tag = svg.rfind('<', before);
    const bool is_empty = svg[before] == '>' && svg.compare(tag, opening.size(), opening) == 0;
    const std::size_t end = at + closing.size();
    if (is_empty) svg.erase(tag, std::min(svg.find_first_not_of(blanks, end), svg.size()) - tag);
    at = is_empty ? tag : end;
  }
}

/// Between two texts, from `at` on.
std::string_view between(std::string_view text, std::size_t at, std::string_view begin,
                         std::string_view end) {
  const std::size_t first = text.find(begin, at) + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

/// "a,b c,b c,d a,d " as "Ma,bHcVdHaz".
std::string rectangle_path(std::string_view points) {
  const auto number = [&](std::size_t k) {
    std::size_t first = 0;
    for (; k > 0; --k) first = points.find_first_of(", ", first) + 1;
    return points.substr(first, points.find_first_of(", ", first) - first);
  };
  return fmt::format("M{},{}H{}V{}H{}z", number(0), number(1), number(2), number(5), number(0));
}

/// The rectangles of a field: those of one colour that follow each other as one path.
void join_rectangles(std::string& svg) {
  constexpr std::string_view opening = "<polygon fill = 'rgb(", closing = "/>";
  std::string joined, colour;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = svg.find(opening, at)) != std::string::npos;) {
    const std::size_t end = svg.find(closing, at) + closing.size();
    const std::string_view fill = between(svg, at, "'", "'");
    const std::string_view gap = std::string_view(svg).substr(copied, at - copied);
    const bool follows = fill == colour && gap.find('<') == std::string_view::npos;
    if (!follows) {
      if (!colour.empty()) joined += "'/>";
      joined += gap;
      fmt::format_to(std::back_inserter(joined), "<path fill='{}' d='", fill);
      colour = fill;
    }
    joined += rectangle_path(between(svg, at, "points = '", "'"));
    copied = at = end;
  }
  if (colour.empty()) return;
  joined += "'/>";
  joined += std::string_view(svg).substr(copied);
  svg = std::move(joined);
}

/// The marks of curves refer to the definitions before them.
void name_ids(std::string& svg, const std::string& prefix) {
  replace_all(svg, "id='", "id='" + prefix);
  replace_all(svg, "id=\"", "id=\"" + prefix);
  replace_all(svg, "href='#", "href='#" + prefix);
  replace_all(svg, "url(#", "url(#" + prefix);
}

}  // namespace

std::string page_svg(std::string svg, const Figure& figure, Language language) {
  svg.erase(0, std::min(svg.find("<svg"), svg.size()));
  remove_between(svg, "<title>", "</title>");
  remove_between(svg, "<desc>", "</desc>");
  remove_between(svg, "<filter id='textbox'", "</filter>");
  remove_between(svg, "<filter id='greybox'", "</filter>");
  remove_empty_groups(svg);
  if (figure.field) join_rectangles(svg);
  replace_all(svg, "stroke='black'", "stroke='currentColor'");
  replace_all(svg, "fill=\"black\"", "fill=\"currentColor\"");
  replace_all(svg, " color=\"black\"", "");
  const std::string prefix =
      fmt::format("{}-{}-", figure.name, language == Language::en ? "en" : "zh");
  name_ids(svg, prefix);
  const std::size_t end = svg.find('>');
  svg.insert(end + 1, fmt::format("\n<title id=\"{0}title\">{1}</title>\n<desc "
                                  "id=\"{0}desc\">{2}</desc>",
                                  prefix, escaped(figure.title.in(language)),
                                  escaped(figure.alternative.in(language))));
  svg.insert(end, fmt::format(" role=\"img\" aria-labelledby=\"{0}title {0}desc\" lang=\"{1}\"",
                              prefix, language == Language::en ? "en" : "zh-CN"));
  return svg;
}

}  // namespace gancheck
