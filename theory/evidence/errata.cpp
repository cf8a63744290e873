#include "theory/evidence/errata.hpp"

#include <fmt/format.h>

#include "theory/toml_reader.hpp"

namespace gancheck {
namespace {

std::vector<Severity> severities_of(TomlReader& reader) {
  std::vector<Severity> severities;
  for (const std::string& word : reader.texts("severities")) {
    for (const Severity severity : all_severities)
      if (in_words(severity).en == word) severities.push_back(severity);
    if (severities.empty() || in_words(severities.back()).en != word)
      reader.fail("severities", fmt::format("holds what is none: '{}'", word));
  }
  if (severities.empty()) reader.fail("severities", "is empty");
  return severities;
}

std::vector<PartName> parts_of(TomlReader& reader) {
  std::vector<PartName> parts;
  for (const std::string& name : reader.texts("shown_by")) {
    const std::size_t slash = name.find('/');
    if (slash == std::string::npos)
      reader.fail("shown_by", fmt::format("holds what is no claim/part: '{}'", name));
    parts.push_back({name.substr(0, slash), name.substr(slash + 1)});
  }
  return parts;
}

}  // namespace

const Text& in_words(Severity severity) {
  static const std::array<Text, all_severities.size()> texts{{{"wrong", "错误"},
                                                              {"overstated", "言过其实"},
                                                              {"ill-typed", "类型不符"},
                                                              {"gap", "缺漏"},
                                                              {"notation", "记号"}}};
  return texts.at(static_cast<std::size_t>(severity));
}

std::vector<Erratum> errata_in_words(const std::string& file, std::string_view toml) {
  const toml::table table = parsed_toml(file, toml);
  TomlReader words(file, table);
  std::vector<Erratum> errata;
  for (TomlReader& e : words.tables("errata")) {
    errata.push_back({.number = e.text("number"),
                      .lines = e.whole_numbers("lines"),
                      .severities = severities_of(e),
                      .issue = e.text_in_both_languages("issue"),
                      .repaired = e.text_in_both_languages("repaired"),
                      .shown_by = parts_of(e)});
    e.finish();
  }
  words.finish();
  return errata;
}

}  // namespace gancheck
