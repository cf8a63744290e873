#include "report/formats/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/text/formula_words.hpp"
#include "report/text/tex_in_unicode.hpp"

namespace gancheck::html {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

/// A formula of one language: for the script as TeX, without script in plain symbols.
std::string formula_in_one(std::string_view tag, std::string_view style, const std::string& tex) {
  return fmt::format("<{0} class=\"{1}\" data-tex=\"{2}\">{3}</{0}>", tag, style, escaped(tex),
                     escaped(tex_in_unicode(tex)));
}

/// A decimal number with a few of its decimals, rounded up or down.
std::string shortened(std::string_view text, std::size_t decimals, bool up) {
  const auto point = text.find('.');
  const auto power = std::min(text.find('e'), text.size());
  if (point == std::string_view::npos || power - point - 1 <= decimals) return std::string(text);
  std::string digits(text.substr(0, point + 1 + decimals));
  const std::string rest(text.substr(power));
  const bool is_negative = text.starts_with('-');
  if (up == is_negative) return digits + rest;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] == '.' || digits[i] == '-') continue;
    if (digits[i] != '9') {
      ++digits[i];
      return digits + rest;
    }
    digits[i] = '0';
  }
  return std::string(text);  // 9.999 would need another digit in front
}

/// At the wide gaps between its statements, each of which is then kept together while a line can
/// hold it.
std::vector<std::string> statements(std::string_view tex) {
  constexpr std::string_view gap = "\\qquad";
  std::vector<std::string> out{""};
  int depth = 0;
  while (!tex.empty()) {
    if (depth == 0 && tex.starts_with(gap)) {
      out.emplace_back();
      tex.remove_prefix(gap.size());
      continue;
    }
    // "\\{" is a sign and opens nothing.
    const std::size_t length = tex.front() == '\\' && tex.size() > 1 ? 2 : 1;
    if (tex.front() == '{') ++depth;
    if (tex.front() == '}') --depth;
    out.back() += tex.substr(0, length);
    tex.remove_prefix(length);
  }
  return out;
}

std::string display_in_one(const std::string& tex) {
  std::string out;
  for (const std::string& statement : statements(tex))
    out += (out.empty() ? "" : "\n") + formula_in_one("span", "tex wide", statement);
  return out;
}

std::string formula_in_both(std::string_view tag, std::string_view style, std::string_view tex) {
  return in_both(
      [&](Language language) { return formula_in_one(tag, style, with_words_in(tex, language)); });
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const std::string_view name = entity(c);
    if (name.empty())
      out += c;
    else
      out += name;
  }
  return out;
}

std::string words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto start = text.find('$');
    const auto end = start == std::string_view::npos ? start : text.find('$', start + 1);
    if (end == std::string_view::npos) return out + escaped(text);
    out += escaped(text.substr(0, start));
    out += formula_in_one("span", "tex", std::string(text.substr(start + 1, end - start - 1)));
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string code(std::string_view text) {
  return "<code>" + escaped(text) + "</code>";
}

std::string either(const std::string& en, const std::string& zh) {
  if (en == zh) return en;
  // There are ten thousand of them: a longer tag would take a twentieth of the page.
  return fmt::format("<i lang=\"en\">{}</i><i lang=\"zh\">{}</i>", en, zh);
}

std::string both(const Text& text) {
  return either(words(text.en), words(text.zh));
}

std::string formula(std::string_view tex) {
  return formula_in_both("span", "tex", tex);
}

std::string display(std::string_view tex) {
  return "<div class=\"display\">" +
         in_both([&](Language language) { return display_in_one(with_words_in(tex, language)); }) +
         "</div>";
}

std::string number(std::string_view text) {
  std::string out;
  const auto power = text.find('e');
  if (text == "inf") return "∞";
  if (text == "-inf") return "−∞";
  if (text == "nan") return "NaN";
  const std::string_view digits = text.substr(0, power);
  for (const char c : digits) out += c == '-' ? "−" : escaped({&c, 1});
  if (power == std::string_view::npos) return out;
  std::string_view exponent = text.substr(power + 1);
  const bool negative = exponent.starts_with('-');
  while (!exponent.empty() && std::string_view("+-0").find(exponent.front()) != std::string::npos)
    exponent.remove_prefix(1);
  return fmt::format("{}\u00a0×\u00a010<sup>{}{}</sup>", out, negative ? "−" : "",
                     escaped(exponent));
}

std::string lower_bound(std::string_view text) {
  constexpr std::size_t decimals = 3;
  return number(shortened(text, decimals, false));
}

std::string interval(std::string_view lower, std::string_view upper) {
  constexpr std::size_t decimals = 2;
  const auto end = [](std::string_view text, bool up) {
    return number(text.find('e') == std::string_view::npos ? std::string(text)
                                                           : shortened(text, decimals, up));
  };
  return fmt::format("[{}, {}]", end(lower, false), end(upper, true));
}

std::string PageTable::html() const {
  if (rows_.empty()) return "";
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < headings_.size(); ++i)
    if (std::any_of(rows_.begin(), rows_.end(), [i](const auto& row) { return !row[i].empty(); }))
      used.push_back(i);
  std::string out = fmt::format("<div class=\"scroll\"><table{}>",
                                style_.empty() ? "" : " class=\"" + style_ + "\"");
  if (!caption_.empty()) out += "<caption>" + both(caption_) + "</caption>";
  out += "<thead><tr>";
  for (const std::size_t i : used) out += "<th scope=\"col\">" + both(headings_[i]) + "</th>";
  out += "</tr></thead>\n<tbody>";
  for (const auto& row : rows_) {
    out += "<tr>";
    for (const std::size_t i : used)
      out += fmt::format(fmt::runtime(has_heads_ && i == used.front() ? "<th scope=\"row\">{}</th>"
                                                                      : "<td>{}</td>"),
                         row[i]);
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string folded(const std::string& summary, const std::string& inside) {
  return fmt::format("<details><summary>{}</summary>\n{}</details>\n", summary, inside);
}

}  // namespace gancheck::html
