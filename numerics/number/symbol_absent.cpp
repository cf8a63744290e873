// The interface of symbol.hpp in a build without GiNaC: no Symbol can come into being.
#include <stdexcept>

#include "numerics/number/symbol.hpp"

namespace gancheck {

struct Symbol::Storage {};

namespace {

[[noreturn]] void refuse() {
  throw std::logic_error(
      "the symbolic witness is not in this build: configure with GANCHECK_WITH_GINAC=ON");
}

}  // namespace

Symbol::Symbol(int) {
  refuse();
}
Symbol::Symbol(const Symbol&) {
  refuse();
}
Symbol::Symbol(Symbol&&) noexcept = default;
Symbol& Symbol::operator=(const Symbol&) {
  refuse();
}
Symbol& Symbol::operator=(Symbol&&) noexcept = default;
Symbol::~Symbol() = default;

bool Symbol::available() {
  return false;
}

std::string Symbol::library() {
  return "";
}
Symbol Symbol::positive(const std::string&) {
  refuse();
}

Symbol operator-(const Symbol&) {
  refuse();
}
Symbol operator+(const Symbol&, const Symbol&) {
  refuse();
}
Symbol operator-(const Symbol&, const Symbol&) {
  refuse();
}
Symbol operator*(const Symbol&, const Symbol&) {
  refuse();
}
Symbol operator/(const Symbol&, const Symbol&) {
  refuse();
}
Symbol log(const Symbol&) {
  refuse();
}
Symbol sqrt(const Symbol&) {
  refuse();
}
Symbol times_log(const Symbol&, const Symbol&) {
  refuse();
}
Symbol derivative(const Symbol&, const Symbol&) {
  refuse();
}
Symbol substitute(const Symbol&, const Symbol&, const Symbol&) {
  refuse();
}

std::string Symbol::text() const {
  refuse();
}

template <>
Symbol exactly<Symbol>(const Rational&) {
  refuse();
}

std::string NormalForm::text() const {
  refuse();
}

NormalForm normal_form(const Symbol&) {
  refuse();
}

}  // namespace gancheck
