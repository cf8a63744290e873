#include "numerics/distribution/atoms.hpp"

#include <limits>

namespace gancheck {
namespace {

std::optional<std::uint32_t> point_of(const Real& x) {
  const std::optional<std::int64_t> n = x.as_whole();
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  return n && *n >= 0 && *n <= most ? std::optional(static_cast<std::uint32_t>(*n)) : std::nullopt;
}

/// The double that a mass is exactly.
std::optional<double> mass_of(const Real& x) {
  constexpr auto most = std::int64_t{1} << std::numeric_limits<double>::digits;
  if (const std::optional<std::int64_t> n = x.as_whole(); n && -most <= *n && *n <= most)
    return static_cast<double>(*n);
  return x.as_double();
}

}  // namespace

Real Atoms::point(std::size_t i) const {
  return listed_.empty() ? Decimal{points_[i], 0} : listed_[i].at;
}

Real Atoms::mass(std::size_t i) const {
  if (!listed_.empty()) return listed_[i].mass;
  return factor_ ? Real(exact_rational(masses_[i]) * *factor_) : Real::dyadic(masses_[i]);
}

void Atoms::reserve(std::size_t size) {
  if (listed_.empty()) {
    points_.reserve(size);
    masses_.reserve(size);
  } else {
    listed_.reserve(size);
  }
}

void Atoms::push_back(Atom atom) {
  const std::optional<std::uint32_t> point = point_of(atom.at);
  const std::optional<double> mass = mass_of(atom.mass);
  if (listed_.empty() && !factor_ && point && mass) {
    points_.push_back(*point);
    masses_.push_back(*mass);
  } else {
    listed().push_back(std::move(atom));
  }
}

void Atoms::pop_back() {
  if (!listed_.empty()) {
    listed_.pop_back();
  } else {
    points_.pop_back();
    masses_.pop_back();
  }
}

void Atoms::divide_masses(const Real& divisor) {
  if (listed_.empty() && divisor.is_rational()) {
    factor_ = factor_.value_or(1) / divisor.rational();
    return;
  }
  for (Atom& atom : listed()) atom.mass = atom.mass / divisor;
}

std::vector<Atom>& Atoms::listed() {
  if (points_.empty()) {
    const std::size_t reserved = points_.capacity();
    if (reserved > listed_.capacity()) listed_.reserve(reserved);
  } else {
    std::vector<Atom> all(begin(), end());
    listed_ = std::move(all);
  }
  points_ = std::vector<std::uint32_t>();
  masses_ = std::vector<double>();
  factor_.reset();
  return listed_;
}

}  // namespace gancheck
