// Reads the words of the derivation from TOML: what is asked for must be there, and nothing else.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck {

/// The document. Throws std::invalid_argument with file, line and column where it is no TOML.
toml::table parsed_toml(const std::string& file, std::string_view toml);

/// A table of a file, read key by key. Every member throws std::invalid_argument with the file and
/// the key for what is missing or of another type.
class TomlReader {
 public:
  /// `place` is the file and the table in it: "kl_nonneg.toml: parts[2]". The table is kept by
  /// reference.
  TomlReader(std::string place, const toml::table& table)
      : place_(std::move(place)), table_(table) {}

  bool has(std::string_view key) const { return table_.contains(key); }
  std::string text(std::string_view key);  ///< not blank
  int whole_number(std::string_view key);  ///< from 1
  std::vector<int> whole_numbers(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  TomlReader table(std::string_view key);
  std::vector<TomlReader> tables(std::string_view key);  ///< at least one
  /// The keys en and zh of this table.
  Text both_languages();
  /// A table that has these two keys and nothing else.
  Text text_in_both_languages(std::string_view key);

  /// Refuses keys that nobody asked for.
  void finish() const;
  [[noreturn]] void fail(std::string_view key, std::string_view what) const;

 private:
  const toml::node* find(std::string_view key);
  const toml::array& array(std::string_view key);
  std::string path(std::string_view key) const;

  std::string place_;
  const toml::table& table_;
  std::vector<std::string> known_;
};

}  // namespace gancheck
