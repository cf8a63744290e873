// The pictures beside a report.
#pragma once

#include <string>
#include <vector>

#include "report/figures/draw.hpp"
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

/// One a figure, language and kind: NAME.svg, and with two languages the Chinese one in
/// NAME.zh.svg.
FigureFiles figure_files(const Report& report, const std::vector<Language>& languages,
                         const std::vector<PictureFormat>& kinds);

}  // namespace gancheck
