#include "report/figures/gnuplot_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gancheck {
namespace {

using Line = Curve::Line;
using Ink = Curve::Ink;

/// Okabe and Ito's colours, told apart by every kind of eye; between them and both white and a dark
/// page there is contrast of at least 3.
const char* colour(Ink ink) {
  switch (ink) {
    case Ink::data:
      return "#0072B2";
    case Ink::generator:
      return "#D55E00";
    case Ink::mixture:
      return "#808080";
    case Ink::optimum:
      return "#009E73";
    case Ink::reference:
      return "#808080";
    case Ink::other:
      return "#B0599B";
  }
  return "#808080";
}

/// In units of the line's width.
const char* dashes(Line line, bool is_bold) {
  switch (line) {
    case Line::dashed:
      return is_bold ? "(3,1.5)" : "(9,5)";
    case Line::dotted:
      return "(2,4)";
    case Line::dash_dotted:
      return is_bold ? "(3,1,1,1)" : "(10,4,2,4)";
    default:
      return "1";
  }
}

int mark(Ink ink) {
  constexpr int disc = 7, square = 5, triangle = 9, diamond = 13;
  switch (ink) {
    case Ink::generator:
      return square;
    case Ink::optimum:
      return triangle;
    case Ink::other:
      return diamond;
    default:
      return disc;
  }
}

/// Within single quotes gnuplot knows one special character, the quote.
std::string quoted(const std::string& words) {
  std::string text = "'";
  for (const char c : words) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    text += is_control ? ' ' : c;
    if (c == '\'') text += c;
  }
  return text + "'";
}

std::string number(double x) {
  return std::isnan(x) ? "NaN" : fmt::format("{:.10g}", x);
}

struct Interval {
  double from = 0, to = 1;
};

bool is_on(const FigureAxis& axis, double x) {
  return std::isfinite(x) && (!axis.logarithmic || x > 0);
}

/// What the numbers span, with room around it.
Interval spanned(const FigureAxis& axis, const std::vector<const std::vector<double>*>& columns) {
  double least = INFINITY, most = -INFINITY;
  for (const auto* column : columns)
    for (const double x : *column)
      if (is_on(axis, x)) least = std::min(least, x), most = std::max(most, x);
  if (!(least <= most)) return axis.logarithmic ? Interval{0.1, 1} : Interval{0, 1};
  if (axis.logarithmic) return {least / 1.5, most * 1.5};
  const double room = least < most ? 0.04 * (most - least) : 1;
  return {least == 0 ? 0 : least - room, most + room};
}

class Script {
 public:
  Script(const Figure& figure, Language language, PictureFormat format)
      : figure_(figure), language_(language) {
    begin(format);
    place_key();
    for (const auto& [letter, axis] : {std::pair{"x", &figure.x}, {"y", &figure.y}})
      set_axis(letter, *axis, span_of(letter));
    if (has_right()) set_axis("y2", figure.right, span_of("y2"));
    inscribe();
    write_data();
    plot();
  }

  std::string text() && { return std::move(text_); }

 private:
  template <class... T>
  void line(fmt::format_string<T...> format, T&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<T>(values)...);
    text_ += '\n';
  }

  std::string words(const Text& text) const { return quoted(text.in(language_)); }
  bool has_right() const {
    return std::any_of(figure_.curves.begin(), figure_.curves.end(),
                       [](const Curve& curve) { return curve.on_right_axis; });
  }

  void begin(PictureFormat format) {
    const bool is_square = figure_.field.has_value();
    const int width = is_square ? 560 : 680, height = is_square ? 470 : 400;
    if (format == PictureFormat::svg)
      line("set terminal svg size {},{} dynamic noenhanced font 'sans-serif,13'", width, height);
    else if (format == PictureFormat::pdf)
      line("set terminal pdfcairo size {}in,{}in noenhanced font 'sans-serif,10' linewidth 1.2",
           width / 100.0, height / 100.0);
    else
      line("set terminal pngcairo size {},{} noenhanced font 'sans-serif,26' linewidth 2",
           2 * width, 2 * height);
    line("set encoding utf8\nset minussign\nset samples 2");
    line("set border {} linewidth 0.7", has_right() ? 11 : 3);
    line("set clip two");  // a line from beyond one edge to beyond the other
    line("set tics nomirror out scale 0.6");
    line("set style fill transparent solid 0.12 noborder");
  }

  /// Above the picture, where it covers nothing. gnuplot counts characters, and Chinese ones are
  /// as wide as two.
  void place_key() {
    std::size_t wide = 0;
    for (const Curve& curve : figure_.curves) {
      const std::string& label = curve.label.in(language_);
      const auto followers = std::count_if(label.begin(), label.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
      });
      if (language_ == Language::zh) wide = std::max(wide, static_cast<std::size_t>(followers) / 2);
    }
    line("set key tmargin center horizontal Left reverse samplen 2.6 spacing 1.25 width {}",
         wide / 2);
  }

  Interval span_of(std::string_view letter) const {
    const bool is_x = letter == "x", is_right = letter == "y2";
    std::vector<const std::vector<double>*> columns;
    for (const Curve& curve : figure_.curves)
      if (is_x || curve.on_right_axis == is_right) columns.push_back(is_x ? &curve.x : &curve.y);
    const FigureAxis& axis = is_x ? figure_.x : is_right ? figure_.right : figure_.y;
    Interval span = spanned(axis, columns);
    if (axis.from) span.from = *axis.from;
    if (axis.to) span.to = *axis.to;
    return span;
  }

  void set_axis(std::string_view letter, const FigureAxis& axis, const Interval& span) {
    line("set {}label {} offset 0,0", letter, words(axis.label));
    line("set {}range [{}:{}]", letter, number(span.from), number(span.to));
    if (axis.logarithmic) line("set logscale {}", letter);
    if (!axis.ticks.empty())
      set_ticks(letter, axis.ticks);
    else if (axis.logarithmic)
      set_ticks(letter, decades(std::min(span.from, span.to), std::max(span.from, span.to)));
    else
      line("set {}tics nomirror", letter);
  }

  void set_ticks(std::string_view letter, const std::vector<Tick>& ticks) {
    std::string list;
    for (const Tick& tick : ticks)
      fmt::format_to(std::back_inserter(list), "{}{} {}", list.empty() ? "" : ", ",
                     words(tick.text), number(tick.at));
    line("set {}tics nomirror ({})", letter, list);
  }

  /// Powers of ten as they are written by hand, seven of them at most.
  static std::vector<Tick> decades(double from, double to) {
    const int first = static_cast<int>(std::ceil(std::log10(from) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(to) + 1e-9));
    const int step = std::max(1, (last - first + 6) / 6);
    std::vector<Tick> ticks;
    for (int k = first; k <= last; ++k)
      if (k % step == 0) ticks.push_back({std::pow(10.0, k), power_of_ten_in_words(k)});
    return ticks;
  }

  static Text power_of_ten_in_words(int exponent) {
    static constexpr const char* digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (exponent == 0) return {"1", "1"};
    if (exponent == 1) return {"10", "10"};
    std::string text = exponent < 0 ? "10⁻" : "10";
    for (const char c : std::to_string(std::abs(exponent))) text += digits[c - '0'];
    return {text, text};
  }

  void inscribe() {
    using Side = Inscription::Side;
    for (const Inscription& i : figure_.inscriptions)
      line("set label {} at {},{} {} front", words(i.text), number(i.x), number(i.y),
           i.side == Side::right  ? "left"
           : i.side == Side::left ? "right"
                                  : "center");
  }

  void write_data() {
    for (std::size_t k = 0; k < figure_.curves.size(); ++k) {
      line("$curve{} << END", k);
      const Curve& curve = figure_.curves[k];
      for (std::size_t i = 0; i < curve.x.size(); ++i)
        if (is_gap(curve, i))
          text_ += '\n';
        else
          line("{} {}", number(curve.x[i]), number(curve.y[i]));
      line("END");
    }
    if (figure_.field) write_field(*figure_.field);
  }

  /// An empty line parts what is drawn on both sides.
  static bool is_gap(const Curve& curve, std::size_t i) {
    return !std::isfinite(curve.x[i]) || !std::isfinite(curve.y[i]);
  }

  static constexpr int shades = 20;

  /// Rectangles of one shade, as long as a row has it.
  void write_field(const Field& field) {
    const double width = field.x[1] - field.x[0], height = field.y[1] - field.y[0];
    const auto shade = [&](std::size_t i, std::size_t j) {
      const double value =
          (field.values[j * field.x.size() + i] - field.from) / (field.to - field.from);
      return std::isnan(value) ? -1 : std::clamp(static_cast<int>(value * shades), 0, shades - 1);
    };
    line("set palette maxcolors {} defined (0 '#D55E00', 0.5 '#EEEEEE', 1 '#0072B2')", shades);
    line("set cbrange [{}:{}]\nset cblabel {}", number(field.from), number(field.to),
         words(field.label));
    line("set style fill solid 1 noborder\nset size ratio -1\n$field << END");
    for (int wanted = 0; wanted < shades; ++wanted)  // one shade after the other: shorter files
      for (std::size_t j = 0; j < field.y.size(); ++j)
        for (std::size_t i = 0, end = 0; i < field.x.size(); i = end) {
          for (end = i + 1; end < field.x.size() && shade(end, j) == shade(i, j);) ++end;
          if (shade(i, j) != wanted) continue;
          line("{} {} {} {} {} {} {}", number(field.x[i]), number(field.y[j]),
               number(field.x[i] - width / 2), number(field.x[end - 1] + width / 2),
               number(field.y[j] - height / 2), number(field.y[j] + height / 2),
               number(field.from + (wanted + 0.5) / shades * (field.to - field.from)));
        }
    line("END");
  }

  void plot() {
    std::string parts;
    const auto add = [&](const std::string& part) {
      fmt::format_to(std::back_inserter(parts), "{}{}", parts.empty() ? "" : ", \\\n  ", part);
    };
    if (figure_.field) add("$field using 1:2:3:4:5:6:7 with boxxyerror linecolor palette notitle");
    for (std::size_t k = 0; k < figure_.curves.size(); ++k) {
      const Curve& curve = figure_.curves[k];
      if (curve.is_filled)
        add(
            fmt::format("$curve{} using 1:2 axes x1y{} with filledcurves y=0 linecolor rgb '{}' "
                        "notitle",
                        k, curve.on_right_axis ? 2 : 1, colour(curve.ink)));
    }
    for (std::size_t k = 0; k < figure_.curves.size(); ++k) add(plotted(k));
    line("plot {}", parts);
  }

  std::string plotted(std::size_t k) const {
    const Curve& curve = figure_.curves[k];
    const int axis = curve.on_right_axis ? 2 : 1;
    const std::string title = curve.label.empty() ? "notitle" : "title " + words(curve.label);
    const char* ink = colour(curve.ink);
    if (curve.line == Line::bars)
      return fmt::format(
          "$curve{0} using ($1+{1}):2 axes x1y{2} with impulses linewidth 2 linecolor rgb '{3}' "
          "notitle, \\\n  $curve{0} using ($1+{1}):2 axes x1y{2} with points pointtype {4} "
          "pointsize 0.6 linecolor rgb '{3}' {5}",
          k, number(beside(curve.ink)), axis, ink, mark(curve.ink), title);
    if (curve.line == Line::points)
      return fmt::format(
          "$curve{} using 1:2 axes x1y{} with points pointtype {} pointsize 0.6 linecolor rgb '{}' "
          "{}",
          k, axis, mark(curve.ink), ink, title);
    return fmt::format(
        "$curve{} using 1:2 axes x1y{} with lines linewidth {} dashtype {} linecolor rgb '{}' {}",
        k, axis,
        curve.is_bold                 ? 5.0
        : curve.ink == Ink::reference ? 1.2
                                      : 2.0,
        dashes(curve.line, curve.is_bold), ink, title);
  }

  /// Bars of both laws at one point stand side by side.
  double beside(Ink ink) const {
    const Interval span = span_of("x");
    const double width = 0.004 * (span.to - span.from);
    return ink == Ink::data ? -width : ink == Ink::generator ? width : 0;
  }

  const Figure& figure_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string gnuplot_script(const Figure& figure, Language language, PictureFormat format) {
  return Script(figure, language, format).text();
}

}  // namespace gancheck
