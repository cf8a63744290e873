// A law: atoms, what infinitely many far atoms carry together, and parts that have a density.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "numerics/distribution/atoms.hpp"
#include "numerics/distribution/density.hpp"
#include "numerics/distribution/tables/reading.hpp"
#include "numerics/number/real.hpp"
#include "numerics/text.hpp"

namespace gancheck {

class IntegerLaw;  // numerics/distribution/discrete/integer_law.hpp

/// The atoms beyond the listed ones, on first, first + step, first + 2 step, ...: their joint mass,
/// and what bounds a sum of p·(-log q) over them. With a mass m_0 at the first of them:
///   m_(j+1) <= ratio_above·m_j, so that m_j <= m_0·ratio_above^j, and
///   -log m_j <= -log m_0 + j·slope + j²·bend.
struct Tail {
  Rational first, step;
  Real mass;         ///< > 0, all of it together
  Real first_mass;   ///< m_0
  Real ratio_above;  ///< < 1
  Real slope, bend;  ///< >= 0
  /// How many atoms there are; infinitely many where it is empty.
  std::optional<Integer> count;
  /// False where a map that is not affine has moved the atoms: `first` and `step` then say nothing,
  /// and any point of the grid may be one of them.
  bool located = true;
  /// Atoms j that are listed one by one, since another law or another part of this one has an atom
  /// there. `mass` is without them; the bounds hold for the others.
  std::vector<std::int64_t> listed;
  /// Where the masses come from: m_j = weight·law->mass(index + j).
  std::shared_ptr<const IntegerLaw> law;
  std::int64_t index = 0;
  Real weight = Rational(1);
};

/// weight·density on the closed interval from lower to upper, which lies in the density's support.
struct Piece {
  Real weight;  ///< > 0
  DensityPointer density;
  End lower, upper;
  Real mass;  ///< weight times the density's mass on the interval; > 0
};

/// A law as a measure. Atoms are sorted by their points, which differ; zero masses are not listed.
struct Law {
  std::string specification;  ///< as the reader gave it, white space removed
  Atoms atoms;
  std::vector<Tail> tails;
  std::vector<Piece> pieces;
  /// The exact total of atoms, tails and pieces: 1, but for a table whose digits miss it.
  Real mass = Rational(1);
  /// Of a table without points, as it is or normalised: how many weights it lists, zeros included.
  std::optional<std::size_t> table_length;
  /// The atoms' points stand for labels (tables/labels.hpp), and lie on no line.
  bool on_labels = false;
  /// The tables it was read from.
  std::vector<TableReading> tables;
  /// What has to be said wherever a number of this law is printed (a table that was normalised,
  /// say).
  Notes remarks;
};

/// At most this many atoms are listed; the rest is tail, and counted as truncation.
inline constexpr std::size_t most_atoms = 200000;
/// Atoms are listed until the tail carries at most 2^-tail_bits of the law.
inline constexpr int tail_bits = 200;

}  // namespace gancheck
