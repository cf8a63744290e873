// Finite noise: laws P_z on a few points, every map G of these points, and the law of G(z).
//
// On finite spaces the image of a law is a sum over preimages, and no map is left out: injective
// ones, constant ones, and all between.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "numerics/sum.hpp"

namespace gancheck {

/// G from the points 0, 1, ... of the noise to the points 0, ..., targets - 1.
struct FiniteMap {
  std::vector<std::size_t> image;  ///< G(z), one a point of the noise
  std::size_t targets = 0;
  std::string text() const;  ///< "G = (0,2,2,1)"
};

/// All targets^points maps, in the order of their images.
std::vector<FiniteMap> all_maps(std::size_t points, std::size_t targets);

// The templates below are made in noise.cpp, for Tracked, Ball and Rational.

/// A law on the points 0, 1, ..., as exact weights that sum to 1.
using NoiseLaw = std::vector<Rational>;

inline constexpr std::size_t noise_points = 4;
inline constexpr std::size_t noise_targets = 3;

/// Laws on `noise_points` points: uniform, without ties, with a zero, and with all mass on one.
const std::vector<NoiseLaw>& noise_laws();

template <class T>
std::vector<T> weights_of(const NoiseLaw& law);

/// The sum of the terms in the arithmetic's own way; exactly 0 for none.
template <class T>
T sum_of(const std::vector<T>& terms);

/// A set of points: bit i says whether point i belongs to it.
using PointSet = unsigned;
inline bool contains(PointSet set, std::size_t point) {
  return ((set >> point) & 1U) != 0;
}

/// P_z(G^-1(A)): the mass of the noise points that G takes to the set A.
template <class T>
T mass_of_preimage(const std::vector<T>& noise, const FiniteMap& map, PointSet set);

/// Q(A) of a law on the targets.
template <class T>
T mass_of(const std::vector<T>& law, PointSet set);

/// Q: every point of the noise hands its mass to the point that G takes it to.
template <class T>
std::vector<T> image_law(const std::vector<T>& noise, const FiniteMap& map);

}  // namespace gancheck
