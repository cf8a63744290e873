#include "theory/divergence/law_rules.hpp"

#include <algorithm>

#include "numerics/distribution/discrete/integer_law.hpp"

namespace gancheck {

namespace {

bool same(const Real& x, const Real& y) {
  return x.text() == y.text();
}

/// The same atoms with the same masses weight·law->mass(index + j). Joint and first masses do not
/// tell: m (1, r, r², ...) has those of m (1, r/(1-r)).
bool are_one_tail(const Tail& p, const Tail& q) {
  return p.located && q.located && p.first == q.first && p.step == q.step && p.count == q.count &&
         p.listed == q.listed && p.law && q.law && p.law->text() == q.law->text() &&
         p.index == q.index && same(p.weight, q.weight) && same(p.mass, q.mass);
}

}  // namespace

bool are_one_law(const Law& p, const Law& q) {
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
  for (std::size_t i = 0; i < p.tails.size(); ++i)
    if (!are_one_tail(p.tails[i], q.tails[i])) return false;
  for (std::size_t i = 0; i < p.atoms.size(); ++i) {
    const Atom &a = p.atoms[i], &b = q.atoms[i];
    if (!same(a.mass, b.mass) || !same(a.at, b.at)) return false;
  }
  return true;
}

bool is_one(const Real& mass) {
  return mass.is_rational() ? mass.rational() == 1 : difference(mass, 1).value() == 0;
}

MassesOfPair masses_of(const Real& data, const Real& generator, const Ball& log2) {
  return {{data.enclose(), generator.enclose()}, is_one(data) && is_one(generator), log2};
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
