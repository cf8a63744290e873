#include "report/figures/draw.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <string>

#include "report/figures/gnuplot_script.hpp"
#include "report/figures/page_svg.hpp"

using namespace gancheck;

namespace {

Figure small_figure() {
  return {"small",
          {"A & B", "甲与乙"},
          {"it rises < 2", "上升"},
          {{"x'; system('touch /tmp/broken') #", "x 轴"}},
          {{"y", "y 轴"}, true},
          {{"r", "r"}},
          {{{"rises", "上升"},
            {0, 1, NAN, 2},
            {1, 10, 5, 1e4},
            Curve::Line::dashed,
            false,
            Curve::Ink::data},
           {{"right", "右"}, {0, 2}, {0, 1}, Curve::Line::points, true, Curve::Ink::optimum}}};
}

class WithPath {
 public:
  explicit WithPath(const char* path) : before_(std::getenv("PATH")) { ::setenv("PATH", path, 1); }
  ~WithPath() { ::setenv("PATH", before_.c_str(), 1); }
  WithPath(const WithPath&) = delete;
  WithPath& operator=(const WithPath&) = delete;

 private:
  std::string before_;
};

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("words of a figure stand in a script as they are, and run nothing") {
  const std::string script = gnuplot_script(small_figure(), Language::en, PictureFormat::svg);
  CHECK(has(script, "set xlabel 'x''; system(''touch /tmp/broken'') #'"));
  CHECK(has(script, "noenhanced"));
  Figure lines = small_figure();
  lines.x.label = {"one\nsystem 'two'", ""};
  CHECK(has(gnuplot_script(lines, Language::en, PictureFormat::svg),
            "set xlabel 'one system ''two'''"));
}

TEST_CASE("a gap of a curve is an empty line of its data") {
  const std::string script = gnuplot_script(small_figure(), Language::en, PictureFormat::svg);
  CHECK(has(script, "0 1\n1 10\n\n2 10000\nEND"));
}

TEST_CASE("without gnuplot a picture says what is missing and how to get it") {
  const WithPath nothing("/nonexistent");
  const Drawing drawing = draw(small_figure(), Language::en);
  CHECK(drawing.svg.empty());
  CHECK(has(drawing.missing.en, "apt-get install gnuplot-nox"));
  CHECK(has(drawing.missing.zh, "apt-get install gnuplot-nox"));
  for (const PictureFormat format : {PictureFormat::svg, PictureFormat::pdf, PictureFormat::png})
    CHECK(draw_file(small_figure(), Language::zh, format).bytes.empty());
}

TEST_CASE("gnuplot's SVG is made fit for a page") {
  const std::string drawn =
      "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1 1\"\n>\n\n<title>Gnuplot</title>\n<desc>by "
      "it</desc>\n<defs><path id='gpPt0' d='M0'/></defs>\n<g fill=\"none\" color=\"black\" "
      "stroke=\"currentColor\">\n<g color=\"white\">\n</g>\n</g>\n<g id=\"plot_1\"><path "
      "stroke='black' d='M1'/><use xlink:href='#gpPt0'/></g></svg>";
  const std::string svg = page_svg(drawn, small_figure(), Language::en);
  CHECK(svg.starts_with("<svg viewBox"));
  CHECK(has(svg, "role=\"img\" aria-labelledby=\"small-en-title small-en-desc\""));
  CHECK(has(svg, "<title id=\"small-en-title\">A &amp; B</title>"));
  CHECK(has(svg, "<desc id=\"small-en-desc\">it rises &lt; 2</desc>"));
  CHECK(has(svg, "id='small-en-gpPt0'"));
  CHECK(has(svg, "href='#small-en-gpPt0'"));
  CHECK(has(svg, "stroke='currentColor'"));
  CHECK_FALSE(has(svg, "black"));
  CHECK_FALSE(has(svg, "Gnuplot"));
  CHECK_FALSE(has(svg, "white"));  // groups that hold nothing
}

TEST_CASE("rectangles of one colour become one path") {
  Figure figure = small_figure();
  figure.field = Field{{"f", "f"}, {0, 1}, {0, 1}, {0, 0, 1, 1}};
  const std::string svg = page_svg(
      "<svg><polygon fill = 'rgb(1, 2, 3)' points = '1,2 3,2 3,4 1,4 '/>\n\t<polygon fill "
      "= 'rgb(1, 2, 3)' points = '5,6 7,6 7,8 5,8 '/>\n<polygon fill = 'rgb(9, 9, 9)' "
      "points = '0,0 1,0 1,1 0,1 '/></svg>",
      figure, Language::zh);
  CHECK(has(svg, "<path fill='rgb(1, 2, 3)' d='M1,2H3V4H1zM5,6H7V8H5z'/>"));
  CHECK(has(svg, "<path fill='rgb(9, 9, 9)' d='M0,0H1V1H0z'/></svg>"));
}

TEST_CASE("the same figure has the same bytes, with its words as text") {
  const Drawing drawing = draw(small_figure(), Language::zh);
  if (drawing.svg.empty()) {
    MESSAGE("not drawn: " << drawing.missing.en);
    return;
  }
  CHECK(drawing.svg == draw(small_figure(), Language::zh).svg);
  CHECK(drawing.svg.starts_with("<svg"));
  CHECK(has(drawing.svg, "<text>上升</text>"));
  CHECK_FALSE(has(drawing.svg, "black"));
  CHECK(has(draw(small_figure(), Language::en).svg, "touch /tmp/broken"));
  CHECK(draw_file(small_figure(), Language::en, PictureFormat::pdf).bytes.starts_with("%PDF"));
  CHECK(draw_file(small_figure(), Language::en, PictureFormat::png).bytes.substr(1, 3) == "PNG");
}
