#include "theory/pairs/pair.hpp"

#include <limits>
#include <mutex>
#include <optional>

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
  std::optional<PairOfLaws> laws;
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

const PairOfLaws& Pair::laws() const {
  if (!kept_->laws) kept_->laws = pair_of(read_law(data_), read_law(generator_));
  return *kept_->laws;
}

namespace {

const std::string& data_of(const PairOfLaws& laws) {
  return std::visit([](const auto& pair) -> const std::string& { return pair.data.specification; },
                    laws);
}

const std::string& generator_of(const PairOfLaws& laws) {
  return std::visit(
      [](const auto& pair) -> const std::string& { return pair.generator.specification; }, laws);
}

Densities grid_of(const PairOfLaws& laws) {
  if (const auto* line = std::get_if<LinePair>(&laws)) return grid_of(line->data, line->generator);
  return grid_of(std::get<PlanePair>(laws));
}

}  // namespace

bool Pair::can_be_enclosed() const {
  if (data_.empty()) return false;  // columns put together by hand
  const std::scoped_lock lock(kept_->guard);
  if (!is_in_plane()) return true;
  const auto& plane = std::get<PlanePair>(laws());
  return pair_on_the_line(plane.data, plane.generator).has_value();
}

void Pair::find_numbers() const {
  if (kept_->numbers) return;
  const BallPrecision precision(BallPrecision::standard_bits);  // whoever asks first
  if (const auto* plane = std::get_if<PlanePair>(&laws())) {
    const auto [data, generator] = pair_on_the_line(plane->data, plane->generator).value();
    kept_->numbers = enclose_numbers(data, generator);
  } else {
    const auto& line = std::get<LinePair>(laws());
    kept_->numbers = enclose_numbers(line.data, line.generator);
  }
}

Pair::Pair(std::string name, std::string data, std::string generator, Densities densities)
    : name_(std::move(name)),
      data_(std::move(data)),
      generator_(std::move(generator)),
      densities_(std::move(densities)),
      tracked_(tracked_columns(densities_)),
      kept_(std::make_shared<Kept>()) {}

Pair::Pair(std::string name, PairOfLaws laws)
    : Pair(std::move(name), data_of(laws), generator_of(laws), grid_of(laws)) {
  kept_->laws = std::move(laws);
}

Pair make_pair(std::string name, const std::string& data, const std::string& generator) {
  return Pair(std::move(name), pair_of(read_law(data), read_law(generator)));
}

}  // namespace gancheck
