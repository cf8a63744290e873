#include "theory/checks/spread.hpp"

#include <span>
#include <vector>

namespace gancheck {
Functional spread::integral(const GameFormula& f, int (*at)(std::size_t)) {
  return [f, at]<class T>(const Columns<T>& c) -> T {
    std::vector<T> terms;
    terms.reserve(c.size());
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      terms.push_back(T(c.weight[i] * f(c.p[i], c.q[i], chance<T>(at(i)))));
    }
    return sum(std::span<const T>(terms));
  };
}

}  // namespace gancheck
