#include "numerics/distribution/compose.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/maps/piece_image.hpp"
#include "numerics/number/exact_sum.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {

namespace {

constexpr std::string_view mixture_signature = "mixture(w1*SPEC,w2*SPEC,...)";
constexpr std::string_view shift_signature = "shift(SPEC,d)";
constexpr std::string_view scale_signature = "scale(SPEC,c)";
constexpr std::string_view truncate_signature = "truncate(SPEC,a,b)";
constexpr std::string_view normalise_signature = "normalise(SPEC)";

template <class T>
void append(std::vector<T>& all, std::vector<T>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The weights, each positive, with a sum of one.
std::vector<Real> weights_of(const Call& call, bool any_mass) {
  if (call.arguments.empty())
    refuse(call.place, fmt::format("{} has no components: give at least one", mixture_signature));
  std::vector<Real> weights;
  for (const Argument& a : call.arguments) {
    if (!a.number || !a.call)
      refuse(a.place, fmt::format("{} takes components such as 1/2*geometric(1/3), not {}",
                                  mixture_signature, in_quotes(a.text)));
    if (*a.number <= 0)
      refuse(a.place,
             fmt::format("the weight {} of a mixture is not positive: leave the component out",
                         shown(*a.number)));
    weights.emplace_back(*a.number);
  }
  check_sum(exact_sum(weights), call.place, "the weights of mixture", any_mass);
  return weights;
}

Law build_mixture(Builder& builder, const Call& call, const Request& request) {
  constexpr std::size_t most_listed = 10 * most_atoms;
  const std::vector<Real> weights = weights_of(call, request.any_mass);
  Law mixed;
  mixed.mass = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    Law part = builder.build(*call.arguments[i].call, {request.on, request.any_mass, true});
    multiply_masses(part, weights[i]);
    mixed.mass = mixed.mass + part.mass;
    append(mixed.atoms.listed(), std::move(part.atoms.listed()));
    append(mixed.tails, std::move(part.tails));
    append(mixed.pieces, std::move(part.pieces));
    append(mixed.remarks, std::move(part.remarks));
    append(mixed.tables, std::move(part.tables));
    if (i > 0 && part.on_labels != mixed.on_labels)
      refuse(call.arguments[i].place,
             "a mixture of a law on labels and one on numbers: give both labels, or neither");
    mixed.on_labels = part.on_labels;
    if (mixed.atoms.size() > most_listed)
      refuse(
          call.arguments[i].place,
          fmt::format("the mixture has more than {} atoms: truncate its components", most_listed));
  }
  sort_and_merge(mixed.atoms);
  std::vector<Real> points;
  for (const Atom& atom : mixed.atoms) points.push_back(atom.at);
  list_tail_atoms(mixed.atoms, mixed.tails, points);
  merge(mixed.pieces);
  return mixed;
}

Law build_affine(Builder& builder, const Call& inner, const Request& request, const Rational& a,
                 const Rational& b) {
  Law law = builder.build(
      inner, {affine_preimage(request.on, a, b), request.any_mass, request.in_mixture});
  refuse_labels(law, inner);
  apply_affine(law, a, b);
  return law;
}

Law build_shift(Builder& builder, const Call& call, const Request& request) {
  const Call& inner = inner_call(call, 1, shift_signature);
  return build_affine(builder, inner, request, 1, *call.arguments[1].number);
}

Law build_scale(Builder& builder, const Call& call, const Request& request) {
  const Call& inner = inner_call(call, 1, scale_signature);
  const Rational& c = *call.arguments[1].number;
  if (c == 0)
    refuse(call.arguments[1].place,
           "scale by 0 leaves one point: write point(0), or give another factor");
  return build_affine(builder, inner, request, c, 0);
}

Interval intersection(Interval x, const Interval& y) {
  if (y.lower && (!x.lower || *x.lower < *y.lower)) x.lower = y.lower;
  if (y.upper && (!x.upper || *y.upper < *x.upper)) x.upper = y.upper;
  return x;
}

bool contains(const Interval& outer, const Interval& inner) {
  const Interval both = intersection(outer, inner);
  return both.lower == inner.lower && both.upper == inner.upper;
}

Law build_truncate(Builder& builder, const Call& call, const Request& request) {
  const Call& inner = inner_call(call, 2, truncate_signature);
  const Rational &a = *call.arguments[1].number, &b = *call.arguments[2].number;
  if (a > b)
    refuse(call.arguments[1].place,
           fmt::format("[{}, {}] is empty: give the lower end first", shown(a), shown(b)));
  const Interval whole{a, b};
  const Interval both = intersection(whole, request.on);
  Law part = builder.build(inner, {both, request.any_mass, request.in_mixture});
  part.mass = named_mass(part.mass, inner, both);
  const Real mass =
      contains(request.on, whole)
          ? part.mass
          : named_mass(builder.mass(call, inner, {whole, request.any_mass, request.in_mixture}),
                       inner, whole);
  if (mass.is_zero())
    refuse(call.place, fmt::format("truncating {} to [{}, {}] leaves no mass: widen the interval",
                                   in_quotes(inner.text), shown(a), shown(b)));
  divide_masses(part, mass);
  return part;
}

Law build_normalise(Builder& builder, const Call& call, const Request& request) {
  const Call& inner = inner_call(call, 0, normalise_signature);
  constexpr bool any_mass = true;
  Law part = builder.build(inner, {request.on, any_mass});
  part.mass = named_mass(part.mass, inner, request.on);
  const Real mass = request.on.is_line()
                        ? part.mass
                        : named_mass(builder.mass(call, inner, {Interval{}, any_mass}), inner, {});
  if (mass.is_zero()) refuse(call.place, in_quotes(inner.text) + " has no mass to normalise");
  divide_masses(part, mass);
  const Text sum = mass.is_rational() ? phrase("{0}", "{0}", shown(mass.rational()))
                                      : phrase("about {}", "约 {}", mass.enclose().lower_text(20));
  part.remarks.push_back(phrase("normalised: {} divided by its sum, {}",
                                "归一化：{} 除以其总和（{}）", inner.text, sum));
  return part;
}

}  // namespace

void apply_affine(Law& law, const Rational& a, const Rational& b) {
  const auto moved = [&](const Real& x) {
    const Real scaled = a == 1 ? x : Real(a) * x;
    return b == 0 ? scaled : scaled + Real(b);
  };
  std::vector<Atom>& atoms = law.atoms.listed();
  for (Atom& atom : atoms) atom.at = moved(atom.at);
  if (a < 0) std::reverse(atoms.begin(), atoms.end());
  for (Tail& tail : law.tails) {
    tail.first = a * tail.first + b;
    tail.step *= a;
  }
  for (Piece& piece : law.pieces) piece = affine_image(piece, a, b);
}

Interval affine_preimage(const Interval& interval, const Rational& a, const Rational& b) {
  const auto back = [&](const std::optional<Rational>& y) -> std::optional<Rational> {
    if (!y) return std::nullopt;
    return Rational((*y - b) / a);
  };
  if (a < 0) return {back(interval.upper), back(interval.lower)};
  return {back(interval.lower), back(interval.upper)};
}

Form mixture_form() {
  return {"mixture",
          {std::string(mixture_signature), "weights positive, the sum is exactly one",
           "混合分布；权重为正，总和恰为一"},
          build_mixture};
}

Form shift_form() {
  return {"shift", {std::string(shift_signature), "the law of z + d", "z + d 的分布"}, build_shift};
}

Form scale_form() {
  return {"scale",
          {std::string(scale_signature), "the law of c z, c not 0", "c z 的分布，c 不为零"},
          build_scale};
}

Form truncate_form() {
  return {"truncate",
          {std::string(truncate_signature), "the conditional law on the closed [a,b]",
           "闭区间 [a,b] 上的条件分布"},
          build_truncate};
}

Form normalise_form() {
  return {"normalise",
          {std::string(normalise_signature), "divided by its sum, which is said everywhere",
           "除以权重的总和，输出中处处注明"},
          build_normalise};
}

}  // namespace gancheck
