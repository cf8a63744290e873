#include "theory/claim_words.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace gancheck {
namespace {

/// A table of the file, read key by key: what is asked for must be there, and nothing else.
class Reader {
 public:
  /// `place` is the file and the table in it: "kl_nonneg.toml: parts[2]".
  Reader(std::string place, const toml::table& table) : place_(std::move(place)), table_(table) {}

  const toml::node* find(std::string_view key) {
    known_.emplace_back(key);
    return table_.get(key);
  }
  std::string text(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) fail(key, "is missing");
    const auto text = node->value_exact<std::string>();
    if (!text || text->find_first_not_of(" \t\n") == std::string::npos)
      fail(key, "is no text, or an empty one");
    return *text;
  }
  std::string text_or_none(std::string_view key) { return table_.contains(key) ? text(key) : ""; }
  int whole_number(std::string_view key) {
    const toml::node* node = find(key);
    const auto number = node ? node->value_exact<std::int64_t>() : std::nullopt;
    if (!number || *number < 1 || *number > 9999)
      fail(key, "is missing, or no whole number from 1");
    return static_cast<int>(*number);
  }
  /// A list of elements of one type.
  template <class T>
  std::vector<T> list(std::string_view key) {
    const toml::node* node = find(key);
    const toml::array* array = node ? node->as_array() : nullptr;
    if (!array) fail(key, "is missing, or no list");
    std::vector<T> all;
    for (const toml::node& element : *array) {
      const auto value = element.value_exact<T>();
      if (!value) fail(key, "holds something of another type");
      all.push_back(*value);
    }
    return all;
  }
  Reader table(std::string_view key) {
    const toml::node* node = find(key);
    if (!node || !node->is_table()) fail(key, "is missing, or no table");
    return {path(key), *node->as_table()};
  }
  std::vector<Reader> tables(std::string_view key) {
    const toml::node* node = find(key);
    const toml::array* array = node ? node->as_array() : nullptr;
    if (!array || array->empty() || !array->is_homogeneous<toml::table>())
      fail(key, "is missing, or no list of tables");
    std::vector<Reader> all;
    for (const toml::node& element : *array)
      all.push_back({fmt::format("{}[{}]", path(key), all.size() + 1), *element.as_table()});
    return all;
  }
  Text both_languages() { return {text("en"), text("zh")}; }

  /// Refuses keys that nobody asked for.
  void finish() const {
    for (const auto& [key, value] : table_)
      if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
        fail(key.str(), "is not a key of it");
  }

  [[noreturn]] void fail(std::string_view key, std::string_view what) const {
    throw std::invalid_argument(fmt::format("{} {}", path(key), what));
  }

 private:
  std::string path(std::string_view key) const {
    return fmt::format("{}{}{}", place_, place_.ends_with(".toml") ? ": " : ".", key);
  }

  std::string place_;
  const toml::table& table_;
  std::vector<std::string> known_;
};

Text text_in_both_languages(Reader table) {
  Text text = table.both_languages();
  table.finish();
  return text;
}

NoteVerdict verdict_of(Reader& reader) {
  const std::string text = reader.text("note_verdict");
  for (const NoteVerdict verdict : all_note_verdicts)
    if (name(verdict) == text) return verdict;
  reader.fail("note_verdict", fmt::format("is no verdict: '{}'", text));
}

/// "kl-nonneg" of "note/divergence_form/kl_nonneg.toml".
std::string id_of(const std::string& file) {
  std::string id = std::filesystem::path(file).stem().string();
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

toml::table parsed(const std::string& file, std::string_view toml) {
  try {
    return toml::parse(toml);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    throw std::invalid_argument(
        fmt::format("{}:{}:{}: {}", file, at.line, at.column, error.description()));
  }
}

}  // namespace

Claim claim_in_words(const std::string& file, std::string_view toml) {
  const toml::table table = parsed(file, toml);
  Reader words(file, table);
  Claim claim{.id = id_of(file),
              .number = words.whole_number("number"),
              .title = text_in_both_languages(words.table("title")),
              .tex = words.text_or_none("tex"),
              .statement = text_in_both_languages(words.table("statement")),
              .assumptions = {},
              .note_lines = {},
              .note_verdict = verdict_of(words),
              .erratum = std::nullopt,
              .errata = words.list<std::string>("errata"),
              .depends_on = words.list<std::string>("depends_on"),
              .parts = {},
              .checks = {},
              .controls = {}};
  for (const std::int64_t line : words.list<std::int64_t>("note_lines"))
    claim.note_lines.push_back(static_cast<int>(line));
  for (const Reader& assumption : words.tables("assumptions"))
    claim.assumptions.push_back(text_in_both_languages(assumption));
  if (words.find("erratum")) claim.erratum = text_in_both_languages(words.table("erratum"));
  for (Reader& part : words.tables("parts")) {
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
