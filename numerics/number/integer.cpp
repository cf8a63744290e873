#include "numerics/number/integer.hpp"

#include <memory>
#include <ostream>
#include <stdexcept>

#include "numerics/number/fmpz_access.hpp"

namespace gancheck {

namespace {

// The header decides without FLINT's which words are pointers.
constexpr fmpz just_small = COEFF_MAX, pointer = fmpz{1} << 62;
static_assert(IntegerAccess::is_small(just_small) && !COEFF_IS_MPZ(just_small));
static_assert(IntegerAccess::is_small(-just_small) && !COEFF_IS_MPZ(-just_small));
static_assert(!IntegerAccess::is_small(pointer) && COEFF_IS_MPZ(pointer));

void check_divisor(const Integer& n, const Integer& d) {
  if (d == 0) throw std::domain_error(n.str() + " divided by 0");
}

}  // namespace

Integer::Integer(std::int64_t n, int) {
  fmpz_set_si(fmpz_of(*this), n);
}
Integer::Integer(std::uint64_t n, int) {
  fmpz_set_ui(fmpz_of(*this), n);
}
Integer::Integer(std::string_view decimal) {
  const bool is_signed = decimal.starts_with('+') || decimal.starts_with('-');
  const std::string digits(decimal.substr(is_signed ? 1 : 0));
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos)
    throw std::invalid_argument("'" + std::string(decimal) + "' is no whole number");
  fmpz_set_str(fmpz_of(*this), digits.c_str(), 10);
  if (decimal.starts_with('-')) fmpz_neg(fmpz_of(*this), fmpz_of(*this));
}

void Integer::copy(const Integer& n) {
  fmpz_init_set(fmpz_of(*this), fmpz_of(n));
}
void Integer::assign(const Integer& n) {
  fmpz_set(fmpz_of(*this), fmpz_of(n));
}
void Integer::clear() {
  fmpz_clear(fmpz_of(*this));
}

void Integer::refuse_narrow() {
  throw std::overflow_error("a whole number beyond the type that was asked for");
}

std::string Integer::str() const {
  std::string text(fmpz_sizeinbase(fmpz_of(*this), 10) + 2, '\0');
  fmpz_get_str(text.data(), 10, fmpz_of(*this));
  text.resize(text.find('\0'));
  return text;
}

Integer::operator std::int64_t() const {
  if (!fmpz_fits_si(fmpz_of(*this))) refuse_narrow();
  return fmpz_get_si(fmpz_of(*this));
}
Integer::operator std::uint64_t() const {
  if (fmpz_sgn(fmpz_of(*this)) < 0 || !fmpz_abs_fits_ui(fmpz_of(*this))) refuse_narrow();
  return fmpz_get_ui(fmpz_of(*this));
}

Integer& Integer::operator+=(const Integer& n) {
  fmpz_add(fmpz_of(*this), fmpz_of(*this), fmpz_of(n));
  return *this;
}
Integer& Integer::operator-=(const Integer& n) {
  fmpz_sub(fmpz_of(*this), fmpz_of(*this), fmpz_of(n));
  return *this;
}
Integer& Integer::operator*=(const Integer& n) {
  fmpz_mul(fmpz_of(*this), fmpz_of(*this), fmpz_of(n));
  return *this;
}
Integer& Integer::operator/=(const Integer& n) {
  check_divisor(*this, n);
  fmpz_tdiv_q(fmpz_of(*this), fmpz_of(*this), fmpz_of(n));
  return *this;
}

Integer operator-(const Integer& n) {
  Integer y;
  fmpz_neg(fmpz_of(y), fmpz_of(n));
  return y;
}
Integer operator%(const Integer& x, const Integer& y) {
  Integer quotient, rest;
  divide_qr(x, y, quotient, rest);
  return rest;
}
Integer operator<<(const Integer& x, std::int64_t bits) {
  if (bits < 0) throw std::invalid_argument("a shift by a negative number of bits");
  Integer y;
  fmpz_mul_2exp(fmpz_of(y), fmpz_of(x), static_cast<ulong>(bits));
  return y;
}

std::strong_ordering operator<=>(const Integer& x, const Integer& y) {
  return fmpz_cmp(fmpz_of(x), fmpz_of(y)) <=> 0;
}
std::ostream& operator<<(std::ostream& out, const Integer& n) {
  return out << n.str();
}

Integer abs(const Integer& n) {
  Integer y;
  fmpz_abs(fmpz_of(y), fmpz_of(n));
  return y;
}
Integer sqrt(const Integer& n) {
  if (n < 0) throw std::domain_error("the square root of " + n.str());
  Integer y;
  fmpz_sqrt(fmpz_of(y), fmpz_of(n));
  return y;
}
Integer pow(const Integer& base, unsigned long exponent) {
  Integer y;
  fmpz_pow_ui(fmpz_of(y), fmpz_of(base), exponent);
  return y;
}
unsigned long msb(const Integer& n) {
  if (n == 0) throw std::domain_error("the highest bit of 0");
  return fmpz_bits(fmpz_of(n)) - 1;
}
bool is_odd(const Integer& n) {
  return fmpz_is_odd(fmpz_of(n)) != 0;
}
void divide_qr(const Integer& n, const Integer& d, Integer& quotient, Integer& rest) {
  check_divisor(n, d);
  fmpz_tdiv_qr(fmpz_of(quotient), fmpz_of(rest), fmpz_of(n), fmpz_of(d));
}

}  // namespace gancheck
