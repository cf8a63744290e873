#include "app/suite_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/exit_codes.hpp"
#include "app/laws.hpp"
#include "numerics/distribution/specification.hpp"

namespace gancheck {
namespace {

[[noreturn]] void fail(const std::string& path, const toml::source_position& at,
                       const std::string& what) {
  throw BadUsage(fmt::format("{}:{}:{}: {}", path, at.line, at.column, what));
}

toml::table parse(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))  // reads as an empty file
    throw BadUsage(path + ": is a directory; name a TOML file");
  try {
    return toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    if (at.line == 0)
      throw BadUsage(fmt::format("{}: {}; name a readable TOML file", path, error.description()));
    fail(path, at, std::string(error.description()) + "; correct the TOML there");
  }
}

void refuse_unknown_keys(const std::string& path, const toml::table& table,
                         const std::set<std::string_view>& known, const std::string& remedy) {
  for (const auto& [key, value] : table)
    if (!known.contains(key.str()))
      fail(path, key.source().begin, fmt::format("unknown key '{}'; {}", key.str(), remedy));
}

struct Entry {
  std::string text;
  toml::source_position at;
};

Entry text_of(const std::string& path, const toml::table& pair, std::string_view key) {
  const toml::node* node = pair.get(key);
  if (!node)
    fail(path, pair.source().begin,
         fmt::format("this [[pair]] has no {}; add {} = \"...\"", key, key));
  const auto text = node->value_exact<std::string>();
  if (!text) fail(path, node->source().begin, fmt::format("{} is no text; put it in quotes", key));
  return {*text, node->source().begin};
}

AnyLaw law_at(const std::string& path, const toml::table& pair, std::string_view key) {
  const Entry entry = text_of(path, pair, key);
  try {
    return read_law(entry.text);
  } catch (const BadSpecification& error) {
    fail(path, entry.at, fmt::format("{}: {}", key, error.what()));
  }
}

std::shared_ptr<const Pair> named_pair(const std::string& path, const toml::table& table,
                                       std::set<std::string>& names, Language language) {
  refuse_unknown_keys(path, table, {"name", "data", "generator"},
                      "the keys of a [[pair]] are name, data, generator");
  const Entry name = text_of(path, table, "name");
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (name.text.empty() || std::any_of(name.text.begin(), name.text.end(), is_control))
    fail(path, name.at, "a name that is empty or has control characters; give a word");
  if (!names.insert(name.text).second)
    fail(path, name.at, fmt::format("a second pair '{}'; give each its own name", name.text));
  AnyLaw data = law_at(path, table, "data"), generator = law_at(path, table, "generator");
  try {
    PairOfLaws laws = compared_pair(std::move(data), std::move(generator));
    print_warnings(laws, language);
    return std::make_shared<const Pair>(name.text, std::move(laws));
  } catch (const BadSpecification& error) {  // tables of different length
    fail(path, name.at, error.what());
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    fail(path, name.at, error.what());
  }
}

}  // namespace

std::vector<std::shared_ptr<const Pair>> read_suite(const std::string& path, Language language) {
  const toml::table file = parse(path);
  refuse_unknown_keys(path, file, {"pair"}, "a suite has [[pair]] entries only");
  const toml::array* entries = file["pair"].as_array();
  if (!entries || entries->empty()) throw BadUsage(path + ":1:1: no pairs; add [[pair]] entries");
  std::vector<std::shared_ptr<const Pair>> pairs;
  std::set<std::string> names;
  for (const toml::node& entry : *entries) {
    const toml::table* table = entry.as_table();
    if (!table) fail(path, entry.source().begin, "a pair is a table; write [[pair]]");
    pairs.push_back(named_pair(path, *table, names, language));
  }
  return pairs;
}

}  // namespace gancheck
