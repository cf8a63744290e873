// The law of G(z).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "numerics/distribution/compose.hpp"
#include "numerics/distribution/language/nearest_name.hpp"
#include "numerics/distribution/maps/map.hpp"
#include "numerics/distribution/maps/network_map.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/network/network_file.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

constexpr std::string_view signature = "pushforward(SPEC,MAP)";

[[noreturn]] void refuse_map(const Call& map) {
  std::vector<std::string> names{"affine", "constant", "network"};
  for (const Map& known : maps()) names.emplace_back(known.name);
  const std::string near = did_you_mean(map.name, names);
  refuse(map.place,
         fmt::format("there is no map {}{}", in_quotes(map.name),
                     near.empty() ? fmt::format(": there are {}", fmt::join(names, ", ")) : near));
}

Law constant(const Real& mass, const Rational& c, const Interval& on) {
  Law law;
  law.mass = on.contains(c) ? mass : Real(0);
  if (!law.mass.is_zero()) law.atoms.push_back({c, law.mass});
  return law;
}

/// What of the atoms lies in the interval.
Atoms restricted(Atoms atoms, const Interval& on) {
  atoms.erase_if([&](const Atom& atom) { return !on.contains(atom.at); });
  return atoms;
}

std::vector<Piece> restricted(const std::vector<Piece>& pieces, const Interval& on) {
  const auto real = [](const std::optional<Rational>& x) {
    return x ? std::optional<Real>(*x) : std::nullopt;
  };
  std::vector<Piece> kept;
  for (const Piece& piece : pieces)
    if (auto part = restricted(piece, real(on.lower), real(on.upper)))
      kept.push_back(std::move(*part));
  return kept;
}

std::vector<Real> masses_of(const Law& law) {
  std::vector<Real> masses;
  for (const Atom& atom : law.atoms) masses.push_back(atom.mass);
  for (const Piece& piece : law.pieces) masses.push_back(piece.mass);
  return masses;
}

/// Whether the two lists, in which every mass is positive and may only have become smaller, agree.
bool agree(const std::vector<Real>& x, const std::vector<Real>& y) {
  const auto same = [](const Real& a, const Real& b) { return a.text() == b.text(); };
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
}

Law restricted(Law law, const Call& call, const Interval& on) {
  if (on.is_line()) return law;
  if (!law.tails.empty())
    refuse(call.place,
           fmt::format("a truncation of {} cuts infinitely many atoms: truncate the law "
                       "inside pushforward",
                       in_quotes(call.text)));
  const std::vector<Real> before = masses_of(law);
  law.atoms = restricted(std::move(law.atoms), on);
  law.pieces = restricted(law.pieces, on);
  std::vector<Real> masses = masses_of(law);
  if (!agree(before, masses)) law.mass = named_mass(total(call.text, std::move(masses)), call, on);
  return law;
}

/// Of the file that network(FILE.json) names.
Network network_of(const Call& map) {
  const std::string& path = map.arguments.at(0).path;
  if (!map.options.empty())
    refuse(map.options[0].name.place, "network(FILE.json) takes no options: leave them out");
  std::error_code ignored;
  if (path != "-" && !std::filesystem::exists(path, ignored))
    refuse(map.place, fmt::format("there is no file {}: name a network in JSON", printable(path)));
  try {
    return read_network(bytes_of(path), printable(path));
  } catch (const std::invalid_argument& error) {
    throw BadSpecification(error.what());
  }
}

Law build_pushforward(Builder& builder, const Call& call, const Request& request) {
  if (call.arguments.size() != 2 || !call.arguments[0].call || call.arguments[0].number ||
      !call.arguments[1].call || call.arguments[1].number)
    refuse(call.place,
           fmt::format("{} takes a specification and a map such as affine(2,1)", signature));
  const Call &inner = *call.arguments[0].call, &map = *call.arguments[1].call;
  const Request everything{Interval{}, request.any_mass, request.in_mixture};
  if (map.name == "constant") {
    const Rational c = numbers_of(map, 1, "constant(c)")[0];
    return constant(builder.mass(call, inner, everything), c, request.on);
  }
  if (map.name == "affine") {
    const auto numbers = numbers_of(map, 2, "affine(a,b)");
    const Rational &a = numbers[0], &b = numbers[1];
    if (a == 0) return constant(builder.mass(call, inner, everything), b, request.on);
    Law law = builder.build(
        inner, {affine_preimage(request.on, a, b), request.any_mass, request.in_mixture});
    refuse_labels(law, inner);
    apply_affine(law, a, b);
    return law;
  }
  const auto known =
      std::find_if(maps().begin(), maps().end(), [&](const Map& m) { return m.name == map.name; });
  const bool is_network = map.name == "network";
  if (known == maps().end() && !is_network) refuse_map(map);
  if (!is_network) numbers_of(map, 0, map.name + "()");
  Law law = builder.build(inner, everything);
  refuse_labels(law, inner);
  try {
    if (is_network)
      apply(network_of(map), law);
    else
      apply(*known, law);
  } catch (const std::domain_error& error) {
    refuse(map.place, error.what());
  }
  return restricted(std::move(law), call, request.on);
}

}  // namespace

Form pushforward_form() {
  return {
      "pushforward",
      {std::string(signature),
       "the law of G(z), G one of affine(a,b), square(), exp(), log(), neg_log(), sqrt(), abs(), "
       "sigmoid(), tanh(), constant(c), network(FILE.json)",
       "G(z) 的分布，G 为 affine(a,b)、square()、exp()、log()、neg_log()、sqrt()、abs()、"
       "sigmoid()、tanh()、constant(c)、network(FILE.json) 之一"},
      build_pushforward};
}

}  // namespace gancheck
