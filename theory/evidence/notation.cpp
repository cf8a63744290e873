#include "theory/evidence/notation.hpp"

#include "theory/toml_reader.hpp"

namespace gancheck {

std::vector<Notation> notation_in_words(const std::string& file, std::string_view toml) {
  const toml::table table = parsed_toml(file, toml);
  TomlReader words(file, table);
  std::vector<Notation> all;
  for (TomlReader& n : words.tables("symbols")) {
    all.push_back({n.text("symbol"), n.text("tex"), n.text_in_both_languages("meaning")});
    n.finish();
  }
  words.finish();
  return all;
}

}  // namespace gancheck
