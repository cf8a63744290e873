#include "app/report_files.hpp"

#include <algorithm>
#include <iostream>

#include "app/selection.hpp"
#include "numerics/phrase.hpp"
#include "report/figures/figure_files.hpp"
#include "report/formats/formats.hpp"
#include "report/write.hpp"

namespace gancheck {

std::vector<std::string> write_report(const Report& report, const std::filesystem::path& out,
                                      const std::vector<std::string>& formats,
                                      const std::vector<Language>& languages,
                                      const Templates& templates) {
  const auto chosen = select_formats(formats);
  std::vector<WholeFile> files;
  std::vector<std::string> paths;
  for (ReportFile& file : render(report, chosen, languages, templates)) {
    paths.push_back((out / file.name).string());
    files.push_back({out / file.name, std::move(file.content)});
  }
  const bool is_read = std::any_of(chosen.begin(), chosen.end(),
                                   [](const Format* format) { return format->in_one_language; });
  const bool is_set_by_tex = std::any_of(chosen.begin(), chosen.end(), [](const Format* format) {
    return format->extension == ".tex";
  });
  std::vector<PictureFormat> kinds{PictureFormat::svg};
  if (is_set_by_tex) kinds.push_back(PictureFormat::pdf);
  FigureFiles pictures = is_read ? figure_files(report, languages, kinds) : FigureFiles{};
  for (FigureFiles::File& picture : pictures.files)
    files.push_back({out / picture.name, std::move(picture.content)});
  if (!pictures.files.empty()) {
    prepare_directory(out / "figures");
    paths.push_back((out / "figures").string() + "/");
  }
  write_all(files);
  if (!pictures.missing.empty())
    std::cerr << phrase("gancheck: no figures: {}\n", "gancheck：没有图：{}\n", pictures.missing)
                     .in(languages.front());
  return paths;
}

}  // namespace gancheck
