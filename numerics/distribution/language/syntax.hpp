// The syntax of a specification: calls of names with numbers, calls and paths as arguments.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/number/rational.hpp"

namespace gancheck {

struct Call;

/// A number, a call, number*call or a path.
struct Argument {
  std::size_t place = 0;  ///< of its first character, from 1
  std::optional<Rational> number;
  std::unique_ptr<Call> call;
  std::string path;
  std::string text;  ///< as it was written, without white space
};

/// `name=value` behind a path, or `name` alone with an empty value.
struct CallOption {
  struct Name {
    std::size_t place = 0;
    std::string text;
  } name;
  std::string value;
};

struct Call {
  std::size_t place = 0;
  std::string name;
  std::vector<Argument> arguments;
  std::vector<CallOption> options;
  std::string text;  ///< as it was written, without white space
};

/// Deeper nesting and longer texts are refused.
inline constexpr int most_nested = 64;
inline constexpr std::size_t longest_specification = 1U << 20;

/// Throws BadSpecification.
Call parse_call(std::string_view specification);

/// Throws BadSpecification: "character 12: " and what is wrong there.
[[noreturn]] void refuse(std::size_t place, const std::string& what);

/// A path or a name as a specification takes it: in quotes where it would end too early.
std::string quoted_if_needed(std::string_view text);

/// `text` for a message: quoted, shortened, on one line.
std::string in_quotes(std::string_view text);

/// `x` for a message: exactly where that is short, else its first digits.
std::string shown(const Rational& x);

}  // namespace gancheck
