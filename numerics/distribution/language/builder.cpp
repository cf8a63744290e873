#include "numerics/distribution/language/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "numerics/distribution/language/nearest_name.hpp"
#include "numerics/distribution/plane/plane_forms.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

/// Names of the language that this version cannot build.
constexpr std::array<std::string_view, 4> not_available{"samples", "logits", "histogram",
                                                        "density"};

/// Other names for a form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> aliases{
    {{"gaussian", "normal"}, {"exp", "exponential"}}};

/// Names that other programs use, in small letters, and what to write here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> names_elsewhere{
    {{"n", "normal(mean,stddev)"},
     {"norm", "normal(mean,stddev)"},
     {"gauss", "normal(mean,stddev)"},
     {"expon", "exponential(rate)"},
     {"unif", "uniform(a,b)"},
     {"u", "uniform(a,b)"},
     {"pois", "poisson(rate)"},
     {"t", "student_t(dof)"},
     {"student", "student_t(dof)"},
     {"bernoulli", "discrete(1-p,p) with numbers for 1-p and p"},
     {"categorical", "discrete(w1,w2,...)"},
     {"multinomial", "discrete(w1,w2,...)"},
     {"dirac", "point(x)"},
     {"delta", "point(x)"},
     {"network", "pushforward(SPEC,network(FILE.json))"},
     {"csv", "file(PATH)"},
     {"table", "file(PATH)"},
     {"softmax", "file(PATH) with weights"}}};

std::string_view without_alias(std::string_view name) {
  for (const auto& [alias, meant] : aliases)
    if (alias == name) return meant;
  return name;
}

[[noreturn]] void refuse_unknown(const Call& call) {
  if (is_plane_form(call.name))
    refuse(call.place,
           fmt::format("{} lies in the plane, and a law on the line is needed here: give "
                       "laws of one dimension",
                       in_quotes(call.text)));
  std::vector<std::string> names;
  std::string list;
  for (const Form& form : forms()) {
    names.emplace_back(form.name);
    list += (list.empty() ? "" : ", ") + names.back();
  }
  if (std::find(not_available.begin(), not_available.end(), call.name) != not_available.end())
    refuse(call.place, fmt::format("{} is not available yet: there are {}", call.name, list));
  std::string small = call.name;
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const auto& [elsewhere, here] : names_elsewhere)
    if (elsewhere == small)
      refuse(call.place, fmt::format("there is no {}: write {}", in_quotes(call.name), here));
  names.insert(names.end(), not_available.begin(), not_available.end());
  for (const FamilyDescription& family : plane_families())
    names.push_back(family.signature.substr(0, family.signature.find('(')));
  const std::string near = did_you_mean(call.name, names);
  refuse(call.place, fmt::format("there is no {}{}", in_quotes(call.name),
                                 near.empty() ? ": there are " + list : near));
}

/// Where all of a law is one piece, its mass is the law's, whatever formula it came from.
void keep_mass_of_only_piece(Law& law) {
  if (law.pieces.size() == 1 && law.atoms.empty() && law.tails.empty())
    law.pieces[0].mass = law.mass;
}

/// Of tails, pieces and the whole.
template <class Change>
void change_other_masses(Law& law, const Change& change) {
  for (Tail& tail : law.tails)
    for (Real* mass : {&tail.mass, &tail.first_mass, &tail.weight}) *mass = change(*mass);
  for (Piece& piece : law.pieces)
    for (Real* mass : {&piece.weight, &piece.mass}) *mass = change(*mass);
  law.mass = change(law.mass);
  keep_mass_of_only_piece(law);
}

}  // namespace

Law Builder::build(const Call& call, const Request& request) {
  const auto form = std::find_if(forms().begin(), forms().end(),
                                 [&](const Form& f) { return f.name == without_alias(call.name); });
  if (form == forms().end()) refuse_unknown(call);
  try {
    Law law = form->build(*this, call, request);
    const bool is_table = call.name == "file" || call.name == "normalise";
    if (!is_table) law.table_length.reset();
    return law;
  } catch (const std::domain_error& error) {
    refuse(call.place, error.what());
  }
}

Real Builder::mass(const Call& asker, const Call& measured, const Request& request) {
  if (const auto known = masses_.find(&asker); known != masses_.end()) return known->second;
  const Real found = build(measured, request).mass;
  masses_.emplace(&asker, found);
  return found;
}

std::vector<Rational> numbers_of(const Call& call, std::size_t count, std::string_view signature) {
  if (call.arguments.size() != count)
    refuse(call.place,
           fmt::format("{} takes {} number{}, not {}{}", signature, count, count == 1 ? "" : "s",
                       call.arguments.size(),
                       call.arguments.size() > count ? "; decimals have a point, as in 0.5" : ""));
  std::vector<Rational> numbers;
  for (const Argument& argument : call.arguments) {
    if (!argument.number || argument.call)
      refuse(argument.place,
             fmt::format("{} takes numbers, not {}", signature, in_quotes(argument.text)));
    numbers.push_back(*argument.number);
  }
  return numbers;
}

const Call& inner_call(const Call& call, std::size_t numbers, std::string_view signature) {
  bool fits = call.arguments.size() == numbers + 1;
  for (std::size_t i = 0; fits && i < call.arguments.size(); ++i)
    fits = call.arguments[i].number.has_value() == (i > 0) && !call.arguments[i].call == (i > 0);
  if (!fits)
    refuse(call.place,
           fmt::format("{} does not have the form {}", in_quotes(call.text), signature));
  return *call.arguments[0].call;
}

void refuse_labels(const Law& law, const Call& call) {
  if (!law.on_labels) return;
  refuse(call.place,
         fmt::format("{} is a law on labels, which lie on no line: maps, shifts and scales need "
                     "points, as point= gives them",
                     in_quotes(call.text)));
}

void check_sum(const Rational& sum, std::size_t place, std::string_view what, bool any_mass,
               std::string_view remedy) {
  if (sum == 1 || (any_mass && sum != 0)) return;
  if (sum == 0) refuse(place, fmt::format("{} are all 0: give one that is positive", what));
  refuse(place, fmt::format("{} sum to {}, not to 1: {}", what, shown(sum), remedy));
}

Real named_mass(const Real& mass, const Call& call, const Interval& on) {
  if (mass.is_rational()) return mass;
  const auto end = [](const std::optional<Rational>& x) { return x ? to_text(*x) : std::string(); };
  return named(call.text + "[" + end(on.lower) + ".." + end(on.upper) + "]",
               [mass] { return mass.enclose(); });
}

void divide_masses(Law& law, const Real& divisor) {
  law.atoms.divide_masses(divisor);
  change_other_masses(law, [&](const Real& mass) { return mass / divisor; });
}

void multiply_masses(Law& law, const Real& factor) {
  for (Atom& atom : law.atoms.listed()) atom.mass = factor * atom.mass;
  change_other_masses(law, [&](const Real& mass) { return factor * mass; });
}

}  // namespace gancheck
