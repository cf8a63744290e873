// Where two laws live: a bar for every interval with a density and a mark for every atom, and below
// them where D* is 1, 0 or between; where neither law lives there is no D*.
#include <algorithm>
#include <cmath>

#include "numerics/phrase.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "report/figures/law_on_line.hpp"
#include "report/figures/named_laws.hpp"

namespace gancheck {
namespace {

enum class Alone { data, generator, both };

struct BarRow {
  Curve intervals, atoms;
  double height;

  void add_interval(double from, double to) {
    for (const double x : {from, to, double{NAN}})
      intervals.x.push_back(x), intervals.y.push_back(std::isnan(x) ? NAN : height);
  }
  void add_atom(double x) { atoms.x.push_back(x), atoms.y.push_back(height); }
};

BarRow row_at(double height, Curve::Line line, Curve::Ink ink, const Text& label) {
  return {{label, {}, {}, line, false, ink, false, true},
          {{"", ""}, {}, {}, Curve::Line::points, false, ink},
          height};
}

bool covers(const std::vector<Window>& intervals, double x) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [x](const Window& w) { return w.from < x && x < w.to; });
}

/// The first so many atoms in the window: more would be one line.
std::vector<double> atoms_in(const LawOnLine& law, const Window& window) {
  constexpr std::size_t most = 200;
  std::vector<double> all;
  for (const DrawnAtom& atom : law.atoms())
    if (window.from <= atom.at && atom.at <= window.to && all.size() < most) all.push_back(atom.at);
  return all;
}

class SupportPicture {
 public:
  SupportPicture(const LawOnLine& data, const LawOnLine& generator, const Window& window)
      : data_(data), generator_(generator), window_(window) {}

  /// Three rows from `top` down: both laws, and D*. Labels are given once a figure.
  void draw(Figure& figure, double top, const Text& case_name, bool with_labels) const {
    const Text none{"", ""};
    BarRow p = row_at(top, Curve::Line::solid, Curve::Ink::data, none);
    BarRow q = row_at(top - 1, Curve::Line::dashed, Curve::Ink::generator, none);
    add_law(data_, p);
    add_law(generator_, q);
    const auto label = [&](const char* english, const char* chinese) {
      return with_labels ? Text{english, chinese} : none;
    };
    BarRow of_data = row_at(top - 2, Curve::Line::solid, Curve::Ink::data,
                            label("only data: D* = 1", "只有数据：D* = 1"));
    BarRow of_generator = row_at(top - 2, Curve::Line::dashed, Curve::Ink::generator,
                                 label("only generated: D* = 0", "只有生成样本：D* = 0"));
    BarRow of_both = row_at(top - 2, Curve::Line::dash_dotted, Curve::Ink::optimum,
                            label("both: 0 < D* < 1", "两者都有：0 < D* < 1"));
    const auto choose = [&](Alone alone) -> BarRow& {
      return alone == Alone::data ? of_data : alone == Alone::generator ? of_generator : of_both;
    };
    add_regions(choose);
    add_atoms(choose);
    // The key has a row by what is drawn of it.
    for (BarRow* row : {&of_data, &of_generator, &of_both})
      if (row->intervals.x.empty()) row->atoms.label = row->intervals.label;
    for (BarRow* row : {&p, &q, &of_data, &of_generator, &of_both})
      for (Curve* curve : {&row->intervals, &row->atoms})
        if (!curve->x.empty()) figure.curves.push_back(std::move(*curve));
    name_rows(figure, top, case_name);
  }

 private:
  void add_law(const LawOnLine& law, BarRow& row) const {
    for (const Window& w : law.intervals()) {
      const double from = std::max(w.from, window_.from), to = std::min(w.to, window_.to);
      if (from < to) row.add_interval(from, to);
    }
    for (const double x : atoms_in(law, window_)) row.add_atom(x);
  }

  /// Between neighbouring ends each law either has a density or none.
  template <class Choose>
  void add_regions(const Choose& choose) const {
    const auto p = data_.intervals(), q = generator_.intervals();
    std::vector<double> ends{window_.from, window_.to};
    for (const auto* intervals : {&p, &q})
      for (const Window& w : *intervals)
        for (const double end : {w.from, w.to})
          if (window_.from < end && end < window_.to) ends.push_back(end);
    std::sort(ends.begin(), ends.end());
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      const double middle = ends[i] + (ends[i + 1] - ends[i]) / 2;
      const bool in_p = covers(p, middle), in_q = covers(q, middle);
      if (in_p || in_q)
        choose(in_p && in_q ? Alone::both
               : in_p       ? Alone::data
                            : Alone::generator)
            .add_interval(ends[i], ends[i + 1]);
    }
  }

  /// Against an atom a density weighs nothing.
  template <class Choose>
  void add_atoms(const Choose& choose) const {
    const auto p = atoms_in(data_, window_), q = atoms_in(generator_, window_);
    const auto has = [](const std::vector<double>& atoms, double x) {
      return std::binary_search(atoms.begin(), atoms.end(), x);
    };
    for (const double x : p) choose(has(q, x) ? Alone::both : Alone::data).add_atom(x);
    for (const double x : q)
      if (!has(p, x)) choose(Alone::generator).add_atom(x);
  }

  static void name_rows(Figure& figure, double top, const Text& case_name) {
    figure.y.ticks.push_back({top, phrase("{}P", "{}P", case_name)});
    figure.y.ticks.push_back({top - 1, {"Q", "Q"}});
    figure.y.ticks.push_back({top - 2, {"D*", "D*"}});
  }

  const LawOnLine &data_, &generator_;
  Window window_;
};

Figure empty_picture(const Window& window) {
  Figure figure{"supports", {"", ""}, {"", ""}, {{"x", "x"}, false, window.from, window.to},
                {{"", ""}}, no_axis,  {}};
  return figure;
}

}  // namespace

Figure figures::supports(const PairOfLaws& laws) {
  const auto* line = std::get_if<LinePair>(&laws);
  if (!line) throw NoFigure("it shows intervals of the line: in the plane there is 'ring'");
  if (line->data.on_labels) throw NoFigure("it shows places, and these laws live on labels");
  const LawOnLine data(line->data), generator(line->generator);
  const Window window = window_of(data, generator);
  Figure figure = empty_picture(window);
  figure.title = phrase("Where both laws live: P = {}, Q = {}", "两个分布的支撑：P = {}，Q = {}",
                        line->data.specification, line->generator.specification);
  figure.alternative = {
      "Bars for the intervals on which each law has a density, marks for its atoms, and a row that "
      "says where D* is 1 (only data), 0 (only generated points) or between; where neither law "
      "lives the row is empty: there D* is not determined.",
      "各分布有密度的区间画成横条，原子画成点；最下一行标出 D* 为 1（只有数据）、为 "
      "0（只有生成样本）或介于其间之处；两个分布都没有质量之处留空：那里 D* 可任取。"};
  figure.y.from = 0.3;
  figure.y.to = 3.7;
  SupportPicture(data, generator, window).draw(figure, 3, {"", ""}, true);
  return finished(std::move(figure));
}

Figure figures::supports() {
  const PairOfLaws overlapping = named_laws("W5"), disjoint = named_laws("disjoint");
  const auto &first = std::get<LinePair>(overlapping), &second = std::get<LinePair>(disjoint);
  const LawOnLine p(first.data), q(first.generator), r(second.data), s(second.generator);
  const Window a = window_of(p, q), b = window_of(r, s);
  const Window window{std::min(a.from, b.from), std::max(a.to, b.to)};
  Figure figure = empty_picture(window);
  figure.title = {"Supports that overlap, and supports that do not",
                  "相互重叠的支撑与互不相交的支撑"};
  figure.alternative = {
      "Above, uniform laws on [0, 1] and [3/4, 7/4]: D* is 1 where only data are, 0 where only "
      "generated points are, 1/2 where both are. Below, on [0, 1] and [2, 3]: D* is 1 and 0, "
      "nothing lies between, and in the gap D* is not determined.",
      "上：[0, 1] 与 [3/4, 7/4] 上的均匀分布，只有数据处 D* 为 1，只有生成样本处为 0，两者都有处为 "
      "1/2。下：[0, 1] 与 [2, 3] 上的均匀分布，D* 只取 1 与 0，而间隙中 D* 可任取。"};
  figure.y.from = 0.3;
  figure.y.to = 7.7;
  SupportPicture(p, q, window).draw(figure, 7, {"overlapping:  ", "重叠："}, true);
  SupportPicture(r, s, window).draw(figure, 3, {"disjoint:  ", "不相交："}, false);
  return finished(std::move(figure));
}

}  // namespace gancheck
