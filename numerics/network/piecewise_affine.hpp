// A ReLU network from the line to the line, as what it is: affine between finitely many points.
#pragma once

#include <optional>
#include <vector>

#include "numerics/network/network.hpp"

namespace gancheck {

/// z -> slope·z + shift, from `from` (empty: from -infinity) up to where the next piece begins.
struct AffinePiece {
  std::optional<Rational> from;
  Rational slope, shift;

  Rational operator()(const Rational& z) const { return slope * z + shift; }
};

/// More pieces are refused, and so is more work: products of exact numbers.
inline constexpr std::size_t most_pieces = 4096;
inline constexpr std::size_t most_products = 20'000'000;

/// The pieces from left to right; neighbours are different functions that agree where they meet.
/// Throws std::domain_error where the network does not map the line to the line, and where it has
/// more than most_pieces pieces in a layer or needs more than most_products.
std::vector<AffinePiece> affine_pieces(const Network& network);

}  // namespace gancheck
