// Words that a reader sees, in both languages. There is no default: a missing text does not
// compile.
#pragma once

#include <string>

namespace gancheck {

enum class Language { en, zh };

struct Text {
  Text(std::string english, std::string chinese) : en(std::move(english)), zh(std::move(chinese)) {}
  const std::string& in(Language language) const { return language == Language::en ? en : zh; }
  std::string en, zh;
};

}  // namespace gancheck
