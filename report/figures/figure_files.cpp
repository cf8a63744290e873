#include "report/figures/figure_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "report/figures/draw.hpp"
#include "report/figures/on_threads.hpp"

namespace gancheck {

FigureFiles figure_files(const Report& report, const std::vector<Language>& languages) {
  const std::size_t count = report.figures.size() * languages.size();
  std::vector<Picture> pictures(count);
  // gnuplot mostly starts and ends: some at once.
  constexpr unsigned most_at_once = 4;
  const unsigned at_once = std::clamp(std::thread::hardware_concurrency(), 1U, most_at_once);
  on_threads(static_cast<int>(at_once), count, [&](std::size_t i) {
    pictures[i] = draw_file(report.figures[i / languages.size()], languages[i % languages.size()],
                            PictureFormat::svg);
  });
  FigureFiles drawn;
  for (std::size_t i = 0; i < count; ++i) {
    if (pictures[i].bytes.empty()) {
      drawn.missing = std::move(pictures[i].missing);
      continue;
    }
    const bool beside = languages.size() > 1 && languages[i % languages.size()] == Language::zh;
    drawn.files.push_back(
        {fmt::format("figures/{}{}.svg", report.figures[i / languages.size()].name,
                     beside ? ".zh" : ""),
         std::move(pictures[i].bytes)});
  }
  return drawn;
}

}  // namespace gancheck
