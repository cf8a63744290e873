#include "theory/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace gancheck {

toml::table parsed_toml(const std::string& file, std::string_view toml) {
  try {
    return toml::parse(toml);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    throw std::invalid_argument(
        fmt::format("{}:{}:{}: {}", file, at.line, at.column, error.description()));
  }
}

std::string TomlReader::text(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) fail(key, "is missing");
  const auto text = node->value_exact<std::string>();
  if (!text || text->find_first_not_of(" \t\n") == std::string::npos)
    fail(key, "is no text, or an empty one");
  return *text;
}

int TomlReader::whole_number(std::string_view key) {
  const toml::node* node = find(key);
  const auto number = node ? node->value_exact<std::int64_t>() : std::nullopt;
  if (!number || *number < 1 || *number > 9999) fail(key, "is missing, or no whole number from 1");
  return static_cast<int>(*number);
}

std::vector<int> TomlReader::whole_numbers(std::string_view key) {
  std::vector<int> all;
  for (const toml::node& element : array(key)) {
    const auto value = element.value_exact<std::int64_t>();
    if (!value) fail(key, "holds something of another type");
    all.push_back(static_cast<int>(*value));
  }
  return all;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
  std::vector<std::string> all;
  for (const toml::node& element : array(key)) {
    const auto value = element.value_exact<std::string>();
    if (!value) fail(key, "holds something of another type");
    all.push_back(*value);
  }
  return all;
}

TomlReader TomlReader::table(std::string_view key) {
  const toml::node* node = find(key);
  if (!node || !node->is_table()) fail(key, "is missing, or no table");
  return {path(key), *node->as_table()};
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
  const toml::node* node = find(key);
  const toml::array* array = node ? node->as_array() : nullptr;
  if (!array || array->empty() || !array->is_homogeneous<toml::table>())
    fail(key, "is missing, or no list of tables");
  std::vector<TomlReader> all;
  for (const toml::node& element : *array)
    all.emplace_back(fmt::format("{}[{}]", path(key), all.size() + 1), *element.as_table());
  return all;
}

Text TomlReader::both_languages() {
  return {text("en"), text("zh")};
}

Text TomlReader::text_in_both_languages(std::string_view key) {
  TomlReader texts = table(key);
  Text text = texts.both_languages();
  texts.finish();
  return text;
}

void TomlReader::finish() const {
  for (const auto& [key, value] : table_)
    if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
      fail(key.str(), "is not a key of it");
}

void TomlReader::fail(std::string_view key, std::string_view what) const {
  throw std::invalid_argument(fmt::format("{} {}", path(key), what));
}

const toml::node* TomlReader::find(std::string_view key) {
  known_.emplace_back(key);
  return table_.get(key);
}

const toml::array& TomlReader::array(std::string_view key) {
  const toml::node* node = find(key);
  const toml::array* array = node ? node->as_array() : nullptr;
  if (!array) fail(key, "is missing, or no list");
  return *array;
}

std::string TomlReader::path(std::string_view key) const {
  return fmt::format("{}{}{}", place_, place_.ends_with(".toml") ? ": " : ".", key);
}

}  // namespace gancheck
