#include "theory/divergence/enclosed/ranges.hpp"

#include <array>

#include "theory/divergence/law_rules.hpp"

namespace gancheck {
namespace {

std::array<Enclosed*, 9> numbers_of(EnclosedDivergences& all) {
  return {&all.jsd,
          &all.kl_data_mixture,
          &all.kl_generator_mixture,
          &all.kl_data_generator,
          &all.kl_generator_data,
          &all.tv,
          &all.value,
          &all.mass_data,
          &all.mass_generator};
}

bool is_enclosed(const Enclosed& x) {
  return x.rigorous && !x.is_infinite && x.value.is_finite();
}

Enclosed beyond_range() {
  return unbounded(
      "not enclosed: it came out beyond its range, an error of gancheck (please report it)");
}

void keep_at_most(Enclosed& x, const Ball& most) {
  if (!is_enclosed(x)) return;
  if ((x.value - most).is_positive())
    x = beyond_range();
  else
    x.value = min(x.value, most);
}

void keep_nonnegative(Enclosed& x) {
  if (!is_enclosed(x)) return;
  if (x.value.is_negative())
    x = beyond_range();
  else
    x.value = nonnegative(x.value);
}

/// V in [least, 0], by -V.
void keep_within(Enclosed& value, const Ball& least) {
  value.value = -value.value;
  keep_at_most(value, -least);
  keep_nonnegative(value);
  value.value = -value.value;
}

bool may_be_mass_of(const Enclosed& x, const Law& law) {
  return !is_enclosed(x) || x.value.overlaps(law.mass.enclose());
}

/// Whether all are enclosed and x > y.
bool exceeds(const Enclosed& x, const Enclosed& y, const Ball& of_x, const Ball& of_y) {
  return is_enclosed(x) && is_enclosed(y) && (of_x - of_y).is_positive();
}

/// TV has paths and a bisection of its own: JSD <= TV log 2 (pointwise, the kernel being convex and
/// homogeneous) and TV² <= (P(X) + Q(X)) JSD (claim 51) hold it against JSD, as does V(D*) = 2 JSD
/// - (P(X) + Q(X)) log 2.
bool contradict(const EnclosedDivergences& all, const Ball& masses, const Ball& log2) {
  const Ball &jsd = all.jsd.value, &tv = all.tv.value;
  const bool value_is_off = is_enclosed(all.jsd) && is_enclosed(all.value) &&
                            !all.value.value.overlaps(Ball(jsd * 2 - masses * log2));
  return value_is_off || exceeds(all.jsd, all.tv, jsd, tv * log2) ||
         exceeds(all.tv, all.jsd, tv * abs(tv), masses * jsd);
}

void withdraw(EnclosedDivergences& all, const std::string& why) {
  for (Enclosed* x : numbers_of(all)) *x = unbounded(why);
}

}  // namespace

void keep_what_can_be(const Law& data, const Law& generator, EnclosedDivergences& all) {
  const BallPrecision precision(all.bits);
  const Ball p = data.mass.enclose(), q = generator.mass.enclose(), log2 = log(Ball(2));
  if (!may_be_mass_of(all.mass_data, data) || !may_be_mass_of(all.mass_generator, generator))
    return withdraw(all, wrong_masses);
  keep_at_most(all.jsd, (p + q) / 2 * log2);
  keep_at_most(all.tv, (p + q) / 2);
  keep_at_most(all.kl_data_mixture, p * log2);
  keep_at_most(all.kl_generator_mixture, q * log2);
  keep_within(all.value, -(p + q) * log2);
  keep_nonnegative(all.jsd);
  keep_nonnegative(all.tv);
  if (is_one(data.mass) && is_one(generator.mass))
    for (Enclosed* x : {&all.kl_data_mixture, &all.kl_generator_mixture, &all.kl_data_generator,
                        &all.kl_generator_data})
      keep_nonnegative(*x);
  if (contradict(all, p + q, log2))
    return withdraw(all,
                    "not enclosed: two enclosures contradict each other, an error of gancheck "
                    "(please report it)");
  for (Enclosed* x : numbers_of(all))
    if (x->rigorous && !x->is_infinite && says_nothing(x->value))
      *x = unbounded("not enclosed: the integrator gave up");
}

}  // namespace gancheck
