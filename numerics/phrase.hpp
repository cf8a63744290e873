// A phrase in both languages about the same names and numbers.
#pragma once

#include <fmt/format.h>

#include <type_traits>
#include <utility>

#include "numerics/text.hpp"

namespace gancheck {

/// A word in one language; names and numbers are the same in both.
template <class T>
const auto& word_in(Language language, const T& word) {
  if constexpr (std::is_same_v<T, Text>)
    return word.in(language);
  else
    return word;
}

template <class T>
using WordOf = decltype(word_in(Language::en, std::declval<const T&>()));

/// The values go into both formats, a `Text` among them in the language of each.
template <class... T>
Text phrase(fmt::format_string<WordOf<T>...> english, fmt::format_string<WordOf<T>...> chinese,
            const T&... values) {
  return {fmt::format(english, word_in(Language::en, values)...),
          fmt::format(chinese, word_in(Language::zh, values)...)};
}

}  // namespace gancheck
