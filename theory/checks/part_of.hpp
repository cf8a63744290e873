// The words in which a claim says what checks each of its parts, and what refutes its false twins.
//
//   PartOf(claim, "identity").summed(identity).enclosed(identity).same_integrands(f, g);
//   Twins(claim, identity).on("W7").grid(R"(...)", {"the constant is log 2", "..."}, half);
#pragma once

#include <string>
#include <vector>

#include "theory/checks/comparisons.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/divergence/enclosed/numbers.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {

extern const Text the_same_enclosed;  ///< "the same, enclosed"

/// Adds checks to one part of a claim.
class PartOf {
 public:
  using Run = std::function<Evidence(const Setting&)>;
  using Proof = std::function<Evidence()>;

  /// Throws std::logic_error where the claim's words have no such part.
  PartOf(Claim& claim, std::string part);

  /// In floating point with derived bounds, on every pair.
  PartOf& summed(Comparisons comparisons, Text what);
  PartOf& summed(Comparisons comparisons);  ///< "both sides summed over the grid"
  /// With courses that the report may draw.
  PartOf& summed(Comparisons comparisons, Text what, std::function<std::vector<Series>()> courses);
  /// Enclosed, on the named pairs without densities.
  PartOf& enclosed(Comparisons comparisons, Text what);
  PartOf& enclosed(Comparisons comparisons);  ///< "both sides enclosed"
  /// Enclosed, on the named pairs with densities.
  PartOf& integrated(Text what, Order order, NumberOfPair left, NumberOfPair right);
  /// Identities in rational arithmetic at random points.
  PartOf& at_random_points(Proof run);
  /// The same for f(p, q) = g(p, q).
  PartOf& same_at_random_points(RationalFormula f, RationalFormula g);
  /// The integrals of f and g agree for all pairs, because these formulas do.
  PartOf& same_integrands(SymbolicFormula f, SymbolicFormula g);
  /// f(p, q) = g(p, q) at every point that is not null, for all pairs.
  PartOf& same_values(SymbolicFormula f, SymbolicFormula g);
  /// By normal forms, for all pairs.
  PartOf& proved(Text what, Proof run);
  /// By a sweep in balls, for all pairs.
  PartOf& swept(Text what, Proof run);
  /// By any other evidence.
  PartOf& checked(Witness witness, Text what, Run run);

 private:
  Claim& claim_;
  std::string part_;
};

/// Adds false twins to a claim, lettered in their order.
class Twins {
 public:
  /// Of the true comparisons, whose bounds the twins are held against.
  Twins(Claim& claim, Comparisons truth)
      : claim_(claim), truth_(std::make_shared<const Comparisons>(std::move(truth))) {}

  /// The built-in pairs of the twins that follow.
  template <class... Names>
  Twins& on(const Names&... names) {
    on_ = {names...};
    return *this;
  }
  /// A twin for floating point.
  Twins& grid(std::string mutant, Text what, Comparisons twin);
  /// A twin for the enclosures: where it asserts that a number is attained, only an enclosure that
  /// excludes the number refutes it.
  Twins& ball(std::string mutant, Text what, Comparisons twin);

 private:
  Twins& compared(Witness witness, std::string mutant, Text what, Comparisons twin,
                  Evidence (*judged)(const Setting&, const Comparisons&, const Comparisons&));

  Claim& claim_;
  std::shared_ptr<const Comparisons> truth_;
  std::vector<std::string> on_;
};

/// Adds a false twin with evidence of its own, on the built-in pairs `on` or on none.
void add_twin(Claim& claim, Witness witness, std::string mutant, Text what,
              std::vector<std::string> on, std::function<Evidence(const Setting&)> run,
              Expect expect = Expect::rejected);

}  // namespace gancheck
