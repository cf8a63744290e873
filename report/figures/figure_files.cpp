#include "report/figures/figure_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "report/figures/on_threads.hpp"

namespace gancheck {

namespace {

struct PictureTask {
  const Figure* figure;
  Language language;
  PictureFormat kind;
  std::string name;
};

std::string extension_of(PictureFormat kind) {
  return kind == PictureFormat::pdf ? ".pdf" : kind == PictureFormat::png ? ".png" : ".svg";
}

std::vector<PictureTask> pictures_to_draw(const Report& report,
                                          const std::vector<Language>& languages,
                                          const std::vector<PictureFormat>& kinds) {
  std::vector<PictureTask> tasks;
  for (const Figure& figure : report.figures)
    for (const Language language : languages)
      for (const PictureFormat kind : kinds) {
        const bool beside = languages.size() > 1 && language == Language::zh;
        tasks.push_back(
            {&figure, language, kind,
             fmt::format("figures/{}{}{}", figure.name, beside ? ".zh" : "", extension_of(kind))});
      }
  return tasks;
}

}  // namespace

FigureFiles figure_files(const Report& report, const std::vector<Language>& languages,
                         const std::vector<PictureFormat>& kinds) {
  std::vector<PictureTask> tasks = pictures_to_draw(report, languages, kinds);
  std::vector<Picture> pictures(tasks.size());
  // gnuplot mostly starts and ends: some at once.
  constexpr unsigned most_at_once = 4;
  const unsigned at_once = std::clamp(std::thread::hardware_concurrency(), 1U, most_at_once);
  on_threads(static_cast<int>(at_once), tasks.size(), [&](std::size_t i) {
    pictures[i] = draw_file(*tasks[i].figure, tasks[i].language, tasks[i].kind);
  });
  FigureFiles drawn;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (pictures[i].bytes.empty())
      drawn.missing = std::move(pictures[i].missing);
    else
      drawn.files.push_back({std::move(tasks[i].name), std::move(pictures[i].bytes)});
  }
  return drawn;
}

}  // namespace gancheck
