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

}  // namespace

void keep_what_can_be(const Law& data, const Law& generator, EnclosedDivergences& all) {
  const BallPrecision precision(all.bits);
  if (!may_be_mass_of(all.mass_data, data) || !may_be_mass_of(all.mass_generator, generator)) {
    for (Enclosed* x : numbers_of(all))
      *x = unbounded(
          "not enclosed: the masses come out wrong, an error of gancheck (please report it)");
    return;
  }
  const Ball p = data.mass.enclose(), q = generator.mass.enclose(), log2 = log(Ball(2));
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
  for (Enclosed* x : numbers_of(all))
    if (x->rigorous && !x->is_infinite && says_nothing(x->value))
      *x = unbounded("not enclosed: the integrator gave up");
}

}  // namespace gancheck
