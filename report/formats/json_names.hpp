// The names of enumerations in report.json, for who writes it and who reads it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.hpp"

namespace gancheck::json_names {

template <class Enum>
class Names {
 public:
  Names(std::string what, std::vector<std::pair<Enum, std::string>> names)
      : what_(std::move(what)), names_(std::move(names)) {}

  const std::string& of(Enum value) const {
    for (const auto& [known, name] : names_)
      if (known == value) return name;
    throw std::logic_error("a " + what_ + " without a name");
  }
  /// Throws std::invalid_argument.
  Enum named(std::string_view text) const {
    std::string all;
    for (const auto& [value, name] : names_) {
      if (name == text) return value;
      all += (all.empty() ? "" : ", ") + name;
    }
    throw std::invalid_argument("'" + std::string(text) + "' is no " + what_ + ": there are " +
                                all);
  }

 private:
  std::string what_;
  std::vector<std::pair<Enum, std::string>> names_;
};

extern const Names<Ground> ground;
extern const Names<Evidence::Found> found;
extern const Names<Kind> kind;
extern const Names<Expect> expect;
extern const Names<Kill> kill;
extern const Names<Verdict> verdict;
extern const Names<Witness> witness;
extern const Names<NoteVerdict> note_verdict;
extern const Names<Severity> severity;
extern const Names<Curve::Line> line;
extern const Names<Curve::Ink> ink;
extern const Names<Inscription::Side> side;

}  // namespace gancheck::json_names
