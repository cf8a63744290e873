#include "report/text/tex_in_unicode.hpp"

#include "report/text/tex/reader.hpp"

namespace gancheck {

std::string tex_in_unicode(std::string_view tex) {
  return tex::spaced(tex::Reader(tex).read());
}

std::vector<std::string> formulas_in_unicode(std::string_view tex) {
  constexpr std::string_view apart = "\\qquad";
  std::vector<std::string> formulas;
  while (!tex.empty()) {
    const auto end = tex.find(apart);
    std::string formula = tex_in_unicode(tex.substr(0, end));
    if (formula.ends_with(',')) formula.pop_back();
    if (!formula.empty()) formulas.push_back(std::move(formula));
    tex.remove_prefix(end == std::string_view::npos ? tex.size() : end + apart.size());
  }
  return formulas;
}

std::string words_in_unicode(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const auto start = words.find('$');
    out += words.substr(0, start);
    words.remove_prefix(start == std::string_view::npos ? words.size() : start + 1);
    const auto end = words.find('$');
    out += tex_in_unicode(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return out;
}

}  // namespace gancheck
