#include "report/formats/layered_layout.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace gancheck;

TEST_CASE("a node stands below what it rests on, and no two stand in one place") {
  // Two chains that meet, and an edge over three levels.
  const LayeredGraph graph{7, {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 3}, {5, 6}, {6, 3}, {5, 2}}};
  const LayeredLayout layout = layered(graph);
  REQUIRE(layout.nodes.size() == 7);
  for (const auto& [above, below] : graph.edges)
    CHECK(layout.nodes[above].level < layout.nodes[below].level);
  CHECK(layout.nodes[3].level == 3);
  CHECK(layout.levels == 4);
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(layout.nodes[i].x >= 0.5);
    CHECK(layout.nodes[i].x <= layout.width - 0.5);
    for (std::size_t k = 0; k < i; ++k)
      if (layout.nodes[i].level == layout.nodes[k].level)
        CHECK(std::abs(layout.nodes[i].x - layout.nodes[k].x) >= 1.0 - 1e-9);
  }
}

TEST_CASE("an edge that follows from others is not drawn, a long one passes every level") {
  const LayeredLayout layout = layered({4, {{0, 1}, {1, 2}, {0, 2}, {3, 2}}});
  REQUIRE(layout.edges.size() == 3);  // 0-1, 1-2, 3-2
  for (const auto& edge : layout.edges)
    for (std::size_t i = 1; i < edge.size(); ++i) CHECK(edge[i].level == edge[i - 1].level + 1);
}

TEST_CASE("no nodes, no drawing") {
  CHECK(layered({}).levels == 0);
}
