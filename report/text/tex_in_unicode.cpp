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

namespace {

/// Takes the words up to a dollar sign, or to both of a display.
std::string_view up_to_dollar(std::string_view& words) {
  const std::string_view taken = words.substr(0, words.find('$'));
  words.remove_prefix(taken.size());
  for (int i = 0; i < 2 && words.starts_with('$'); ++i) words.remove_prefix(1);
  return taken;
}

}  // namespace

std::string words_in_unicode(std::string_view words) {
  const auto has = [words](char c) { return words.find(c) != std::string_view::npos; };
  if (has('\\') && !has('$')) return tex_in_unicode(words);
  std::string out;
  while (!words.empty()) {
    out += up_to_dollar(words);
    out += tex_in_unicode(up_to_dollar(words));
  }
  return out;
}

}  // namespace gancheck
