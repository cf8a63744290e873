#include "app/figure_files.hpp"

#include <algorithm>
#include <iostream>

#include "app/selection.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figure_files.hpp"
#include "report/write.hpp"

namespace gancheck {

std::vector<std::string> write_figures(const Report& report, const std::filesystem::path& out,
                                       const std::vector<std::string>& formats,
                                       const std::vector<Language>& languages) {
  const auto chosen = select_formats(formats);
  const bool is_read = std::any_of(chosen.begin(), chosen.end(),
                                   [](const Format* format) { return format->in_one_language; });
  if (!is_read || report.figures.empty()) return {};
  const FigureFiles drawn = figure_files(report, languages);
  if (!drawn.missing.empty())
    std::cerr << phrase("gancheck: no figures: {}\n", "gancheck：没有图：{}\n", drawn.missing)
                     .in(languages.front());
  if (drawn.files.empty()) return {};
  prepare_directory(out / "figures");
  for (const FigureFiles::File& file : drawn.files) write_whole(out / file.name, file.content);
  return {(out / "figures").string() + "/"};
}

}  // namespace gancheck
