// Uses GiNaC (GPL): the one translation unit that does.
//
// The variables live in one table, without a lock: symbolic checks run on one thread.
#include "numerics/number/symbol.hpp"

#include <ginac/ginac.h>

#include <map>
#include <sstream>
#include <stdexcept>

#include "numerics/number/polynomial.hpp"

namespace gancheck {

struct Symbol::Storage {
  GiNaC::ex value;
};

struct SymbolAccess {
  static Symbol wrap(const GiNaC::ex& value) {
    Symbol x;
    x.storage_->value = value;
    return x;
  }
  static const GiNaC::ex& unwrap(const Symbol& x) { return x.storage_->value; }
};

namespace {

using GiNaC::ex;
using GiNaC::ex_to;
using GiNaC::is_a;
using GiNaC::numeric;

Symbol wrap(const ex& value) {
  return SymbolAccess::wrap(value);
}
const ex& unwrap(const Symbol& x) {
  return SymbolAccess::unwrap(x);
}

std::string written(const ex& e) {
  std::ostringstream out;
  out << e;
  return out.str();
}

numeric to_numeric(const Integer& n) {
  return numeric(n.str().c_str());
}
Integer to_integer(const numeric& n) {
  return Integer(written(n));
}
Rational to_rational(const numeric& n) {
  return Rational(to_integer(n.numer()), to_integer(n.denom()));
}

const GiNaC::symbol& variable_of(const Symbol& x) {
  if (!is_a<GiNaC::symbol>(unwrap(x)))
    throw std::invalid_argument("\"" + x.text() + "\" in the place of a variable: give one");
  return ex_to<GiNaC::symbol>(unwrap(x));
}

bool is_log(const ex& e) {
  return is_a<GiNaC::function>(e) && ex_to<GiNaC::function>(e).get_name() == "log";
}
bool is_root(const ex& e) {
  return is_a<GiNaC::power>(e) && is_a<numeric>(e.op(1)) && !ex_to<numeric>(e.op(1)).is_integer();
}

template <class Visit>
void for_each_term(const ex& e, const Visit& visit) {
  if (!is_a<GiNaC::add>(e)) return visit(e);
  for (const ex& term : e) visit(term);
}

template <class Visit>
void for_each_factor(const ex& e, const Visit& visit) {
  if (!is_a<GiNaC::mul>(e)) return visit(e);
  for (const ex& factor : e) visit(factor);
}

/// A polynomial over Q in the variables.
Polynomial polynomial_of(const ex& e) {
  Polynomial polynomial;
  for_each_term(e.expand(), [&](const ex& term) {
    Monomial monomial;
    Rational coefficient = 1;
    for_each_factor(term, [&](const ex& factor) {
      if (is_a<numeric>(factor)) {
        coefficient = to_rational(ex_to<numeric>(factor));
        return;
      }
      const bool is_power = is_a<GiNaC::power>(factor);
      const ex base = is_power ? factor.op(0) : factor;
      monomial.powers[ex_to<GiNaC::symbol>(base).get_name()] =
          is_power ? ex_to<numeric>(factor.op(1)).to_int() : 1;
    });
    if (coefficient != 0) polynomial.emplace(monomial, coefficient);
  });
  return polynomial;
}

/// content·Π base^exponent, the content a rational number, the bases irreducible polynomials with
/// integer coefficients without a common divisor, the first of them positive.
struct Factored {
  Rational content = 1;
  struct Power {
    ex base;
    int exponent;
    Polynomial polynomial;  ///< the base
  };
  std::vector<Power> powers;
};

void multiply(Factored& product, const ex& factor, int direction) {
  const bool is_power = is_a<GiNaC::power>(factor);
  const ex base = is_power ? factor.op(0) : factor;
  const int exponent = direction * (is_power ? ex_to<numeric>(factor.op(1)).to_int() : 1);
  numeric content = 1;
  if (is_a<numeric>(base)) {
    content = ex_to<numeric>(base);
  } else {
    content = base.expand().integer_content();
    if (polynomial_of(base).begin()->second < 0) content = -content;
    const ex primitive = (base / content).expand();
    product.powers.push_back({primitive, exponent, polynomial_of(primitive)});
  }
  product.content *= to_rational(content.power(exponent));
}

/// A rational function, not 0. Whether the factors multiply to it again is checked: a verdict may
/// rest on it.
Factored factored(const ex& e) {
  const ex parts = e.numer_denom();
  Factored product;
  for (const int direction : {1, -1}) {
    const ex part = parts.op(direction == 1 ? 0 : 1).expand();
    const ex factors = GiNaC::factor(part);
    if (!(factors - part).expand().is_zero())
      throw std::logic_error("the factors of " + written(part) + " do not multiply to it");
    for_each_factor(factors, [&](const ex& factor) { multiply(product, factor, direction); });
  }
  return product;
}

/// e^exponent for an exponent of half integers: rational where e is a square of something whose
/// sign is certain, else left as it is.
ex root(const ex& e, const numeric& exponent) {
  ex unevaluated = GiNaC::pow(e, exponent);
  const numeric twice = exponent * 2;
  if (!is_root(unevaluated) || !twice.is_integer() || !e.info(GiNaC::info_flags::rational_function))
    return unevaluated;
  const Factored square = factored(e);
  // The root of a numeric would be a floating-point number, that of an ex is exact.
  const ex content =
      to_numeric(numerator(square.content)) / to_numeric(denominator(square.content));
  ex result = GiNaC::pow(GiNaC::sqrt(content), twice);
  if (!is_a<numeric>(result)) return unevaluated;
  for (const auto& [base, power, polynomial] : square.powers) {
    if (power % 2 != 0 || sign_of_coefficients(polynomial) == 0) return unevaluated;
    result *= GiNaC::pow(base, twice * (power / 2));
  }
  return result;
}

/// Prime factors with multiplicity, by trial division; n > 0.
std::map<Integer, int> prime_factors(Integer n) {
  constexpr unsigned last_divisor = 1U << 20;
  std::map<Integer, int> primes;
  for (unsigned d = 2; Integer(d) * d <= n; ++d) {
    if (d > last_divisor)
      throw std::domain_error("the prime factors of " + n.str() + " are out of reach");
    for (; n % d == 0; n /= d) ++primes[Integer(d)];
  }
  if (n > 1) ++primes[n];
  return primes;
}

/// Rewrites an expression as a rational function of its variables and of one atom for each
/// log of a prime or of an irreducible polynomial. Throws std::domain_error on anything else.
class Logarithms {
 public:
  ex rewrite(const ex& e) {
    if (is_log(e)) return logarithm(e.op(0));
    if (is_root(e)) return rewrite_root(e);
    if (is_a<numeric>(e) && ex_to<numeric>(e).is_rational()) return e;
    if (is_a<GiNaC::symbol>(e)) return e;
    if (is_a<GiNaC::power>(e) && e.op(1).info(GiNaC::info_flags::integer))
      return GiNaC::pow(rewrite(e.op(0)), e.op(1));
    if (!is_a<GiNaC::add>(e) && !is_a<GiNaC::mul>(e))
      throw std::domain_error(written(e) + " is neither rational nor a logarithm");
    ex result = is_a<GiNaC::add>(e) ? 0 : 1;
    for (const ex& part : e)
      result = is_a<GiNaC::add>(e) ? result + rewrite(part) : result * rewrite(part);
    return result;
  }

  const std::map<std::string, GiNaC::realsymbol>& by_name() const { return atoms_; }

 private:
  ex atom(const std::string& name) {
    return atoms_.try_emplace(name, GiNaC::realsymbol("log")).first->second;
  }

  ex rewrite_root(const ex& e) {
    const ex simplified = root(e.op(0).normal(), ex_to<numeric>(e.op(1)));
    if (is_root(simplified) || simplified.is_equal(e))
      throw std::domain_error("square root of " + written(e.op(0)) + ", which is no square");
    return rewrite(simplified);
  }

  /// log of a product of rational functions and of roots of such: log x^r = r log x for x > 0.
  ex logarithm(const ex& argument) {
    ex rational = 1, sum = 0;
    for_each_factor(argument, [&](const ex& factor) {
      if (is_root(factor)) {
        sum += factor.op(1) * logarithm(factor.op(0));
      } else {
        rational *= factor;
      }
    });
    if (!rational.info(GiNaC::info_flags::rational_function)) {
      const std::size_t before = atoms_.size();
      rational = rewrite(rational);
      if (atoms_.size() != before || !is_free_of_atoms(rational))
        throw std::domain_error("logarithm inside the logarithm of " + written(argument));
    }
    return sum + logarithm_of(factored(rational.normal()), argument);
  }

  bool is_free_of_atoms(const ex& e) const {
    for (const auto& [name, symbol] : atoms_)
      if (e.has(symbol)) return false;
    return true;
  }

  ex logarithm_of(const Factored& product, const ex& argument) {
    const auto refuse = [&](const std::string& factor) {
      throw std::domain_error("log of " + written(argument) + ": the factor " + factor +
                              " is not certainly positive");
    };
    ex sum = 0;
    for (const auto& [base, exponent, polynomial] : product.powers) {
      const std::string name = to_text(polynomial);
      if (sign_of_coefficients(polynomial) <= 0) refuse(name);
      sum += exponent * atom(is_a<GiNaC::symbol>(base) ? "log " + name : "log(" + name + ")");
    }
    if (product.content <= 0) refuse(product.content.str());
    for (const auto& [prime, exponent] : prime_factors(numerator(product.content)))
      sum += exponent * atom("log " + prime.str());
    for (const auto& [prime, exponent] : prime_factors(denominator(product.content)))
      sum -= exponent * atom("log " + prime.str());
    return sum;
  }

  std::map<std::string, GiNaC::realsymbol> atoms_;
};

std::string quotient_text(const ex& e) {
  const ex parts = e.normal().numer_denom();
  return to_text(polynomial_of(parts.op(0)), polynomial_of(parts.op(1)));
}

/// The terms of a rewritten expression, sorted by what they are of.
std::vector<NormalForm::Term> collect(const ex& rewritten, const Logarithms& atoms) {
  const ex parts = rewritten.normal().numer_denom();
  ex rest = parts.op(0).expand();
  const ex denominator = parts.op(1);
  std::map<std::string, ex> coefficients;
  for (const auto& [name, symbol] : atoms.by_name()) {
    if (denominator.has(symbol)) throw std::domain_error(name + " in a denominator");
    coefficients[name] = rest.coeff(symbol, 1);
    rest = (rest - coefficients[name] * symbol).expand();
  }
  for (const auto& [name, symbol] : atoms.by_name()) {
    bool linear = !rest.has(symbol);
    for (const auto& [other, coefficient] : coefficients)
      linear = linear && !coefficient.has(symbol);
    if (!linear) throw std::domain_error("a product of logarithms, " + name + " among them");
  }
  coefficients["1"] = rest;
  std::vector<NormalForm::Term> terms;
  for (const auto& [name, coefficient] : coefficients)
    if (!coefficient.expand().is_zero())
      terms.push_back({name, quotient_text(coefficient / denominator)});
  return terms;
}

}  // namespace

Symbol::Symbol(int whole) : storage_(std::make_unique<Storage>(Storage{ex(whole)})) {}
Symbol::Symbol(const Symbol& other) : storage_(std::make_unique<Storage>(*other.storage_)) {}
Symbol::Symbol(Symbol&&) noexcept = default;
Symbol& Symbol::operator=(const Symbol& other) {
  if (this != &other) *this = Symbol(other);
  return *this;
}
Symbol& Symbol::operator=(Symbol&&) noexcept = default;
Symbol::~Symbol() = default;

bool Symbol::available() {
  return true;
}

std::string Symbol::library() {
  return "GiNaC " + std::to_string(GiNaC::version_major) + "." +
         std::to_string(GiNaC::version_minor) + "." + std::to_string(GiNaC::version_micro);
}

Symbol Symbol::positive(const std::string& name) {
  static std::map<std::string, GiNaC::possymbol> variables;
  return wrap(variables.try_emplace(name, name).first->second);
}

std::string Symbol::text() const {
  return written(storage_->value);
}

Symbol operator-(const Symbol& x) {
  return wrap(-unwrap(x));
}
Symbol operator+(const Symbol& x, const Symbol& y) {
  return wrap(unwrap(x) + unwrap(y));
}
Symbol operator-(const Symbol& x, const Symbol& y) {
  return wrap(unwrap(x) - unwrap(y));
}
Symbol operator*(const Symbol& x, const Symbol& y) {
  return wrap(unwrap(x) * unwrap(y));
}

Symbol operator/(const Symbol& x, const Symbol& y) {
  if (unwrap(y).is_zero())
    throw std::domain_error("(" + x.text() + ")/0: the divisor of an expression must not vanish");
  return wrap(unwrap(x) / unwrap(y));
}

Symbol log(const Symbol& x) {
  if (is_a<numeric>(unwrap(x)) && !ex_to<numeric>(unwrap(x)).is_positive())
    throw std::domain_error("log(" + x.text() + "): the argument must be positive");
  return wrap(GiNaC::log(unwrap(x)));
}

Symbol sqrt(const Symbol& x) {
  return wrap(root(unwrap(x), numeric(1, 2)));
}

Symbol times_log(const Symbol& p, const Symbol& d) {
  return unwrap(p).is_zero() ? Symbol(0) : p * log(d);
}

Symbol derivative(const Symbol& f, const Symbol& variable) {
  return wrap(unwrap(f).diff(variable_of(variable)));
}

Symbol substitute(const Symbol& f, const Symbol& variable, const Symbol& value) {
  return wrap(unwrap(f).subs(variable_of(variable) == unwrap(value)));
}

template <>
Symbol exactly<Symbol>(const Rational& x) {
  return wrap(to_numeric(numerator(x)) / to_numeric(denominator(x)));
}

namespace {

/// Whether it is a sum outside all brackets, of more than one term.
bool is_sum(const std::string& text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    if (depth == 0 && i > 0 && (text[i] == '+' || text[i] == '-')) return true;
  }
  return false;
}

/// "p*log p", "(a+b)*log 2"; what stands without a logarithm as it is.
std::string product_text(const std::string& coefficient, const std::string& of) {
  if (of == "1") return coefficient;
  if (coefficient == "1") return of;
  if (coefficient == "-1") return "-" + of;
  return (is_sum(coefficient) ? "(" + coefficient + ")" : coefficient) + "*" + of;
}

/// With a sign between both.
void add(const std::string& term, std::string& sum) {
  const bool is_negative = term.starts_with("-");
  sum += sum.empty() ? term : is_negative ? " - " + term.substr(1) : " + " + term;
}

}  // namespace

std::string NormalForm::text() const {
  if (!decided()) return "not decided: " + obstacle;
  std::string text;
  for (const Term& term : terms) add(product_text(term.coefficient, term.of), text);
  return text.empty() ? "0" : text;
}

NormalForm normal_form(const Symbol& x) {
  NormalForm form;
  try {
    Logarithms atoms;
    const ex rewritten = atoms.rewrite(unwrap(x));
    form.terms = collect(rewritten, atoms);
  } catch (const std::exception& reason) {
    form.obstacle = reason.what();
  }
  return form;
}

}  // namespace gancheck
