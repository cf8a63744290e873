// A pair of laws on their common grid: what a claim is checked on.
#pragma once

#include <memory>
#include <string>

#include "numerics/distribution/pair_of_laws.hpp"
#include "numerics/line/grid.hpp"

namespace gancheck {

struct EnclosedNumbers;  // theory/divergence/enclosed/numbers.hpp

class Pair {
 public:
  /// `name` is how evidence refers to the pair: "W7", "two modes". Specifications are read where
  /// the numbers of the pair are asked for; empty ones name columns that were put together by hand.
  Pair(std::string name, std::string data, std::string generator, Densities densities);
  /// Of laws that were read.
  Pair(std::string name, PairOfLaws laws);

  const std::string& name() const { return name_; }
  const std::string& data() const { return data_; }            ///< specification
  const std::string& generator() const { return generator_; }  ///< specification
  const Densities& densities() const { return densities_; }
  /// The columns with their rounding bounds; computed once. A point where a density is positive but
  /// too small for a double has weight 0 here: the claims hold on every grid with the masses that
  /// it has, and the enclosures keep the point.
  const Columns<Tracked>& tracked() const { return tracked_; }
  /// How many points `tracked` leaves out for that reason.
  std::size_t underflowing_points() const;
  /// Whether the pair itself can be enclosed: it has laws, which lie on the line or are a pair
  /// there.
  bool can_be_enclosed() const;
  /// Its points are points of the plane.
  bool is_in_plane() const { return !densities_.grid.names.empty(); }
  /// The pair itself, enclosed; computed when it is first asked for. Only if it can be.
  const EnclosedNumbers& numbers() const;
  /// Finds them now, unless another thread is at it: threads that want them of many pairs share the
  /// work.
  void find_numbers_unless_busy() const;

 private:
  const PairOfLaws& laws() const;
  void find_numbers() const;
  struct Kept;  // the laws and the numbers
  std::string name_, data_, generator_;
  Densities densities_;
  Columns<Tracked> tracked_;
  std::shared_ptr<Kept> kept_;
};

/// The pair of two specifications. Throws BadSpecification.
Pair make_pair(std::string name, const std::string& data, const std::string& generator);

}  // namespace gancheck
