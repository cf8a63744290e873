#include "theory/divergence/law_rules.hpp"

#include <algorithm>

namespace gancheck {

bool are_one_law(const Law& p, const Law& q) {
  const auto same = [](const Real& x, const Real& y) { return x.text() == y.text(); };
  const auto same_end = [&](const End& x, const End& y) {
    return x.at.has_value() == y.at.has_value() && (!x.at || same(*x.at, *y.at));
  };
  if (!p.specification.empty() && p.specification == q.specification) return true;
  if (p.atoms.size() != q.atoms.size() || p.tails.size() != q.tails.size() ||
      p.pieces.size() != q.pieces.size())
    return false;
  for (std::size_t i = 0; i < p.pieces.size(); ++i) {
    const Piece &a = p.pieces[i], &b = q.pieces[i];
    if (a.density->text() != b.density->text() || !same(a.weight, b.weight)) return false;
    if (!same_end(a.lower, b.lower) || !same_end(a.upper, b.upper)) return false;
  }
  for (std::size_t i = 0; i < p.tails.size(); ++i) {
    const Tail &a = p.tails[i], &b = q.tails[i];
    if (!a.located || !b.located || a.first != b.first || a.step != b.step) return false;
    if (!same(a.mass, b.mass) || !same(a.first_mass, b.first_mass)) return false;
  }
  for (std::size_t i = 0; i < p.atoms.size(); ++i) {
    const Atom &a = p.atoms[i], &b = q.atoms[i];
    if (!same(a.mass, b.mass) || !same(a.at, b.at)) return false;
  }
  return true;
}

bool is_one(const Real& mass) {
  return mass.is_rational() ? mass.rational() == 1 : difference(mass, 1).value() == 0;
}

bool tails_may_meet(const Densities& d, const Law& data, const Law& generator) {
  const auto is_hidden = [](const Tail& tail) { return !tail.located; };
  const auto may_meet = [&](const std::vector<Tail>& tails, const Law& other) {
    const bool hidden = std::any_of(tails.begin(), tails.end(), is_hidden);
    return !tails.empty() && (!other.tails.empty() || (hidden && !other.atoms.empty()));
  };
  return may_meet(d.data_tails, generator) || may_meet(d.generator_tails, data);
}

}  // namespace gancheck
