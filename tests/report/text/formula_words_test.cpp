#include "report/text/formula_words.hpp"

#include <doctest/doctest.h>

#include <regex>

#include "theory/derivation.hpp"

using namespace gancheck;

namespace {

void has_no_english_words(const std::string& tex) {
  static const std::regex words(R"(\\text\{[^}]*[a-z]{2,}[^}]*\})");
  const std::string chinese = with_words_in(tex, Language::zh);
  std::string without_names = std::regex_replace(chinese, std::regex("Lebesgue"), "");
  CHECK_MESSAGE(!std::regex_search(without_names, words), chinese);
}

}  // namespace

TEST_CASE("no formula of the derivation keeps English words in Chinese") {
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims) {
      has_no_english_words(claim.tex);
      for (const Control& control : claim.controls) has_no_english_words(control.mutant);
    }
  for (const Notation& n : notation()) has_no_english_words(n.tex);
}

TEST_CASE("English formulas and formulas without words stay as they are") {
  CHECK(with_words_in("p \\text{ for every } x", Language::en) == "p \\text{ for every } x");
  CHECK(with_words_in("\\frac{p}{p+q}", Language::zh) == "\\frac{p}{p+q}");
  CHECK(with_words_in("p \\text{ for every } x", Language::zh) == "p \\text{，对每个 } x");
  CHECK(with_words_in("p \\text{ unheard of } x", Language::zh) == "p \\text{ unheard of } x");
}
