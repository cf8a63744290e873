// The specification language: "mixture(1/2*geometric(1/3), 1/2*poisson(2))" to a law.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// What is wrong with a specification or a file, in one line that names the thing, the place
/// ("character 12", or file:line:column) and the remedy.
class BadSpecification : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads a specification, or the path of a table alone, and builds its law. Files are read relative
/// to the working directory. Throws BadSpecification.
Law parse_law(std::string_view specification);

/// The families and compositions there are, in the order of the documentation, for `gancheck list`.
struct FamilyDescription {
  std::string signature;  ///< "geometric(p)"
  std::string meaning_en, meaning_zh;
};
const std::vector<FamilyDescription>& families();

}  // namespace gancheck
