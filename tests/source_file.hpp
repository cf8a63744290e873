// Files of the project, for tests that hold lists and pages against the sources.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

/// The text of the file at `path` below the project's folder.
inline std::string source_file(const std::string& path) {
  std::ifstream file(GANCHECK_SOURCE_DIR "/" + path);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
