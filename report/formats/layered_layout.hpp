// A drawing of what rests on what: levels from top to bottom, edges downwards.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace gancheck {

/// A graph without circles whose nodes are numbered so that an edge leads from a lower number to a
/// higher one.
struct LayeredGraph {
  std::size_t nodes = 0;
  std::vector<std::pair<std::size_t, std::size_t>> edges;  ///< (below which, what)
};

struct LayeredLayout {
  struct Place {
    std::size_t level = 0;
    double x = 0.0;  ///< in widths of a node, from 0
  };
  std::vector<Place> nodes;
  /// The places that an edge passes, its ends among them. Edges that follow from others by
  /// transitivity are left out.
  std::vector<std::vector<Place>> edges;
  std::size_t levels = 0;
  double width = 0.0;  ///< in widths of a node
};

/// Sugiyama's method: a node one level below the lowest that it rests on, edges over several levels
/// led through places of their own, each level in the order of the means of its neighbours.
LayeredLayout layered(const LayeredGraph& graph);

}  // namespace gancheck
