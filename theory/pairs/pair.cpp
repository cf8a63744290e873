#include "theory/pairs/pair.hpp"

#include <limits>
#include <mutex>
#include <optional>

#include "numerics/distribution/specification.hpp"
#include "theory/divergence/enclosed/numbers.hpp"
#include "theory/divergence/plane/reduction.hpp"
#include "theory/pairs/density_grid.hpp"
#include "theory/pairs/plane_grid.hpp"

namespace gancheck {
namespace {

/// A positive density below the normal doubles has lost its relative accuracy, and with it every
/// bound of its logarithm.
bool underflows(const Tracked& x) {
  return !is_exactly_zero(x) && x.value() < std::numeric_limits<double>::min();
}

Columns<Tracked> tracked_columns(const Densities& densities) {
  Columns<Tracked> c = columns<Tracked>(densities);
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (underflows(c.p[i]) || underflows(c.q[i])) c.weight[i] = Tracked(0);
  }
  return c;
}

}  // namespace

std::size_t Pair::underflowing_points() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tracked_.size(); ++i) {
    if (is_exactly_zero(tracked_.weight[i]) && densities_.grid.weights[i] != 0) ++count;
  }
  return count;
}

struct Pair::Kept {
  std::mutex guard;
  std::optional<EnclosedNumbers> numbers;
};

const EnclosedNumbers& Pair::numbers() const {
  const std::scoped_lock lock(kept_->guard);
  find_numbers();
  return *kept_->numbers;
}

void Pair::find_numbers_unless_busy() const {
  const std::unique_lock lock(kept_->guard, std::try_to_lock);
  if (lock) find_numbers();
}

namespace {

/// The pair on the line that a pair in the plane is, if it is one.
std::optional<std::pair<Law, Law>> on_the_line(const std::string& data,
                                               const std::string& generator) {
  return pair_on_the_line(parse_plane_law(data), parse_plane_law(generator));
}

}  // namespace

bool Pair::can_be_enclosed() const {
  if (data_.empty()) return false;  // columns put together by hand
  return !is_in_plane() || on_the_line(data_, generator_).has_value();
}

void Pair::find_numbers() const {
  if (kept_->numbers) return;
  const auto laws = is_in_plane() ? on_the_line(data_, generator_).value()
                                  : std::pair(parse_law(data_), parse_law(generator_));
  kept_->numbers = enclose_numbers(laws.first, laws.second);
}

Pair::Pair(std::string name, std::string data, std::string generator, Densities densities)
    : name_(std::move(name)),
      data_(std::move(data)),
      generator_(std::move(generator)),
      densities_(std::move(densities)),
      tracked_(tracked_columns(densities_)),
      kept_(std::make_shared<Kept>()) {}

Pair make_pair(std::string name, const std::string& data, const std::string& generator) {
  if (is_in_plane(data) != is_in_plane(generator))
    throw BadSpecification(
        "one law lies in the plane and one on the line: give laws of one dimension");
  if (is_in_plane(data)) {
    const PlaneLaw p = parse_plane_law(data), q = parse_plane_law(generator);
    return Pair(std::move(name), p.specification, q.specification, grid_of(p, q));
  }
  const Law data_law = parse_law(data);
  const Law generator_law = parse_law(generator);
  return Pair(std::move(name), data_law.specification, generator_law.specification,
              grid_of(data_law, generator_law));
}

}  // namespace gancheck
