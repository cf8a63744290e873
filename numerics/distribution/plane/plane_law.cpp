#include "numerics/distribution/plane/plane_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "numerics/distribution/compose.hpp"
#include "numerics/distribution/language/builder.hpp"
#include "numerics/distribution/plane/plane_forms.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/number/exact_sum.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

using Parts = std::vector<TurnedPart>;

Parts parts_of(const Call& call);

/// The number behind the law of a composition.
const Rational& number(const Call& call, std::size_t i) {
  const Argument& argument = call.arguments[i];
  if (!argument.number || argument.call)
    refuse(argument.place, in_quotes(argument.text) + " instead of a number");
  return *argument.number;
}

void require_positive(const Call& call, std::size_t i, const Rational& x, std::string_view what) {
  if (x <= 0)
    refuse(call.arguments[i].place,
           fmt::format("{} of {}: give one that is positive", what, shown(x)));
}

Parts product(const Call& call) {
  if (call.arguments.size() != 2)
    refuse(call.place, fmt::format("{} has {} coordinates: there is the plane, with 2",
                                   in_quotes(call.text), call.arguments.size()));
  PlanePart part;
  part.weight = 1;
  for (std::size_t k = 0; k < 2; ++k) {
    const Argument& argument = call.arguments[k];
    if (argument.number || !argument.call)
      refuse(argument.place, fmt::format("{} takes a law for each coordinate, not {}",
                                         product_signature, in_quotes(argument.text)));
    Law law = Builder().build(*argument.call, {});
    refuse_labels(law, *argument.call);
    if (!law.mass.is_rational() || law.mass.rational() != 1)
      refuse(argument.place, fmt::format("{} has not the mass one: write normalise(...)",
                                         in_quotes(argument.text)));
    law.specification = argument.call->text;
    part.coordinates[k] = std::move(law);
  }
  return {{std::move(part)}};
}

Parts normal2(const Call& call) {
  const auto n = numbers_of(call, 5, normal2_signature);
  require_positive(call, 2, n[2], "a stddev");
  require_positive(call, 3, n[3], "a stddev");
  if (abs(n[4]) >= 1)
    refuse(call.arguments[4].place,
           fmt::format("a correlation of {}: the covariance is positive definite only between -1 "
                       "and 1",
                       shown(n[4])));
  return {
      {{1, {NormalLine{n[0], n[2] * n[2]}, NormalLine{n[1], n[3] * n[3]}}, n[4] * n[2] * n[3]}}};
}

/// radius·cos(2 pi k/modes), or the sine: exact where it is 0 or ±radius.
Real on_circle(const Rational& radius, int k, int modes, bool sine) {
  const Rational turn = Rational(k, modes) - (sine ? Rational(1, 4) : Rational(0));
  const Rational quarters = turn * 4;
  for (int q = -1; q < 4; ++q)
    if (quarters == q) return q == 0 ? radius : q == 2 ? Rational(-radius) : Rational(0);
  return named(fmt::format("{}*cos(2*pi*{})", to_text(radius), to_text(turn)), [=] {
    return exactly<Ball>(radius) * sin(pi() * exactly<Ball>(Rational(2 * turn + Rational(1, 2))));
  });
}

Parts ring(const Call& call) {
  constexpr int most_modes = 1000;
  const auto n = numbers_of(call, 3, ring_signature);
  if (denominator(n[0]) != 1 || n[0] < 1 || n[0] > most_modes)
    refuse(call.arguments[0].place,
           fmt::format("{} modes: give a whole number from 1 to {}", shown(n[0]), most_modes));
  require_positive(call, 1, n[1], "a radius");
  require_positive(call, 2, n[2], "a stddev");
  const int modes = static_cast<int>(static_cast<std::int64_t>(numerator(n[0])));
  const Rational variance = n[2] * n[2];
  Parts parts;
  for (int k = 0; k < modes; ++k)
    parts.push_back({{Rational(1, modes),
                      {NormalLine{on_circle(n[1], k, modes, false), variance},
                       NormalLine{on_circle(n[1], k, modes, true), variance}},
                      0}});
  return parts;
}

Parts mixture(const Call& call) {
  Parts all;
  std::vector<Real> weights;
  for (const Argument& argument : call.arguments) {
    if (!argument.number || !argument.call)
      refuse(argument.place,
             fmt::format("a mixture takes components such as 1/2*ring(8,2,0.1), not {}",
                         in_quotes(argument.text)));
    if (*argument.number <= 0)
      refuse(argument.place, fmt::format("the weight {} of a mixture is not positive: leave the "
                                         "component out",
                                         shown(*argument.number)));
    weights.emplace_back(*argument.number);
    for (TurnedPart& turned : parts_of(*argument.call)) {
      turned.part.weight *= *argument.number;
      all.push_back(std::move(turned));
    }
  }
  check_sum(exact_sum(weights), call.place, "the weights of mixture", false, "correct them");
  return all;
}

/// x -> a·x + b on one coordinate, a != 0.
void move(Coordinate& coordinate, const Rational& a, const Rational& b) {
  if (Law* law = std::get_if<Law>(&coordinate)) {
    apply_affine(*law, a, b);
    law->specification =
        fmt::format("pushforward({},affine({},{}))", law->specification, to_text(a), to_text(b));
  } else {
    NormalLine& line = std::get<NormalLine>(coordinate);
    line.mean = Real(a) * line.mean + Real(b);
    line.variance *= a * a;
  }
}

PlaneMap after(const PlaneMap& second, const PlaneMap& first) {
  const auto& [a, b, c, d, e, f] = second;
  return {a * first.a + b * first.c, a * first.b + b * first.d,     c * first.a + d * first.c,
          c * first.b + d * first.d, a * first.e + b * first.f + e, c * first.e + d * first.f + f};
}

PlaneMap inverse(const PlaneMap& map) {
  const auto& [a, b, c, d, e, f] = map;
  const Rational determinant = a * d - b * c;
  return {d / determinant,
          -b / determinant,
          -c / determinant,
          a / determinant,
          (b * f - d * e) / determinant,
          (c * e - a * f) / determinant};
}

/// The covariance A S A^T.
void move_normal(const PlaneMap& map, PlanePart& part) {
  auto &x = std::get<NormalLine>(part.coordinates[0]),
       &y = std::get<NormalLine>(part.coordinates[1]);
  const auto& [a, b, c, d, e, f] = map;
  const Rational &s = x.variance, &t = y.variance, &r = part.covariance;
  const NormalLine first{Real(a) * x.mean + Real(b) * y.mean + Real(e),
                         a * a * s + 2 * a * b * r + b * b * t};
  const NormalLine second{Real(c) * x.mean + Real(d) * y.mean + Real(f),
                          c * c * s + 2 * c * d * r + d * d * t};
  part.covariance = a * c * s + (a * d + b * c) * r + b * d * t;
  x = first;
  y = second;
}

bool is_normal(const PlanePart& part) {
  return std::holds_alternative<NormalLine>(part.coordinates[0]) &&
         std::holds_alternative<NormalLine>(part.coordinates[1]);
}

void apply(const PlaneMap& outer, TurnedPart& turned) {
  PlanePart& part = turned.part;
  const PlaneMap map = turned.turn ? after(outer, *turned.turn) : outer;
  turned.turn.reset();
  auto& [x, y] = part.coordinates;
  const bool swaps = map.a == 0 && map.d == 0;
  if ((map.b == 0 && map.c == 0) || swaps) {
    if (swaps) std::swap(x, y);
    move(x, swaps ? map.b : map.a, map.e);
    move(y, swaps ? map.c : map.d, map.f);
    part.covariance *= swaps ? map.b * map.c : map.a * map.d;
  } else if (is_normal(part)) {
    move_normal(map, part);
  } else {
    turned.turn = map;
  }
}

Parts affine(const Call& inner, const PlaneMap& map) {
  Parts parts = parts_of(inner);
  for (TurnedPart& turned : parts) apply(map, turned);
  return parts;
}

const Call& inner_law(const Call& call, std::string_view signature) {
  if (call.arguments.empty() || !call.arguments[0].call || call.arguments[0].number)
    refuse(call.place,
           fmt::format("{} does not have the form {}", in_quotes(call.text), signature));
  return *call.arguments[0].call;
}

Parts shift(const Call& call) {
  constexpr std::string_view signature = "shift(SPEC,dx,dy)";
  const Call& inner = inner_law(call, signature);
  if (call.arguments.size() != 3)
    refuse(call.place, fmt::format("a law in the plane is moved by {}, not {}", signature,
                                   in_quotes(call.text)));
  return affine(inner, {1, 0, 0, 1, number(call, 1), number(call, 2)});
}

Parts scale(const Call& call) {
  constexpr std::string_view signature = "scale(SPEC,c) or scale(SPEC,cx,cy)";
  const Call& inner = inner_law(call, signature);
  const std::size_t count = call.arguments.size();
  if (count != 2 && count != 3)
    refuse(call.place,
           fmt::format("{} does not have the form {}", in_quotes(call.text), signature));
  for (std::size_t i = 1; i < count; ++i)
    if (number(call, i) == 0)
      refuse(call.arguments[i].place, "scale by 0 leaves a line: give another factor");
  return affine(inner, {number(call, 1), 0, 0, number(call, count - 1), 0, 0});
}

Parts pushforward(const Call& call) {
  const Call& inner = inner_law(call, "pushforward(SPEC,MAP)");
  const bool has_map =
      call.arguments.size() == 2 && call.arguments[1].call && !call.arguments[1].number;
  if (!has_map || call.arguments[1].call->name != "affine")
    refuse(call.place,
           "a law in the plane takes the map affine(a,b,c,d,e,f), to (ax+by+e, cx+dy+f)");
  const auto n = numbers_of(*call.arguments[1].call, 6, "affine(a,b,c,d,e,f)");
  if (n[0] * n[3] == n[1] * n[2])
    refuse(call.arguments[1].place,
           "a map with ad = bc leaves a line or a point: give another one");
  return affine(inner, {n[0], n[1], n[2], n[3], n[4], n[5]});
}

struct PlaneForm {
  std::string_view name;
  Parts (*build)(const Call& call);
};
constexpr std::array<PlaneForm, 7> plane_forms{{{"product", product},
                                                {"normal2", normal2},
                                                {"ring", ring},
                                                {"mixture", mixture},
                                                {"shift", shift},
                                                {"scale", scale},
                                                {"pushforward", pushforward}}};

bool is_in_plane(const Call& call) {
  if (call.name == "product" || call.name == "normal2" || call.name == "ring") return true;
  return std::any_of(call.arguments.begin(), call.arguments.end(),
                     [](const Argument& a) { return a.call && is_in_plane(*a.call); });
}

Parts parts_of(const Call& call) {
  if (!is_in_plane(call))
    refuse(call.place,
           fmt::format("{} lies on the line, and the rest in the plane: give laws of one "
                       "dimension",
                       in_quotes(call.text)));
  const auto form = std::find_if(plane_forms.begin(), plane_forms.end(),
                                 [&](const PlaneForm& f) { return f.name == call.name; });
  if (form == plane_forms.end())
    refuse(call.place, fmt::format("{} is not available in the plane: there are product, normal2, "
                                   "ring, mixture, shift, scale and pushforward by affine",
                                   call.name));
  return form->build(call);
}

}  // namespace

bool is_in_plane(std::string_view specification) {
  return is_in_plane(call_of(specification));
}

WrittenPlaneLaw read_plane_law(std::string_view specification) {
  const Call call = call_of(specification);
  return {call.text, parts_of(call)};
}

PlanePair in_common_axes(WrittenPlaneLaw data, WrittenPlaneLaw generator) {
  PlanePair pair;
  for (const WrittenPlaneLaw* law : {&data, &generator})
    for (const TurnedPart& turned : law->parts)
      if (!pair.turn) pair.turn = turned.turn;
  const auto in_axes = [&](WrittenPlaneLaw& law) {
    PlaneLaw moved{std::move(law.specification), {}};
    for (TurnedPart& turned : law.parts) {
      if (pair.turn) apply(inverse(*pair.turn), turned);
      if (turned.turn)
        throw BadSpecification(
            "products lie in different axes: give laws whose products are turned by one map, or by "
            "none (write normal2(...) for a product of normal laws)");
      moved.parts.push_back(std::move(turned.part));
    }
    return moved;
  };
  pair.data = in_axes(data);
  pair.generator = in_axes(generator);
  return pair;
}

PlaneLaw parse_plane_law(std::string_view specification) {
  WrittenPlaneLaw written = read_plane_law(specification);
  PlaneLaw law{std::move(written.specification), {}};
  for (TurnedPart& turned : written.parts) {
    if (turned.turn)
      throw BadSpecification(in_quotes(law.specification) +
                             " turns the axes of what is not normal");
    law.parts.push_back(std::move(turned.part));
  }
  return law;
}

}  // namespace gancheck
