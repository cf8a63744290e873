#include "report/formats/layered_layout.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace gancheck {
namespace {

using Edge = std::pair<std::size_t, std::size_t>;

/// Whether `to` is reached from `from` over another node.
bool is_reached_otherwise(const LayeredGraph& graph, const Edge& edge) {
  std::vector<bool> reached(graph.nodes, false);
  for (const auto& [above, below] : graph.edges)
    if (above == edge.first && below != edge.second) reached[below] = true;
  // Edges lead to higher numbers: in the order of their upper ends one pass is enough.
  std::vector<Edge> sorted = graph.edges;
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [above, below] : sorted)
    if (reached[above]) reached[below] = true;
  return reached[edge.second];
}

constexpr double width_of_a_passage = 0.3;
constexpr int sweeps = 24;

/// Nodes, and the passages of long edges, in their levels.
class Levels {
 public:
  explicit Levels(const LayeredGraph& graph) : nodes_(graph.nodes) {
    std::vector<std::size_t> level(graph.nodes, 0);
    std::vector<Edge> sorted = graph.edges;
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [above, below] : sorted)
      level[below] = std::max(level[below], level[above] + 1);
    for (std::size_t i = 0; i < graph.nodes; ++i) add(level[i], 1.0);
    for (const Edge& edge : sorted) {
      if (is_reached_otherwise(graph, edge)) continue;
      std::vector<std::size_t> path{edge.first};
      for (std::size_t l = level[edge.first] + 1; l < level[edge.second]; ++l)
        path.push_back(add(l, width_of_a_passage));
      path.push_back(edge.second);
      for (std::size_t i = 1; i < path.size(); ++i) {
        below_[path[i - 1]].push_back(path[i]);
        above_[path[i]].push_back(path[i - 1]);
      }
      paths_.push_back(std::move(path));
    }
    for (auto& row : rows_) pack(row);
  }

  void settle() {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const bool reorder = sweep < sweeps / 2;
      for (std::size_t l = 1; l < rows_.size(); ++l) move(rows_[l], above_, reorder);
      for (std::size_t l = rows_.size(); l-- > 0;) move(rows_[l], below_, reorder);
    }
  }

  LayeredLayout layout() const {
    double left = std::numeric_limits<double>::infinity(), right = -left;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      left = std::min(left, x_[i] - width_[i] / 2);
      right = std::max(right, x_[i] + width_[i] / 2);
    }
    LayeredLayout out;
    const auto place = [&](std::size_t i) { return LayeredLayout::Place{level_[i], x_[i] - left}; };
    out.nodes.reserve(nodes_);
    for (std::size_t i = 0; i < nodes_; ++i) out.nodes.push_back(place(i));
    out.edges.reserve(paths_.size());
    for (const auto& path : paths_) {
      std::vector<LayeredLayout::Place> places;
      places.reserve(path.size());
      for (const std::size_t i : path) places.push_back(place(i));
      out.edges.push_back(std::move(places));
    }
    out.levels = rows_.size();
    out.width = x_.empty() ? 0.0 : right - left;
    return out;
  }

 private:
  using Neighbours = std::vector<std::vector<std::size_t>>;

  std::size_t add(std::size_t level, double width) {
    const std::size_t i = x_.size();
    if (rows_.size() <= level) rows_.resize(level + 1);
    rows_[level].push_back(i);
    level_.push_back(level);
    width_.push_back(width);
    x_.push_back(0.0);
    above_.emplace_back();
    below_.emplace_back();
    return i;
  }

  /// Side by side, the row's middle at 0.
  void pack(const std::vector<std::size_t>& row) {
    double x = 0.0;
    for (const std::size_t i : row) {
      x_[i] = x + width_[i] / 2;
      x += width_[i];
    }
    for (const std::size_t i : row) x_[i] -= x / 2;
  }

  double wished(std::size_t i, const Neighbours& neighbours) const {
    const auto& all = neighbours[i];
    if (all.empty()) return x_[i];
    return std::accumulate(all.begin(), all.end(), 0.0,
                           [this](double sum, std::size_t n) { return sum + x_[n]; }) /
           static_cast<double>(all.size());
  }

  double least_distance(std::size_t i, std::size_t j) const { return (width_[i] + width_[j]) / 2; }

  /// Each as near to the mean of its neighbours as the order of the row and the widths allow: the
  /// mean of the leftmost and the rightmost places that do not come too near one another.
  void move(std::vector<std::size_t>& row, const Neighbours& neighbours, bool reorder) {
    std::vector<double> wish(x_.size());
    for (const std::size_t i : row) wish[i] = wished(i, neighbours);
    if (reorder)
      std::stable_sort(row.begin(), row.end(),
                       [&](std::size_t i, std::size_t j) { return wish[i] < wish[j]; });
    std::vector<double> from_left(row.size()), from_right(row.size());
    for (std::size_t k = 0; k < row.size(); ++k)
      from_left[k] =
          k == 0 ? wish[row[k]]
                 : std::max(wish[row[k]], from_left[k - 1] + least_distance(row[k - 1], row[k]));
    for (std::size_t k = row.size(); k-- > 0;)
      from_right[k] =
          k + 1 == row.size()
              ? wish[row[k]]
              : std::min(wish[row[k]], from_right[k + 1] - least_distance(row[k], row[k + 1]));
    for (std::size_t k = 0; k < row.size(); ++k) x_[row[k]] = (from_left[k] + from_right[k]) / 2;
  }

  std::size_t nodes_;
  std::vector<std::vector<std::size_t>> rows_, paths_;
  std::vector<std::size_t> level_;
  std::vector<double> width_, x_;
  Neighbours above_, below_;
};

}  // namespace

LayeredLayout layered(const LayeredGraph& graph) {
  Levels levels(graph);
  levels.settle();
  return levels.layout();
}

}  // namespace gancheck
