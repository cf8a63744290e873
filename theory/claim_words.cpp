#include "theory/claim_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "theory/toml_reader.hpp"

namespace gancheck {
namespace {

NoteVerdict verdict_of(TomlReader& reader) {
  const std::string text = reader.text("note_verdict");
  for (const NoteVerdict verdict : all_note_verdicts)
    if (name(verdict) == text) return verdict;
  reader.fail("note_verdict", fmt::format("is no verdict: '{}'", text));
}

Kind kind_of(TomlReader& reader) {
  if (!reader.has("kind")) return Kind::theorem;
  if (reader.text("kind") != "definition") reader.fail("kind", "is not 'definition'");
  return Kind::definition;
}

/// "kl-nonneg" of "note/divergence_form/kl_nonneg.toml".
std::string id_of(const std::string& file) {
  std::string id = std::filesystem::path(file).stem().string();
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

}  // namespace

Claim claim_in_words(const std::string& file, std::string_view toml) {
  const toml::table table = parsed_toml(file, toml);
  TomlReader words(file, table);
  Claim claim{{.id = id_of(file),
               .number = words.whole_number("number"),
               .kind = kind_of(words),
               .title = words.text_in_both_languages("title"),
               .tex = words.has("tex") ? words.text("tex") : "",
               .statement = words.text_in_both_languages("statement"),
               .assumptions = {},
               .note_lines = words.whole_numbers("note_lines"),
               .note_verdict = verdict_of(words),
               .erratum = std::nullopt,
               .errata = words.texts("errata"),
               .depends_on = words.texts("depends_on")},
              {},
              {},
              {}};
  for (TomlReader& assumption : words.tables("assumptions")) {
    claim.assumptions.push_back(assumption.both_languages());
    assumption.finish();
  }
  if (words.has("erratum")) claim.erratum = words.text_in_both_languages("erratum");
  for (TomlReader& part : words.tables("parts")) {
    claim.parts.push_back({part.text("id"), part.both_languages()});
    const auto is_same = [&](const Part& p) { return p.id == claim.parts.back().id; };
    if (std::any_of(claim.parts.begin(), claim.parts.end() - 1, is_same))
      part.fail("id", "is that of another part");
    part.finish();
  }
  words.finish();
  return claim;
}

}  // namespace gancheck
