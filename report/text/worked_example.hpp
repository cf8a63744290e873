// One small pair with exact numbers, on which a claim can be followed by hand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

struct WorkedExample {
  std::string pair;             ///< "W7"
  std::string data, generator;  ///< as `evaluate` takes them
  Text why;                     ///< what the pair is there for
  struct Point {
    std::string at, data, generator;
    std::string optimal;  ///< D*; "" where both masses vanish
  };
  std::vector<Point> points;
  std::string value, divergence;  ///< C(G) and JSD(P, Q), in nats
  struct Finding {
    Text what;
    std::string lower, upper;
  };
  std::vector<Finding> findings;  ///< parts of the claim, with what was enclosed on this pair
};

/// Of the built-in pairs on few points the one that this result speaks of most; computed now. Empty
/// where it speaks of none.
std::optional<WorkedExample> worked_example(const ClaimResult& claim);

}  // namespace gancheck
