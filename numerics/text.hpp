// Words that a reader sees, in both languages. There is no default: a missing text does not
// compile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

enum class Language { en, zh };

/// Its members are made in text.cpp: claims hold hundreds, and a fifth of their compiler time went
/// into them.
struct Text {
  Text(std::string_view english, std::string_view chinese);
  Text(const Text&);
  Text(Text&&) noexcept;
  Text& operator=(const Text&);
  Text& operator=(Text&&) noexcept;
  ~Text();
  const std::string& in(Language language) const { return language == Language::en ? en : zh; }
  bool empty() const { return en.empty() && zh.empty(); }
  std::string en, zh;
};

/// What is said of a thing, in short phrases; nothing if there are none.
using Notes = std::vector<Text>;
/// With semicolons between them.
std::string joined(const Notes& notes, Language language);

}  // namespace gancheck
