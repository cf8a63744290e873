// One stream of comparisons: everything that a claim puts before the grid and ball witnesses.
//
// A stream says left ~ right, one comparison after the other, of the pairs of a setting, of points
// of them, or of worked examples. It is written once, as a generic callable: in Tracked each
// residual is held against its derived bound, in Ball each difference is enclosed.
#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "theory/checks/discriminators.hpp"
#include "theory/checks/relation.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/evidence.hpp"
#include "theory/pairs/setting.hpp"

namespace gancheck {

/// How to name a comparison, should it be the worst.
using Where = std::function<PlaceName()>;

/// What takes the comparisons of a stream.
template <class T>
class Take {
 public:
  virtual ~Take() = default;
  /// Says what the stream runs over; once, before the first comparison.
  virtual void over(Text scope) = 0;
  virtual void compare(Order order, const T& left, const T& right, const Where& where) = 0;
  /// A case that a stated rule leaves out.
  virtual void leave_out(const Text& rule) = 0;

  void equal(const T& left, const T& right, const Where& where) {
    compare(Order::equal, left, right, where);
  }
  void at_most(const T& left, const T& right, const Where& where) {
    compare(Order::at_most, left, right, where);
  }
  void less(const T& left, const T& right, const Where& where) {
    compare(Order::less, left, right, where);
  }
};

/// The pairs of the setting that an arithmetic sees: in Tracked all, in Ball those with a name and
/// without a density. How they are called together, and their columns.
template <class T>
struct Seen;
template <>
struct Seen<Tracked> {
  static const std::vector<std::shared_ptr<const Pair>>& pairs(const Setting& s) { return s.pairs; }
  static Text scope(const Setting& s) { return s.scope; }
  static const Columns<Tracked>& columns(const Pair& pair) { return pair.tracked(); }
};
template <>
struct Seen<Ball> {
  static const std::vector<std::shared_ptr<const Pair>>& pairs(const Setting& s) { return s.named; }
  static Text scope(const Setting& s);  ///< "16 named pairs without densities"
  static Columns<Ball> columns(const Pair& pair) {
    return gancheck::columns<Ball>(pair.densities());
  }
};

template <class F>
concept Stream = std::invocable < const F&,
        const Setting&, Take<Tracked>
& > ;

class Comparisons {
 public:
  /// `make` says them: (const Setting&, Take<T>&) for T = Tracked and, where they can be enclosed,
  /// Ball.
  template <Stream F>
  Comparisons(const F& make) : tracked_(make) {
    if constexpr (std::invocable<const F&, const Setting&, Take<Ball>&>) ball_ = make;
  }
  /// The relation for every pair.
  Comparisons(const Relation& relation);

  void operator()(const Setting& setting, Take<Tracked>& take) const { tracked_(setting, take); }
  void operator()(const Setting& setting, Take<Ball>& take) const { ball_(setting, take); }

 private:
  std::function<void(const Setting&, Take<Tracked>&)> tracked_;
  std::function<void(const Setting&, Take<Ball>&)> ball_;
};

/// The relation for the pairs with `holds`; the others are left out by the rule, which the evidence
/// states.
struct PairRule {
  std::function<bool(const Pair&)> holds;
  Text otherwise;  ///< what is true of those left out
};
Comparisons for_pairs_where(PairRule rule, Relation relation);

/// The comparisons on the built-in pairs of these names, whatever the setting.
Comparisons on_built_in(std::vector<std::string> names, Comparisons comparisons);

/// The relation at every point that is not null. In balls 1 + left against 1 + right, so that sides
/// of 1e-300, whose radius no double holds, are judged at the scale of 1: for formulas whose values
/// are quotients of densities.
Comparisons at_every_point(PointRelation relation);
/// "W7, x = 3".
std::string name_of_point(const Pair& pair, std::size_t i);

/// The relation between integrals for several discriminators of every pair. In balls for 1/2 and
/// the random ones alone.
Comparisons for_discriminators(GameRelation relation,
                               Discriminators discriminators = all_discriminators);

/// In floating point, with derived bounds.
Evidence on_grid(const Setting& setting, const Comparisons& comparisons);
/// A false twin of `truth`, which makes the same comparisons: each is held against the bound that
/// the truth met there, or its own where that is larger. Throws std::logic_error where they do not
/// correspond.
Evidence twin_on_grid(const Setting& setting, const Comparisons& twin, const Comparisons& truth);

/// Enclosed, on the named pairs of the setting.
Evidence in_balls(const Setting& setting, const Comparisons& comparisons);
Evidence twin_in_balls(const Setting& setting, const Comparisons& twin, const Comparisons& truth);
/// Against "some of the pairs satisfies the relation": each has to be excluded, so the evidence is
/// that of the pair that comes nearest.
Evidence nearest_in_balls(const Setting& setting, const Comparisons& comparisons);

/// The least radius, relative to the larger side (or to the masses, which are about 1, where both
/// sides contain 0), at which an identity counts as certified.
inline constexpr double certified_relative_radius = 1e-30;

/// The precision of relations in balls: 10^-30 of sides that are 10^-18 of their terms (a pair that
/// agrees to nine digits) needs 160 bits, and sums of hundreds of terms a few more.
inline constexpr long relation_bits = 256;

/// What an enclosure of left - right says of the relation; updates the worst case of `evidence`.
/// `scale` is the size of the terms that the sides are made of, if it is known to be that at least.
void take_enclosure(Evidence& evidence, Order order, const Ball& left, const Ball& right,
                    const PlaceName& where, double radius_of_truth, double scale = 0);

}  // namespace gancheck
