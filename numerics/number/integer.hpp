// Whole numbers of any size: FLINT's fmpz in place.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace gancheck {

class Integer {
 public:
  Integer() noexcept = default;  ///< 0
  template <std::integral I>
  Integer(I n) : Integer(Wide<I>(n), 0) {}  // NOLINT: whole literals in formulas convert
  /// Digits in base ten behind an optional sign. Throws std::invalid_argument.
  explicit Integer(std::string_view decimal);

  Integer(const Integer& n) : word_(n.word_) {
    if (!is_small(word_)) copy(n);
  }
  Integer(Integer&& n) noexcept : word_(n.word_) { n.word_ = 0; }
  Integer& operator=(const Integer& n) {
    if (is_small(word_) && is_small(n.word_))
      word_ = n.word_;
    else
      assign(n);
    return *this;
  }
  Integer& operator=(Integer&& n) noexcept {
    std::swap(word_, n.word_);
    return *this;
  }
  ~Integer() {
    if (!is_small(word_)) clear();
  }

  std::string str() const;  ///< in base ten

  /// Throws std::overflow_error where I cannot hold it.
  template <std::integral I>
  explicit operator I() const {
    const auto n = static_cast<Wide<I>>(*this);
    if (n < std::numeric_limits<I>::min() || n > std::numeric_limits<I>::max()) refuse_narrow();
    return static_cast<I>(n);
  }
  explicit operator std::int64_t() const;
  explicit operator std::uint64_t() const;

  Integer& operator+=(const Integer& n);
  Integer& operator-=(const Integer& n);
  Integer& operator*=(const Integer& n);
  Integer& operator/=(const Integer& n);
  Integer& operator++() { return *this += 1; }

  friend Integer operator-(const Integer& n);
  friend Integer operator+(Integer x, const Integer& y) { return x += y; }
  friend Integer operator-(Integer x, const Integer& y) { return x -= y; }
  friend Integer operator*(Integer x, const Integer& y) { return x *= y; }
  /// Rounded towards 0. Throws std::domain_error for a division by 0, as % does.
  friend Integer operator/(Integer x, const Integer& y) { return x /= y; }
  friend Integer operator%(const Integer& x, const Integer& y);  ///< of the sign of x
  /// x·2^bits; bits >= 0.
  friend Integer operator<<(const Integer& x, std::int64_t bits);

  friend std::strong_ordering operator<=>(const Integer& x, const Integer& y);
  friend bool operator==(const Integer& x, const Integer& y) {
    return is_small(x.word_) || is_small(y.word_) ? x.word_ == y.word_ : (x <=> y) == 0;
  }
  friend std::ostream& operator<<(std::ostream& out, const Integer& n);

 private:
  friend struct IntegerAccess;  // numerics/number/fmpz_access.hpp
  template <class I>
  using Wide = std::conditional_t<std::is_signed_v<I>, std::int64_t, std::uint64_t>;

  Integer(std::int64_t n, int);
  Integer(std::uint64_t n, int);
  void copy(const Integer& n);
  void assign(const Integer& n);
  void clear();
  [[noreturn]] static void refuse_narrow();

  /// FLINT's coding: numbers below 2^62 in size stand for themselves, other words for pointers.
  static constexpr bool is_small(std::int64_t word) { return (word >> 62) != 1; }
  std::int64_t word_ = 0;
};

Integer abs(const Integer& n);
/// Rounded down; n >= 0.
Integer sqrt(const Integer& n);
Integer pow(const Integer& base, unsigned long exponent);
/// The position of the highest bit of |n|, from 0; n != 0.
unsigned long msb(const Integer& n);
bool is_odd(const Integer& n);
/// n = quotient·d + rest, rounded towards 0; d != 0.
void divide_qr(const Integer& n, const Integer& d, Integer& quotient, Integer& rest);

}  // namespace gancheck
