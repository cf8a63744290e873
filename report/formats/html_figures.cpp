#include "report/formats/html_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/figures/draw.hpp"
#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/text/page_words.hpp"

namespace gancheck::html {
namespace {

std::string drawing_in(const Figure& figure, Language language) {
  const std::string tongue = language == Language::en ? "en" : "zh";
  const Drawing drawing = draw(figure, language);
  if (drawing.svg.empty())
    return fmt::format("<p class=\"missing\" lang=\"{}\">{}</p>\n", tongue,
                       words(drawing.missing.in(language)));
  return fmt::format("<div class=\"drawing\" lang=\"{}\">{}</div>\n", tongue, drawing.svg);
}

constexpr std::size_t rows_of_a_curve = 25;

std::string numbers_of_curve(const Figure& figure, const Curve& curve) {
  const std::size_t points = std::min(curve.x.size(), curve.y.size());
  const std::size_t stride =
      std::max<std::size_t>(1, (points + rows_of_a_curve - 1) / rows_of_a_curve);
  const FigureAxis& y = curve.on_right_axis ? figure.right : figure.y;
  const auto named = [](const FigureAxis& axis, std::string_view letter) {
    return axis.label.empty() ? Text{letter, letter} : axis.label;
  };
  PageTable table(curve.label, {named(figure.x, "x"), named(y, "y")});
  const auto shown = [](double value) { return number(fmt::format("{:.5g}", value)); };
  for (std::size_t i = 0; i < points; i += stride)
    table.row({shown(curve.x[i]), shown(curve.y[i])});
  return table.styled("numbers").html();
}

std::string figure_in_full(const Figure& figure) {
  std::string numbers;
  for (const Curve& curve : figure.curves) numbers += numbers_of_curve(figure, curve);
  return fmt::format(
      "<figure id=\"{0}\">\n<h3>{1}</h3>\n{2}{3}<figcaption>{4}</figcaption>\n"
      "{5}</figure>\n",
      escaped(figure.name), both(figure.title), drawing_in(figure, Language::en),
      drawing_in(figure, Language::zh), both(figure.alternative),
      folded(both(page_words::figure_data), "<p>" + both(page_words::every_nth) +
                                                "</p>\n<div class=\"side-by-side\">" + numbers +
                                                "</div>\n"));
}

const Figure* find_figure(const Report& report, const std::string& name) {
  const auto found = std::find_if(report.figures.begin(), report.figures.end(),
                                  [&](const Figure& f) { return f.name == name; });
  return found == report.figures.end() ? nullptr : &*found;
}

}  // namespace

std::string figure_again(const Report& report, const std::string& name) {
  const Figure* figure = find_figure(report, name);
  if (!figure) return "";
  // The script copies the drawing when the step is opened: the page holds it once.
  return fmt::format(
      "<div class=\"again\" data-figure=\"{0}\"></div>\n<p><a href=\"#{0}\">{1}</a></p>\n",
      escaped(name), both(figure->title));
}

std::string pictures(const Report& report) {
  if (report.figures.empty()) return "";
  std::string out =
      "<section class=\"pictures\">\n" + heading(2, "pictures", both(page_words::pictures));
  for (const Figure& figure : report.figures) out += figure_in_full(figure);
  return out + "</section>\n";
}

}  // namespace gancheck::html
