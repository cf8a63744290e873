// Laws on infinitely many integers, and the tails that are cut from them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "numerics/distribution/language/interval.hpp"
#include "numerics/distribution/law.hpp"

namespace gancheck {

/// Masses m(k) > 0 on the integers k >= first(), whose ratios m(k+1)/m(k) do not grow with k and
/// end below 1.
class IntegerLaw {
 public:
  virtual ~IntegerLaw() = default;
  /// Identifies the law: equal texts are equal laws.
  virtual std::string text() const = 0;
  virtual std::int64_t first() const = 0;
  virtual Real mass(std::int64_t k) const = 0;
  /// The mass of {from, ..., to}, or of {from, ...}; > 0.
  virtual Real between(std::int64_t from, const std::optional<Integer>& to) const = 0;
  /// m(k+1)/m(k), a number over (k+1)^ratio_power().
  virtual Rational ratio(std::int64_t k) const = 0;
  virtual int ratio_power() const = 0;
  /// -log m(k+j) <= -log m(k) + j·slope(k) + j²·bend(k) for every j >= 0, where ratio(k) < 1.
  virtual Real slope(std::int64_t k) const = 0;
  virtual Real bend(std::int64_t k) const = 0;
};

/// Integers beyond are not listed one by one; a truncation that begins there is refused.
inline constexpr std::int64_t farthest_integer = std::int64_t{1} << 62;

/// The part of the law on an interval, with its exact mass: atoms until what is left is at most
/// 2^-tail_bits of the part, then a tail. Throws std::domain_error where `most_atoms` end before
/// the masses fall, and where the interval begins beyond farthest_integer. No atom: mass 0.
Law part_of(const std::shared_ptr<const IntegerLaw>& law, const Interval& interval);

/// Lists, as atoms, those atoms of the tails that lie at `points` (sorted, different). Masses add
/// to atoms that are there already. Tails that are not located stay as they are.
void list_tail_atoms(Atoms& atoms, std::vector<Tail>& tails, std::span<const Real> points);

/// The law with more atoms listed, until each located tail has a mass of at most 2^-bits. A tail
/// that would need more than 20000 of them stays as it is.
Law deepened(Law law, long bits);

/// An integer for a message: its digits, or about 1e300.
std::string shortened(const Integer& n);

/// Sorts atoms by their points and adds the masses at equal ones.
void sort_and_merge(Atoms& atoms);

}  // namespace gancheck
