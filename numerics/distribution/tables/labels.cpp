#include "numerics/distribution/tables/labels.hpp"

#include <deque>
#include <mutex>
#include <unordered_map>

namespace gancheck {
namespace {

struct Labels {
  std::mutex guard;
  std::deque<std::string> names;  ///< does not move what the keys of `numbers` look at
  std::unordered_map<std::string_view, std::int64_t> numbers;
};

Labels& labels() {
  static Labels all;
  return all;
}

}  // namespace

Real point_of_label(std::string_view label) {
  Labels& all = labels();
  const std::scoped_lock lock(all.guard);
  auto found = all.numbers.find(label);
  if (found == all.numbers.end()) {
    all.names.emplace_back(label);
    found =
        all.numbers.emplace(all.names.back(), static_cast<std::int64_t>(all.names.size())).first;
  }
  return Decimal{found->second, 0};
}

std::string label_at(const Real& point) {
  Labels& all = labels();
  const std::scoped_lock lock(all.guard);
  const auto number = static_cast<std::size_t>(exactly<double>(point));
  return number >= 1 && number <= all.names.size() ? all.names[number - 1] : point.text();
}

}  // namespace gancheck
