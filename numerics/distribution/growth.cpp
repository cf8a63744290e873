#include "numerics/distribution/growth.hpp"

namespace gancheck {

Growth regular_growth() {
  return {1, Rational(1), Rational(1), true, true};
}

int compare(const Growth& x, const Growth& y) {
  if (x.level != y.level) return x.level > y.level ? -1 : 1;
  if (!x.power || !y.power) return 0;
  if (*x.power != *y.power) return *x.power < *y.power ? -1 : 1;
  if (!x.coefficient || !y.coefficient || *x.coefficient == *y.coefficient) return 0;
  return *x.coefficient < *y.coefficient ? -1 : 1;
}

std::optional<Growth> growth_of_minus_log_density(const Growth& law, bool finite_end) {
  if (law.level < 1) return law;
  // The density is the derivative of e^(-c L_1^power): a power of X for power 1 and for all slower
  // growths, and of the same growth for faster ones.
  const bool is_power = law.level > 1 || (law.power && *law.power <= 1);
  if (!is_power) return law;
  const bool is_positive_at_the_end =
      finite_end && law.level == 1 && law.coefficient && *law.coefficient == 1;
  if (is_positive_at_the_end) return std::nullopt;
  return Growth{1, Rational(1), std::nullopt};
}

std::optional<bool> is_integrable(const Growth& law, const Growth& load) {
  const int needed = load.level + 1;
  if (law.level != needed) return law.level < needed;
  if (!law.power || !load.power) return std::nullopt;
  if (*law.power != 1) return *law.power > 1;
  if (!law.coefficient) return std::nullopt;
  if (*law.coefficient == *load.power && !law.sharp) return std::nullopt;
  return *law.coefficient > *load.power;
}

}  // namespace gancheck
