#include "report/figures/figures.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

#include "numerics/number/ball.hpp"

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

std::vector<Figure> figures_of_suite(const std::set<std::string>& claims, int threads) {
  std::vector<const FigureRow*> rows;
  for (const FigureRow& row : figure_rows())
    if (illustrates(row, claims)) rows.push_back(&row);
  std::vector<std::optional<Figure>> made(rows.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < rows.size(); i = next++) {
      made[i] = rows[i]->of_suite();
      made[i]->claims = rows[i]->claims;
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i)
      others.emplace_back([&work] {
        const BallThread balls;
        work();
      });
    work();
  }
  std::vector<Figure> figures;
  figures.reserve(made.size());
  for (std::optional<Figure>& figure : made) figures.push_back(std::move(*figure));
  return figures;
}

std::vector<Figure> figures_of_pair(const PairOfLaws& laws) {
  std::vector<Figure> figures;
  for (const FigureRow& row : figure_rows()) {
    if (!row.in_reports_on_own_pairs) continue;
    try {
      figures.push_back(row.of_pair(laws));
      figures.back().claims = row.claims;
    } catch (const NoFigure&) {
      // These laws have none of this name.
    }
  }
  return figures;
}

}  // namespace gancheck
