#include "report/figures/figures.hpp"

#include <algorithm>
#include <optional>

#include "numerics/phrase.hpp"
#include "report/figures/on_threads.hpp"

namespace gancheck {

const std::vector<FigureRow>& figure_rows() {
  static const std::vector<FigureRow> rows{
      {"densities",
       {"both densities, their mixture, and D*", "两个密度、它们的混合与 D*"},
       {"optimal-discriminator", "dstar-is-posterior", "one-minus-dstar",
        "mixture-is-distribution"},
       figures::densities,
       figures::densities,
       true},
      {"ring",
       {"D* in the plane, as shades", "平面上的 D*，以深浅表示"},
       {"optimal-discriminator"},
       figures::ring,
       figures::ring,
       true},
      {"landscape",
       {"the integrand over D(x), and where it is largest", "被积函数随 D(x) 的变化及其最大值"},
       {"pointwise-maximisation", "critical-point", "strict-concavity"},
       figures::landscape,
       figures::landscape,
       true},
      {"supports",
       {"where each law lives, and what D* is there", "各分布的支撑，以及 D* 在其上的值"},
       {"boundary-cases", "off-support-freedom", "upper-bound-zero"},
       figures::supports,
       figures::supports,
       true},
      {"regret",
       {"what D loses against its distance from D*", "D 的损失随它到 D* 的距离的变化"},
       {"regret-identity", "max-exists"},
       figures::regret,
       figures::regret,
       true},
      {"separation",
       {"JSD and C as the laws move apart", "两分布分离时的 JSD 与 C"},
       {"jsd-identity", "lower-bound-log4", "upper-bound-zero"},
       figures::separation,
       figures::separation},
      {"trajectories",
       {"C along mirror descent, down to -log 4", "镜像下降中的 C，直至 -log 4"},
       {"minimax-objective", "global-optimum-pg"},
       figures::trajectories,
       nullptr},
      {"training",
       {"a training run beside the theory", "一次训练与理论的对照"},
       {"saddle-point", "generator-objective", "discriminator-objective"},
       figures::training,
       nullptr},
      {"network",
       {"a network and the law of what it generates", "一个网络及其生成的分布"},
       {"pushforward-law", "attainment-realisability", "generator-deterministic"},
       figures::network,
       nullptr},
      {"error",
       {"the error of a grid against its size", "网格误差随节点数的变化"},
       {"value-at-dstar", "integral-form"},
       figures::error,
       nullptr},
      {"scipy",
       {"where SciPy's JSD leaves the truth as Q tends to P", "Q 趋于 P 时 SciPy 的 JSD 的误差"},
       {"jsd-identity"},
       figures::scipy,
       nullptr}};
  return rows;
}

namespace {

bool illustrates(const FigureRow& row, const std::set<std::string>& claims) {
  return std::any_of(row.claims.begin(), row.claims.end(),
                     [&](const std::string& id) { return claims.contains(id); });
}

}  // namespace

void sort_figures(std::vector<Figure>& figures) {
  const auto place = [](const Figure& figure) {
    const auto& rows = figure_rows();
    return std::find_if(rows.begin(), rows.end(),
                        [&](const FigureRow& row) { return row.name == figure.name; }) -
           rows.begin();
  };
  std::stable_sort(figures.begin(), figures.end(),
                   [&](const Figure& x, const Figure& y) { return place(x) < place(y); });
}

namespace {

/// A figure, or why there is none.
struct Attempt {
  std::optional<Figure> figure;
  std::optional<Text> failure;
};

template <class Make>
Attempt attempt(const FigureRow& row, const Make& make) {
  Attempt made;
  try {
    made.figure = make();
    made.figure->claims = row.claims;
  } catch (const NoFigure&) {
    // These laws have none of this name.
  } catch (const std::exception& error) {
    made.failure =
        phrase("no figure '{}': {}", "没有图 '{}'：{}", row.name, std::string(error.what()));
  }
  return made;
}

MadeFigures together(std::vector<Attempt> attempts) {
  MadeFigures made;
  for (Attempt& one : attempts) {
    if (one.figure) made.figures.push_back(std::move(*one.figure));
    if (one.failure) made.notes.push_back(std::move(*one.failure));
  }
  return made;
}

}  // namespace

MadeFigures figures_of_suite(const std::set<std::string>& claims, int threads) {
  std::vector<const FigureRow*> rows;
  for (const FigureRow& row : figure_rows())
    if (illustrates(row, claims)) rows.push_back(&row);
  std::vector<Attempt> attempts(rows.size());
  on_threads(threads, rows.size(),
             [&](std::size_t i) { attempts[i] = attempt(*rows[i], rows[i]->of_suite); });
  return together(std::move(attempts));
}

MadeFigures figures_of_pair(const PairOfLaws& laws) {
  std::vector<Attempt> attempts;
  for (const FigureRow& row : figure_rows())
    if (row.in_reports_on_own_pairs)
      attempts.push_back(attempt(row, [&] { return row.of_pair(laws); }));
  return together(std::move(attempts));
}

}  // namespace gancheck
