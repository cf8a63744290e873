#include "report/figures/draw.hpp"

#include "report/figures/gnuplot.hpp"
#include "report/figures/gnuplot_script.hpp"
#include "report/figures/page_svg.hpp"

namespace gancheck {
namespace {

/// The same figure is the same file: the moment that a PDF names becomes the first one there is,
/// digit for digit, so that what stands behind stays in its place.
std::string without_moment(std::string pdf) {
  constexpr std::string_view before = "/CreationDate (D:", none = "19700101000000";
  const std::size_t at = pdf.find(before);
  if (at != std::string::npos && pdf.size() >= at + before.size() + none.size())
    pdf.replace(at + before.size(), none.size(), none);
  return pdf;
}

}  // namespace

Drawing draw(const Figure& figure, Language language) {
  GnuplotOutput drawn = run_gnuplot(gnuplot_script(figure, language, PictureFormat::svg));
  if (drawn.bytes.empty()) return {"", std::move(drawn.trouble)};
  return {page_svg(std::move(drawn.bytes), figure, language)};
}

std::optional<PictureFormat> picture_format(std::string_view extension) {
  if (extension == ".svg") return PictureFormat::svg;
  if (extension == ".pdf") return PictureFormat::pdf;
  if (extension == ".png") return PictureFormat::png;
  return std::nullopt;
}

Picture draw_file(const Figure& figure, Language language, PictureFormat format) {
  if (format != PictureFormat::svg) {
    GnuplotOutput drawn = run_gnuplot(gnuplot_script(figure, language, format));
    return {without_moment(std::move(drawn.bytes)), std::move(drawn.trouble)};
  }
  Drawing drawing = draw(figure, language);
  if (drawing.svg.empty()) return {"", std::move(drawing.missing)};
  return {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + drawing.svg};
}

}  // namespace gancheck
