#include "numerics/distribution/discrete/integer_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {

namespace {

/// Integers {first, ..., last}, or without end.
struct Span {
  std::int64_t first;
  std::optional<Integer> last;
};

Integer floor_of(const Rational& x) {
  Integer quotient, rest;
  divide_qr(numerator(x), denominator(x), quotient, rest);
  return rest < 0 ? quotient - 1 : quotient;
}

/// The integers of the law in the interval; empty if there are none.
std::optional<Span> integers_in(const IntegerLaw& law, const Interval& interval) {
  Integer from = law.first();
  if (interval.lower) from = std::max<Integer>(from, -floor_of(-*interval.lower));
  std::optional<Integer> to;
  if (interval.upper) to = floor_of(*interval.upper);
  if (to && *to < from) return std::nullopt;
  if (from > farthest_integer)
    throw std::domain_error(
        fmt::format("{} from {} on is beyond 2^62: truncate it to smaller points",
                    in_quotes(law.text()), shortened(from)));
  return Span{static_cast<std::int64_t>(from), to};
}

/// The first k at which what is left beyond k is at most 2^-tail_bits of the part, or the last k
/// that may be listed. What lies beyond k is at most m(k+1)/(1 - ratio(k+1)), and the part weighs
/// more than its heaviest atom. The logarithms are doubles; a margin of 1 is far above their
/// rounding.
std::int64_t last_listed(const IntegerLaw& law, const Span& span) {
  const double enough = -tail_bits * std::log(2.0) - 1;
  std::int64_t end = span.first + static_cast<std::int64_t>(most_atoms) - 1;
  if (span.last && *span.last < end) end = static_cast<std::int64_t>(*span.last);
  double log_mass = 0, heaviest = 0;
  for (std::int64_t k = span.first; k < end; ++k) {
    log_mass += std::log(nearest_double(law.ratio(k)));
    heaviest = std::max(heaviest, log_mass);
    const double next_ratio = nearest_double(law.ratio(k + 1));
    if (next_ratio < 1 && log_mass - std::log1p(-next_ratio) - heaviest < enough) return k;
  }
  return end;
}

std::optional<Integer> last_integer(const Tail& tail) {
  if (!tail.count) return std::nullopt;
  return Integer(tail.index + *tail.count - 1);
}

/// Everything that follows from where the tail is cut, its weight and its listed atoms.
void set_masses(Tail& tail) {
  const IntegerLaw& law = *tail.law;
  Real mass = law.between(tail.index, last_integer(tail));
  if (!tail.listed.empty()) {
    std::string text = law.text() + " at ";
    std::vector<Real> listed;
    for (const std::int64_t j : tail.listed) {
      text += std::to_string(tail.index + j) + ",";
      listed.push_back(law.mass(tail.index + j));
    }
    mass = mass - total(text, std::move(listed));
  }
  tail.mass = tail.weight * mass;
  tail.first_mass = tail.weight * law.mass(tail.index);
  tail.ratio_above = law.ratio(tail.index);
  tail.slope = law.slope(tail.index);
  tail.bend = law.bend(tail.index);
}

Tail tail_from(const std::shared_ptr<const IntegerLaw>& law, std::int64_t index,
               const std::optional<Integer>& last) {
  Tail tail;
  tail.first = Rational(index);
  tail.step = Rational(1);
  tail.law = law;
  tail.index = index;
  if (last) tail.count = *last - index + 1;
  set_masses(tail);
  return tail;
}

Real mass_at(const Tail& tail, std::int64_t j) {
  return tail.weight * tail.law->mass(tail.index + j);
}

/// exp, sigmoid and tanh of a rational other than 0, and log of one other than 1, are irrational by
/// the theorem of Lindemann and Weierstrass; a square root of a rational that is none is so too.
bool is_irrational(const Real& x) {
  for (const auto f :
       {Elementary::exp, Elementary::log, Elementary::sqrt, Elementary::sigmoid, Elementary::tanh})
    if (const Real* t = argument_of(x, f)) return t->is_rational();
  return false;
}

/// A point that is a formula is none of the tail. Throws std::domain_error where it may be one.
void check_is_beside(const Tail& tail, const Real& point) {
  if (is_irrational(point)) return;
  const Real place = (point - Real(tail.first)) / Real(tail.step);
  constexpr long most_bits = 65536;  // e^45000 + 1, say, has as many
  for (long bits = BallPrecision::standard_bits;; bits = std::min(2 * bits, most_bits)) {
    const BallPrecision precision(bits);
    const Ball j = place.enclose();
    if (j.is_negative() || !j.contains_whole_number()) return;
    if (bits == most_bits) break;
  }
  throw std::domain_error(fmt::format(
      "{} can be neither identified with an atom of {} nor told apart from all with {} "
      "bits: give the point as a number",
      point.text(), tail.law ? in_quotes(tail.law->text()) : "the other law", most_bits));
}

/// The j with point = first + j·step that is not listed yet. Throws std::domain_error where the
/// point may be an atom whose mass is out of reach: it must not count as one where the law has
/// none.
std::optional<std::int64_t> position(const Tail& tail, const Real& point) {
  if (!point.is_rational()) {
    check_is_beside(tail, point);
    return std::nullopt;
  }
  const Rational j = (point.rational() - tail.first) / tail.step;
  if (j < 0 || denominator(j) != 1 || (tail.count && j >= *tail.count)) return std::nullopt;
  if (j > farthest_integer - tail.index)
    throw std::domain_error(
        fmt::format("{} is an atom of {} beyond 2^62, where masses are not available", point.text(),
                    tail.law ? in_quotes(tail.law->text()) : "the other law"));
  const auto index = static_cast<std::int64_t>(numerator(j));
  if (std::binary_search(tail.listed.begin(), tail.listed.end(), index)) return std::nullopt;
  return index;
}

struct Found {
  std::int64_t j;
  const Real* point;
};

/// The points on the tail, from its first atom outwards.
std::vector<Found> found_on(const Tail& tail, std::span<const Real> points) {
  std::vector<Found> found;
  // Points are sorted: those before the first atom of the tail need no look.
  const bool up = tail.step > 0;
  const auto before = [&](const Real& p) { return compare(p, tail.first) < 0; };
  const auto behind = [&](const Real& p) { return compare(p, tail.first) <= 0; };
  const auto cut = up ? std::partition_point(points.begin(), points.end(), before)
                      : std::partition_point(points.begin(), points.end(), behind);
  const auto side = up ? std::span(cut, points.end()) : std::span(points.begin(), cut);
  for (const Real& point : side)
    if (const auto j = position(tail, point)) found.push_back({*j, &point});
  if (!up) std::reverse(found.begin(), found.end());
  return found;
}

/// Takes the found atoms out of the tail: with those listed before, those at its beginning shorten
/// it, and the others are noted. False where none is left in it.
bool take_out(Tail& tail, const std::vector<Found>& found) {
  for (const Found& f : found) tail.listed.push_back(f.j);
  std::sort(tail.listed.begin(), tail.listed.end());
  std::int64_t n = 0;
  for (const std::int64_t j : tail.listed) n += j == n ? 1 : 0;
  if (tail.count && *tail.count == n) return false;
  tail.first += n * tail.step;
  tail.index += n;
  if (tail.count) *tail.count -= n;
  tail.listed.erase(tail.listed.begin(), tail.listed.begin() + n);
  for (std::int64_t& j : tail.listed) j -= n;
  set_masses(tail);
  return true;
}

/// The joint mass of atoms at one point. A long sum is one flat formula, not a deep one.
Real joint_mass(std::span<const Atom> atoms) {
  constexpr std::size_t few = 8;
  Real sum = 0;
  if (atoms.size() <= few) {
    for (const Atom& atom : atoms) sum = sum + atom.mass;
    return sum;
  }
  std::string text = "sum(";
  std::vector<Real> masses;
  for (const Atom& atom : atoms) {
    text += atom.mass.text() + ",";
    masses.push_back(atom.mass);
  }
  return total(text + ")", std::move(masses));
}

}  // namespace

std::string shortened(const Integer& n) {
  constexpr unsigned most_bits = 64;
  const Integer size = abs(n);
  if (size == 0 || msb(size) < most_bits) return n.str();
  constexpr int digits = 3;
  return "about " + decimal_rounded_down(Rational(n), digits);
}

Law part_of(const std::shared_ptr<const IntegerLaw>& law, const Interval& interval) {
  Law part;
  const auto span = integers_in(*law, interval);
  part.mass = span ? law->between(span->first, span->last) : Real(0);
  if (!span) return part;
  const bool ends = span->last && *span->last - span->first < most_atoms;
  if (!ends && law->ratio(span->first + static_cast<std::int64_t>(most_atoms)) >= 1)
    throw std::domain_error(
        fmt::format("{} atoms of {} from {} on end before its masses fall: truncate it to at most "
                    "{} points",
                    most_atoms, in_quotes(law->text()), span->first, most_atoms));
  const std::int64_t last = last_listed(*law, *span);
  part.atoms.reserve(static_cast<std::size_t>(last - span->first + 1));
  for (std::int64_t k = span->first; k <= last; ++k)
    part.atoms.push_back({Decimal{k, 0}, law->mass(k)});
  if (span->last && *span->last == last) return part;
  part.tails.push_back(tail_from(law, last + 1, span->last));
  if (part.atoms.size() == most_atoms) {
    const double left = exactly<double>(part.tails.front().mass / part.mass);
    part.remarks.push_back(phrase("{}: {} atoms are listed, the others carry {:.6g} of its mass",
                                  "{}：列出 {} 个原子，其余原子共占总质量的 {:.6g}", law->text(),
                                  most_atoms, left));
  }
  return part;
}

void list_tail_atoms(Atoms& atoms, std::vector<Tail>& tails, std::span<const Real> points) {
  std::vector<Atom> more;
  std::vector<Tail> left;
  for (Tail& tail : tails) {
    const std::vector<Found> found = tail.located ? found_on(tail, points) : std::vector<Found>{};
    for (const Found& f : found) more.push_back({*f.point, mass_at(tail, f.j)});
    if (found.empty() || take_out(tail, found)) left.push_back(std::move(tail));
  }
  tails = std::move(left);
  if (more.empty()) return;
  for (Atom& atom : more) atoms.push_back(std::move(atom));
  sort_and_merge(atoms);
}

namespace {

/// Which atoms at the beginning of a tail to list, so that m_0 r^n/(1 - r) <= 2^-bits; sorted.
std::vector<Real> beginning(const Tail& tail, long bits) {
  const double r = exactly<double>(tail.ratio_above);
  const BallPrecision precision(64);
  const double log_first = log(tail.first_mass.enclose()).midpoint();
  const double needed =
      (static_cast<double>(bits) * std::log(2.0) + log_first - std::log1p(-r)) / -std::log(r);
  constexpr double most = 20000;
  if (!(needed > 0 && needed < most)) return {};
  auto n = static_cast<std::int64_t>(std::ceil(needed));
  if (tail.count && *tail.count < n) n = static_cast<std::int64_t>(*tail.count);
  std::vector<Real> points;
  for (std::int64_t j = 0; j < n; ++j)
    points.emplace_back(Rational(tail.first + tail.step * Rational(j)));
  if (tail.step < 0) std::reverse(points.begin(), points.end());
  return points;
}

}  // namespace

Law deepened(Law law, long bits) {
  std::vector<Tail> tails = std::move(law.tails);
  law.tails.clear();
  for (Tail& tail : tails) {
    std::vector<Tail> one = {std::move(tail)};
    if (one.front().located && one.front().law)
      list_tail_atoms(law.atoms, one, beginning(one.front(), bits));
    for (Tail& rest : one) law.tails.push_back(std::move(rest));
  }
  return law;
}

void sort_and_merge(Atoms& atoms) {
  const auto before = [](const Atom& a, const Atom& b) { return compare(a.at, b.at) < 0; };
  std::vector<Atom>& all = atoms.listed();
  if (!std::is_sorted(all.begin(), all.end(), before))
    std::stable_sort(all.begin(), all.end(), before);
  std::vector<Atom> merged;
  merged.reserve(all.size());
  for (auto run = all.begin(); run != all.end();) {
    const auto end = std::find_if(run + 1, all.end(),
                                  [&](const Atom& a) { return compare(run->at, a.at) != 0; });
    merged.push_back(end == run + 1 ? *run : Atom{run->at, joint_mass({run, end})});
    run = end;
  }
  all = std::move(merged);
}

}  // namespace gancheck
