// The pictures beside a report.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

struct FigureFiles {
  struct File {
    std::string name;  ///< "figures/densities.svg"
    std::string content;
  };
  std::vector<File> files;
  Text missing{"", ""};  ///< why there are not all of them
};

/// An SVG a figure and language: NAME.svg, and with two languages the Chinese one in NAME.zh.svg.
FigureFiles figure_files(const Report& report, const std::vector<Language>& languages);

}  // namespace gancheck
