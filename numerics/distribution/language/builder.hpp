// From a call in a specification to its law.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "numerics/distribution/language/interval.hpp"
#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/law.hpp"
#include "numerics/distribution/specification.hpp"

namespace gancheck {

/// What is asked of a form: the measure restricted to an interval, not divided by its mass there.
/// A restriction reaches the families before they list atoms, so that far parts of a law are found.
struct Request {
  Interval on;
  /// Within normalise(...): weights may sum to anything but 0.
  bool any_mass = false;
  /// Within mixture(...): how the masses of two components compare matters.
  bool in_mixture = false;
};

class Builder;

/// A family or a composition: one row of the language.
struct Form {
  std::string_view name;
  FamilyDescription description;
  Law (*build)(Builder& builder, const Call& call, const Request& request);
};

/// The forms in the order of the documentation.
const std::vector<Form>& forms();

class Builder {
 public:
  /// The law of a call. Its specification is left empty. Throws BadSpecification.
  Law build(const Call& call, const Request& request);
  /// The mass of `measured` for `asker`, which always asks alike: it is found once, so that nested
  /// truncations do not double the work at every level.
  Real mass(const Call& asker, const Call& measured, const Request& request);

 private:
  std::map<const Call*, Real> masses_;
};

/// A specification, or the path of a table alone. Throws BadSpecification.
Call call_of(std::string_view specification);

/// The numbers of a call that takes exactly `count`. Throws BadSpecification with the signature.
std::vector<Rational> numbers_of(const Call& call, std::size_t count, std::string_view signature);

/// The law of the first argument and the numbers behind it.
const Call& inner_call(const Call& call, std::size_t numbers, std::string_view signature);

/// What needs points on a line refuses a law on labels. Throws BadSpecification.
void refuse_labels(const Law& law, const Call& call);

/// Throws BadSpecification unless the weights sum to one, or to anything but 0 under `any_mass`.
void check_sum(const Rational& sum, std::size_t place, std::string_view what, bool any_mass,
               std::string_view remedy = "correct them, or write normalise(...)");

/// The mass of a call on an interval, under that name where it is a formula: nested truncations
/// then hold one node a level, which encloses itself once, and not a tree of all levels below.
Real named_mass(const Real& mass, const Call& call, const Interval& on);

/// Every mass of the law divided by `divisor`, its own among them.
void divide_masses(Law& law, const Real& divisor);
/// Every mass of the law times `factor`.
void multiply_masses(Law& law, const Real& factor);

}  // namespace gancheck
