// A search that needs no derivative and knows nothing of the answer.
#pragma once

#include <cstddef>
#include <vector>

namespace gancheck {

/// From `start`: of the neighbours at a distance along `directions`, at first 1, the first with
/// less `value` is the next place; where there is none the distance is halved, down to `finest`.
/// `keep(place, value)` is called with the start and with every place after it; the last one is
/// returned. A value that is not less than another, a NaN say, is never chosen.
template <class Value, class Keep>
std::vector<double> compass_search(std::vector<double> start,
                                   const std::vector<std::vector<double>>& directions,
                                   double finest, const Value& value, const Keep& keep) {
  std::vector<double> at = std::move(start);
  double least = value(at);
  const auto moves = [&](double distance) {
    for (const std::vector<double>& direction : directions) {
      std::vector<double> next = at;
      for (std::size_t i = 0; i < at.size(); ++i) next[i] += distance * direction[i];
      const double there = value(next);
      if (!(there < least)) continue;
      at = std::move(next);
      least = there;
      return true;
    }
    return false;
  };
  keep(at, least);
  for (double distance = 1; distance > finest;) {
    if (moves(distance))
      keep(at, least);
    else
      distance /= 2;
  }
  return at;
}

}  // namespace gancheck
