#include "report/figures/figure_files.hpp"

#include <fmt/format.h>

#include "report/figures/draw.hpp"

namespace gancheck {

FigureFiles figure_files(const Report& report, const std::vector<Language>& languages) {
  FigureFiles drawn;
  for (const Figure& figure : report.figures)
    for (const Language language : languages) {
      Picture picture = draw_file(figure, language, PictureFormat::svg);
      if (picture.bytes.empty()) {
        drawn.missing = std::move(picture.missing);
        return drawn;
      }
      const bool beside = languages.size() > 1 && language == Language::zh;
      drawn.files.push_back({fmt::format("figures/{}{}.svg", figure.name, beside ? ".zh" : ""),
                             std::move(picture.bytes)});
    }
  return drawn;
}

}  // namespace gancheck
