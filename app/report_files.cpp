#include "app/report_files.hpp"

#include <algorithm>
#include <iostream>

#include "app/selection.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figure_files.hpp"
#include "report/formats/formats.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

std::vector<FigureFiles::File> pictures_of(const Report& report,
                                           const std::vector<Language>& languages) {
  FigureFiles drawn = figure_files(report, languages);
  if (!drawn.missing.empty())
    std::cerr << phrase("gancheck: no figures: {}\n", "gancheck：没有图：{}\n", drawn.missing)
                     .in(languages.front());
  return std::move(drawn.files);
}

}  // namespace

std::vector<std::string> write_report(const Report& report, const std::filesystem::path& out,
                                      const std::vector<std::string>& formats,
                                      const std::vector<Language>& languages) {
  const auto chosen = select_formats(formats);
  std::vector<WholeFile> files;
  std::vector<std::string> paths;
  for (ReportFile& file : render(report, chosen, languages)) {
    paths.push_back((out / file.name).string());
    files.push_back({out / file.name, std::move(file.content)});
  }
  const bool is_read = std::any_of(chosen.begin(), chosen.end(),
                                   [](const Format* format) { return format->in_one_language; });
  const auto pictures = is_read ? pictures_of(report, languages) : std::vector<FigureFiles::File>{};
  for (const FigureFiles::File& picture : pictures)
    files.push_back({out / picture.name, picture.content});
  if (!pictures.empty()) {
    prepare_directory(out / "figures");
    paths.push_back((out / "figures").string() + "/");
  }
  write_all(files);
  return paths;
}

}  // namespace gancheck
