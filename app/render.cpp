// Finished reports, in other formats: one, or several runs as one.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/command_line.hpp"
#include "app/exit_codes.hpp"
#include "app/report_files.hpp"
#include "app/selection.hpp"
#include "app/template_dir.hpp"
#include "app/terminal.hpp"
#include "report/formats/json_reader.hpp"
#include "report/merge.hpp"
#include "report/write.hpp"

namespace gancheck {
namespace {

std::string content_of(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// "-" is standard input.
Report report_in(const std::string& path) {
  try {
    if (path == "-") return read_report(content_of(std::cin));
    std::ifstream file(path, std::ios::binary);
    std::error_code ignored;
    if (!file || std::filesystem::is_directory(path, ignored))
      throw BadReport("it cannot be read; name the report.json of a run");
    return read_report(content_of(file));
  } catch (const BadReport& error) {
    throw BadUsage(fmt::format("{}: {}", path == "-" ? "standard input" : path, error.what()));
  }
}

Report report_of(const std::vector<std::string>& paths) {
  std::vector<Report> reports;
  reports.reserve(paths.size());
  for (const std::string& path : paths) reports.push_back(report_in(path));
  if (reports.size() == 1) return std::move(reports[0]);
  try {
    return merged(reports);
  } catch (const CannotMerge& error) {
    throw BadUsage(error.what());
  }
}

}  // namespace

int render_command(const Arguments& arguments) {
  const auto options = parse_render(arguments);
  if (!options) return 0;
  select_formats(options->formats);
  const Templates templates = templates_in(options->template_dir);
  const Report report = report_of(options->reports);
  prepare_directory(options->out);
  for (const std::string& path : write_report(report, options->out, options->formats,
                                              languages_named(options->language), templates))
    std::cout << path << "\n";
  finish_output();
  return 0;
}

}  // namespace gancheck
