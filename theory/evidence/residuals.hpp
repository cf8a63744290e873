// Many floating-point comparisons, reported by their worst case.
#pragma once

#include <optional>
#include <string>

#include "numerics/number/tracked.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// Collects residuals against their derived bounds. The worst case is the one with the largest
/// residual/bound (for an inequality: the least room over bound). A NaN, or a bound that is not
/// finite, leaves its case undecided for good.
class Residuals {
 public:
  explicit Residuals(Text scope = {"", ""}) { over(std::move(scope)); }
  /// What the cases are taken from.
  void over(Text scope) { evidence_.scope = std::move(scope); }

  /// a = b; two infinities of one sign are equal. The bound is that of a - b, or the one given: a
  /// false twin is held against the bound that the true claim met in the same case.
  template <class Where>
  void equal(const Tracked& a, const Tracked& b, const Where& where,
             std::optional<double> bound = std::nullopt) {
    take(compare(a, b, Relation::equal, bound), where);
  }
  /// a <= b.
  template <class Where>
  void at_most(const Tracked& a, const Tracked& b, const Where& where,
               std::optional<double> bound = std::nullopt) {
    take(compare(a, b, Relation::at_most, bound), where);
  }
  /// a < b: the room must exceed the bound in every case.
  template <class Where>
  void less(const Tracked& a, const Tracked& b, const Where& where,
            std::optional<double> bound = std::nullopt) {
    evidence_.strict = true;
    take(compare(a, b, Relation::at_most, bound), where);
  }
  /// A case that a stated rule leaves out.
  void leave_out(const Text& rule) {
    ++evidence_.attempted;
    ++evidence_.left_out;
    evidence_.left_out_by = rule;
  }

  Evidence evidence() const { return evidence_; }

 private:
  enum class Relation { equal, at_most };
  struct Case {
    bool decided;
    double residual, bound, badness;
    std::optional<double> slack;
  };
  static Case compare(const Tracked& a, const Tracked& b, Relation relation,
                      std::optional<double> bound);
  /// Counts the case; true if it is the worst so far.
  bool note(const Case& c);
  template <class Where>
  void take(const Case& c, const Where& where) {
    if (note(c)) evidence_.where = where();
  }

  Evidence evidence_;
  double worst_ = -std::numeric_limits<double>::infinity();
};

/// The bound of an equality or inequality of a and b in floating point: that of a - b.
double bound_of(const Tracked& a, const Tracked& b);

}  // namespace gancheck
