#include "theory/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "theory/terms.hpp"
#include "theory/truncation.hpp"

namespace gancheck {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A quantity before it is printed.
struct Sum {
  Tracked value;
  double truncation = 0;
  bool by_rule = false;
  /// A proven lower bound, for where the truncation has no bound.
  double least = 0;
  /// The error of `value` contains a truncation already.
  bool truncated = false;
};

/// The sums of all quantities over the grid.
struct Sums {
  Sum jsd, kl_data_mixture, kl_generator_mixture, kl_data_generator, kl_generator_data, tv, value;
};

/// Below this a product or quotient of weights may leave the range of double.
constexpr double smallest_safe_weight = 0x1p-960;

/// Weights go down to 1e-400: quotients of 2^1330 leave the divergence's terms hundreds of digits.
constexpr long bits_for_tiny_weights = 4096;

bool is_safe(const Tracked& x) {
  return x.value() >= smallest_safe_weight || is_exactly_zero(x);
}

Terms terms_of(const Real& p, const Real& q) {
  const Tracked a = exactly<Tracked>(p), b = exactly<Tracked>(q);
  if (!is_safe(a) || !is_safe(b)) {
    const BallPrecision precision(bits_for_tiny_weights);
    return terms_enclosed(p.enclose(), q.enclose());
  }
  return terms_at(a, b, difference(p, q));
}

Tracked sum_of(const std::vector<Terms>& terms, Tracked Terms::*member) {
  std::vector<Tracked> column;
  column.reserve(terms.size());
  for (const Terms& t : terms) column.push_back(t.*member);
  return sum(std::span<const Tracked>(column));
}

Tracked plus(const Tracked& x, double error) {
  return x + Tracked::within(0.0, error);
}

/// A direct KL: infinite by rule where an atom of the first law is known to be none of the second.
/// It is at least the defect P^ - Q^, whatever the laws: sum of p log(p/q) - p + q >= 0.
Sum direct(const std::vector<Terms>& terms, Tracked Terms::*member, const Tracked& defect,
           double truncation, bool infinite_tail, bool second_is_located) {
  const Tracked total = sum_of(terms, member);
  const bool infinite_atom = std::isinf(total.value()) && total.error() == 0;
  if (infinite_tail || (infinite_atom && second_is_located)) {
    return {Tracked::exact(infinity), 0, true};
  }
  return {total + defect, infinite_atom ? infinity : truncation, false, defect.lower()};
}

Sums add_up(const Law& data, const Law& generator) {
  const Densities d = common_grid(data, generator);
  std::vector<Terms> terms;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.data[i].is_zero() && d.generator[i].is_zero()) continue;
    terms.push_back(terms_of(d.data[i], d.generator[i]));
  }
  const Truncation rest = truncation_of(d);
  const Tracked defect = difference(data.mass, generator.mass);
  return {
      .jsd = {sum_of(terms, &Terms::jsd), rest.jsd},
      .kl_data_mixture = {sum_of(terms, &Terms::kl_data_mixture) + defect / 2,
                          rest.kl_data_mixture},
      .kl_generator_mixture = {sum_of(terms, &Terms::kl_generator_mixture) - defect / 2,
                               rest.kl_generator_mixture},
      .kl_data_generator = direct(terms, &Terms::kl_data_generator, defect, rest.kl_data_generator,
                                  rest.kl_data_generator_is_infinite, rest.generator_is_located),
      .kl_generator_data = direct(terms, &Terms::kl_generator_data, -defect, rest.kl_generator_data,
                                  rest.kl_generator_data_is_infinite, rest.data_is_located),
      .tv = {sum_of(terms, &Terms::tv), rest.tv},
      .value = {sum_of(terms, &Terms::value), rest.value}};
}

/// The same atoms and the same tails, as numbers: geometric(1/2) is geometric(0.5). Equal texts are
/// equal numbers; a pair that this does not recognise is bounded like any other.
bool are_one_law(const Law& p, const Law& q) {
  const auto same = [](const Real& x, const Real& y) { return x.text() == y.text(); };
  if (p.specification == q.specification) return true;
  if (p.atoms.size() != q.atoms.size() || p.tails.size() != q.tails.size()) return false;
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

/// Equal laws: every divergence is 0, by rule.
void set_equal(Sums& sums) {
  for (Sum* s : {&sums.jsd, &sums.kl_data_mixture, &sums.kl_generator_mixture,
                 &sums.kl_data_generator, &sums.kl_generator_data, &sums.tv}) {
    *s = {Tracked(0), 0, true};
  }
}

constexpr int most_exact_digits = 40;
/// Printed bounds have at least two digits more than are claimed, and enough for the midpoint.
constexpr int least_printed_digits = 20;

/// How many digits an interval of this half width certifies, half <= 10^-N |value|; none where not
/// even N = 0 holds.
std::optional<int> digits_of(const Rational& half, const Rational& value) {
  if (half > abs(value) || value == 0) return std::nullopt;
  const Rational relative = half / abs(value);
  int n = 0;
  while (n < 300 && relative * power_of_ten(n + 1) <= 1) ++n;
  return n;
}

/// Fills in lower, upper and digits from bounds that are exact rationals.
void print_bounds(Quantity& q, const Rational& lower, const Rational& upper) {
  const Rational middle = (lower + upper) / 2;
  const Rational half = (upper - lower) / 2;
  const int printed = std::max(least_printed_digits, digits_of(half, middle).value_or(0) + 3);
  q.lower = decimal_rounded_down(lower, printed);
  q.upper = decimal_rounded_up(upper, printed);
  // Printing moves each bound by less than one unit of its last digit.
  const Rational last = power_of_ten(1 - printed) * std::max(abs(lower), abs(upper));
  q.digits = digits_of(half + last, middle);
}

Quantity exact_zero(Quantity q) {
  q.value = 0;
  q.lower = q.upper = "0";
  q.rigorous = true;
  q.method = "by rule";
  return q;
}

/// A value without any error: its decimal, which may be longer than what is printed.
Quantity exact(Quantity q, const Rational& value) {
  q.value = nearest_double(value);
  q.lower = decimal_rounded_down(value, most_exact_digits);
  q.upper = decimal_rounded_up(value, most_exact_digits);
  if (q.lower != q.upper) q.digits = most_exact_digits - 3;
  q.rigorous = true;
  q.method = q.digits ? "exact, rounded" : "exact";
  return q;
}

Quantity infinite(Quantity q) {
  q.value = infinity;
  q.lower = q.upper = "inf";
  q.rigorous = true;
  q.method = "by rule: no absolute continuity";
  return q;
}

/// No bound of the truncation: everything from a proven lower bound upwards is possible, and no
/// value is given.
Quantity unbounded(Quantity q, double least) {
  q.value = std::nan("");
  q.lower = decimal_rounded_down(exact_rational(least), least_printed_digits);
  q.upper = "inf";
  q.rigorous = false;
  q.method = "not bounded";
  q.note = "no bound is known for the atoms beyond the grid";
  return q;
}

/// Where `most` is given, 0 <= quantity <= most holds for the quantity itself: the interval is cut
/// to that, and the value is at most the largest double that `most` allows.
Quantity printed(std::string name, Dimension dimension, const Sum& s,
                 const std::optional<Ball>& most = std::nullopt) {
  Quantity q{std::move(name), dimension, 0, "", "", std::nullopt, false, "", ""};
  if (s.value.error() == 0 && s.truncation == 0) {
    if (s.value.value() == 0) return exact_zero(q);
    return std::isinf(s.value.value()) ? infinite(q) : exact(q, exact_rational(s.value.value()));
  }
  if (std::isinf(s.truncation)) return unbounded(q, s.least);
  const Tracked total = plus(s.value, s.truncation);
  Rational lower = exact_rational(total.lower()), upper = exact_rational(total.upper());
  q.value = total.value();
  if (most) {
    lower = std::max(lower, Rational(0));
    upper = std::min(upper, exact_rational(most->upper()));
    q.value = std::min(nearest_double((lower + upper) / 2), most->lower());
  }
  print_bounds(q, lower, upper);
  q.method = "error bound";
  q.note = s.truncation > 0 || s.truncated
               ? "floating point; rounding and truncation are bounded, not certified"
               : "floating point; the rounding is bounded, not certified";
  return q;
}

/// V <= 0, whatever the rounding says.
Quantity not_above_zero(Quantity q) {
  if (!q.upper.starts_with('-')) q.upper = "0";
  q.value = std::min(q.value, 0.0);
  return q;
}

/// The mass of a law: exact for rational weights.
Quantity mass(std::string name, const Law& law) {
  Quantity q{std::move(name), Dimension::none, 0, "", "", std::nullopt, true, "", "enclosed sum"};
  if (!law.mass.is_rational()) {
    const Ball ball = law.mass.enclose();
    print_bounds(q, exact_rational(ball.lower()), exact_rational(ball.upper()));
    q.value = ball.midpoint();
    return q;
  }
  return exact(std::move(q), law.mass.rational());
}

Sum in_unit(const Sum& s, Unit unit) {
  if (unit == Unit::nat || s.by_rule) return s;
  const Tracked log2 = log(Tracked(2));
  return {s.value / log2, s.truncation / log2.lower() * (1 + 0x1p-50), false,
          (Tracked::exact(s.least) / log2).lower()};
}

/// sqrt(JSD): the truncation goes through the root with the rounding.
Sum root(const Sum& jsd) {
  if (jsd.by_rule) return jsd;
  const Tracked total = plus(jsd.value, jsd.truncation);
  return {sqrt(total), 0, false, 0, jsd.truncation > 0};
}

}  // namespace

std::vector<Quantity> evaluate(const Law& data, const Law& generator, Unit unit) {
  Sums sums = add_up(data, generator);
  if (are_one_law(data, generator)) set_equal(sums);
  const Ball mean_mass = (data.mass.enclose() + generator.mass.enclose()) / 2;
  const Ball most_jsd = unit == Unit::bit ? mean_mass : mean_mass * log(Ball(2));
  const Sum jsd = in_unit(sums.jsd, unit);
  return {
      printed("jsd", Dimension::information, jsd, most_jsd),
      printed("js_distance", Dimension::root_of_information, root(jsd), sqrt(most_jsd)),
      printed("kl_data_mixture", Dimension::information, in_unit(sums.kl_data_mixture, unit)),
      printed("kl_generator_mixture", Dimension::information,
              in_unit(sums.kl_generator_mixture, unit)),
      printed("kl_data_generator", Dimension::information, in_unit(sums.kl_data_generator, unit)),
      printed("kl_generator_data", Dimension::information, in_unit(sums.kl_generator_data, unit)),
      printed("tv", Dimension::none, sums.tv, mean_mass),
      not_above_zero(
          printed("value_at_optimum", Dimension::information, in_unit(sums.value, unit))),
      mass("mass_data", data),
      mass("mass_generator", generator)};
}

const std::vector<QuantityDescription>& quantities() {
  static const std::vector<QuantityDescription> list = {
      {"jsd", R"(\mathrm{JSD}(P, P_g))", "Jensen-Shannon divergence", "Jensen-Shannon 散度"},
      {"js_distance", R"(\sqrt{\mathrm{JSD}(P, P_g)})",
       "its square root, a metric (SciPy's jensenshannon)",
       "其平方根，是度量（SciPy 的 jensenshannon）"},
      {"kl_data_mixture", R"(\mathrm{KL}(P \| M))",
       "Kullback-Leibler divergence of the data law to "
       "the mixture M = (P + P_g)/2",
       "数据分布到混合分布 M = (P + P_g)/2 的 KL 散度"},
      {"kl_generator_mixture", R"(\mathrm{KL}(P_g \| M))",
       "Kullback-Leibler divergence of the generator's law to the mixture",
       "生成器分布到混合分布的 KL 散度"},
      {"kl_data_generator", R"(\mathrm{KL}(P \| P_g))", "direct Kullback-Leibler divergence",
       "数据分布到生成器分布的 KL 散度"},
      {"kl_generator_data", R"(\mathrm{KL}(P_g \| P))",
       "direct Kullback-Leibler divergence, the other way",
       "反方向：生成器分布到数据分布的 KL 散度"},
      {"tv", R"(\mathrm{TV}(P, P_g))", "total variation distance, from 0 to 1",
       "全变差距离，介于 0 与 1 之间"},
      {"value_at_optimum", R"(V(D^*, G))", "value of the game at the optimal discriminator, C(G)",
       "博弈在最优判别器处的值 C(G)"},
      {"mass_data", R"(P(X))", "total mass of the data law", "数据分布的总质量"},
      {"mass_generator", R"(P_g(X))", "total mass of the generator's law", "生成器分布的总质量"},
  };
  return list;
}

}  // namespace gancheck
