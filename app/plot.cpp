#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/laws.hpp"
#include "app/output_file.hpp"
#include "app/terminal.hpp"
#include "numerics/distribution/language/nearest_name.hpp"
#include "report/figures/draw.hpp"
#include "report/figures/figures.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

const FigureRow& figure_named(const std::string& name) {
  std::vector<std::string> names;
  for (const FigureRow& row : figure_rows()) {
    if (row.name == name) return row;
    names.push_back(row.name);
  }
  throw BadUsage(fmt::format("--figure: there is no figure '{}'{} (see 'gancheck list figures')",
                             name, did_you_mean(name, names)));
}

PictureFormat format_of(const std::string& file) {
  const std::string extension = std::filesystem::path(file).extension().string();
  if (const auto format = picture_format(extension)) return *format;
  throw BadUsage(
      fmt::format("--out: '{}' does not end in .svg, .pdf or .png: give it one of them", file));
}

std::string figures_of_own_pairs() {
  std::vector<std::string> names;
  for (const FigureRow& row : figure_rows())
    if (row.of_pair) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

Figure figure_of(const FigureRow& row, const PlotArguments& arguments) {
  const PairArguments& pair = arguments.pair;
  if (pair.data.empty() != pair.generator.empty())
    throw BadUsage("--data and --generator go together; give both or neither");
  if (pair.data.empty()) return row.of_suite();
  if (!row.of_pair)
    throw BadUsage(
        fmt::format("--figure {} shows laws of its own: leave --data and --generator out, or name "
                    "one of {}",
                    row.name, figures_of_own_pairs()));
  const PairOfLaws laws = laws_of(pair);
  print_warnings(laws, language_named(arguments.language));
  try {
    return row.of_pair(laws);
  } catch (const NoFigure& error) {
    throw BadUsage(fmt::format("--figure {}: {}; of a pair of your own there are {}", row.name,
                               error.what(), figures_of_own_pairs()));
  } catch (const std::domain_error& error) {  // two points that cannot be told apart
    throw BadUsage(std::string("--data, --generator: ") + error.what());
  }
}

}  // namespace

int plot_command(const Arguments& words) {
  const auto arguments = parse_plot(words);
  if (!arguments) return 0;
  const FigureRow& row = figure_named(arguments->figure);
  const PictureFormat format = format_of(arguments->out);
  refuse_unwritable("--out", arguments->out);
  const Figure figure = figure_of(row, *arguments);
  const Picture picture = draw_file(figure, language_named(arguments->language), format);
  if (picture.bytes.empty())
    throw BadUsage(picture.missing.in(language_named(arguments->language)));
  write_whole(arguments->out, picture.bytes);
  return 0;
}

}  // namespace gancheck
