// Files for tests of tables.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "numerics/distribution/specification.hpp"

namespace gancheck {

/// A file in the working directory, for as long as the object lives.
class File {
 public:
  File(std::string name, const std::string& bytes) : name_(std::move(name)) {
    std::ofstream(name_, std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove(name_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

 private:
  std::string name_;
};

/// What is said when a specification of a file with these bytes is refused; "" where it is not.
inline std::string refusal_of(const std::string& name, const std::string& bytes,
                              const std::string& specification) {
  const File file(name, bytes);
  try {
    parse_law(specification);
  } catch (const BadSpecification& refused) {
    return refused.what();
  }
  return "";
}

inline Law law_from(const std::string& name, const std::string& bytes,
                    const std::string& specification) {
  const File file(name, bytes);
  return parse_law(specification);
}

}  // namespace gancheck
