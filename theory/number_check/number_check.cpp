#include "theory/number_check/number_check.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace gancheck {
namespace {

const Quantity& quantity_named(const std::vector<Quantity>& quantities, const std::string& name) {
  const auto found = std::find_if(quantities.begin(), quantities.end(),
                                  [&](const Quantity& q) { return q.name == name; });
  if (found == quantities.end())
    throw std::invalid_argument("the quantity '" + name + "' is missing among the true ones");
  return *found;
}

Answer answer(const Bounds& truth, const Bounds& allowed) {
  if (truth.is_inside(allowed)) return Answer::agrees;
  return truth.meets(allowed) ? Answer::undecided : Answer::differs;
}

/// |x|, from bounds on x.
Bounds magnitude(const Bounds& x) {
  if (!(x.lower < Extended{})) return x;
  if (!(Extended{} < x.upper)) return -x;
  return {Extended{}, std::max(-x.lower, x.upper)};
}

/// Two equal infinities are no distance apart; another infinity is infinitely far away.
Bounds distance(const Bounds& x, const Bounds& truth) {
  if (x.is_exact() && truth.is_exact() && x.lower == truth.lower) return Bounds::of(0);
  if (x.is_finite()) return magnitude(truth - x);
  return {truth.meets(x) ? Extended{} : Extended::infinity(1), Extended::infinity(1)};
}

bool round_to_one_double(const Rational& x, const Bounds& truth) {
  const double of_x = nearest_double(x);
  return nearest_double(truth.lower.value) == of_x && nearest_double(truth.upper.value) == of_x;
}

}  // namespace

const Text& in_words(Answer answer) {
  static const std::map<Answer, Text> words{{Answer::agrees, {"agrees", "相符"}},
                                            {Answer::differs, {"differs", "不符"}},
                                            {Answer::undecided, {"undecided", "未决"}}};
  return words.at(answer);
}

NumberCheck check_number(const std::vector<Quantity>& quantities, Unit unit,
                         const std::string& name, const PrintedNumber& x,
                         const std::optional<Rational>& tolerance) {
  const Quantity& quantity = quantity_named(quantities, name);
  const TrueQuantities all(quantities, unit);
  const Bounds& truth = all.named(name).bounds;
  const Rational allowed = tolerance.value_or(x.half_unit);
  if (allowed < 0) throw std::invalid_argument("a tolerance is negative: give one of at least 0");
  NumberCheck check{
      quantity,     x,     allowed, truth, Answer::undecided, distance(x.within(0), truth),
      std::nullopt, false, {}};
  if (!std::isnan(quantity.value)) check.answer = answer(truth, x.within(allowed));
  const bool finite = x.value.infinite == 0 && truth.is_finite();
  check.same_double = finite && round_to_one_double(x.value.value, truth);
  if (check.answer != Answer::differs) return check;
  if (finite) check.agreeing_digits = agreeing_digits(x.value.value, truth);
  check.explanations = explanations(all, name, x, allowed);
  return check;
}

}  // namespace gancheck
