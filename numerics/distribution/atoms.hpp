// The atoms of a law. A table of a million doubles is kept as such: a point and a double take a
// quarter of what two exact numbers do.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "numerics/number/real.hpp"

namespace gancheck {

struct Atom {
  Real at;
  Real mass;  ///< > 0, but for the zeros of a table that is being read
};

/// A list of atoms. While all points are whole numbers from 0 to 2^32 - 1 and all masses doubles,
/// or doubles times one factor, it is two columns of numbers; an atom is made when it is asked for.
class Atoms {
 public:
  class Iterator;
  using value_type = Atom;
  using const_iterator = Iterator;

  Atoms() = default;

  std::size_t size() const { return points_.size() + listed_.size(); }
  bool empty() const { return size() == 0; }
  Real point(std::size_t i) const;
  Real mass(std::size_t i) const;
  Atom operator[](std::size_t i) const { return {point(i), mass(i)}; }
  Atom front() const { return (*this)[0]; }
  Atom back() const { return (*this)[size() - 1]; }
  Iterator begin() const;
  Iterator end() const;

  void reserve(std::size_t size);
  void push_back(Atom atom);
  void pop_back();
  /// Divides every mass; divisor != 0.
  void divide_masses(const Real& divisor);
  /// Leaves out the atoms for which `is_unwanted(atom)`.
  template <class Predicate>
  void erase_if(const Predicate& is_unwanted);
  /// All atoms written out, for whoever changes them.
  std::vector<Atom>& listed();

 private:
  // Either the columns or the list is empty.
  std::vector<std::uint32_t> points_;
  std::vector<double> masses_;
  std::optional<Rational> factor_;  ///< of the masses in their column
  std::vector<Atom> listed_;
};

/// Reads atoms by their index. What it points to is made on the way, and lives as long as the
/// expression.
class Atoms::Iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = Atom;
  using difference_type = std::ptrdiff_t;
  using reference = Atom;
  struct pointer {
    Atom atom;
    const Atom* operator->() const { return &atom; }
  };

  Iterator() = default;
  Iterator(const Atoms& atoms, std::ptrdiff_t index) : atoms_(&atoms), index_(index) {}

  Atom operator*() const { return (*atoms_)[static_cast<std::size_t>(index_)]; }
  pointer operator->() const { return {**this}; }
  Atom operator[](std::ptrdiff_t n) const { return *(*this + n); }

  Iterator& operator+=(std::ptrdiff_t n) {
    index_ += n;
    return *this;
  }
  Iterator& operator-=(std::ptrdiff_t n) { return *this += -n; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this += -1; }
  Iterator operator++(int) {
    const Iterator before = *this;
    ++*this;
    return before;
  }
  Iterator operator--(int) {
    const Iterator before = *this;
    --*this;
    return before;
  }
  friend Iterator operator+(Iterator x, std::ptrdiff_t n) { return x += n; }
  friend Iterator operator+(std::ptrdiff_t n, Iterator x) { return x += n; }
  friend Iterator operator-(Iterator x, std::ptrdiff_t n) { return x -= n; }
  friend std::ptrdiff_t operator-(const Iterator& x, const Iterator& y) {
    return x.index_ - y.index_;
  }
  /// Of iterators of one list.
  friend bool operator==(const Iterator& x, const Iterator& y) { return x.index_ == y.index_; }
  friend auto operator<=>(const Iterator& x, const Iterator& y) { return x.index_ <=> y.index_; }

 private:
  const Atoms* atoms_ = nullptr;
  std::ptrdiff_t index_ = 0;
};

inline Atoms::Iterator Atoms::begin() const {
  return {*this, 0};
}
inline Atoms::Iterator Atoms::end() const {
  return {*this, static_cast<std::ptrdiff_t>(size())};
}

template <class Predicate>
void Atoms::erase_if(const Predicate& is_unwanted) {
  if (!listed_.empty()) {
    std::erase_if(listed_, is_unwanted);
    return;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (is_unwanted((*this)[i])) continue;
    points_[kept] = points_[i];
    masses_[kept++] = masses_[i];
  }
  points_.resize(kept);
  masses_.resize(kept);
}

}  // namespace gancheck
